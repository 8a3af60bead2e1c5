import { applyDelta } from './delta.ts'
import type { Shown, Update } from './live.ts'

/**
 * What a screen holds after an update: the same as before when the update is older, null when it is for a view that the
 * screen does not hold. Then it asks for a snapshot.
 */
export function updated(shown: Shown, { role, revision, now, base, delta }: Update): Shown | null {
  if (role !== shown.role || revision <= shown.revision) return shown
  if (base !== shown.revision) return null
  return { role, revision, now, view: applyDelta(shown.view, delta) } as Shown
}
