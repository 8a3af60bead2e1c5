import { ok, refuse, type Outcome } from '../base/outcome.ts'
import { openingFacts } from './run-of-show.ts'
import { applyFact, type SessionState } from './state.ts'
import { phoneView, projectorView, type PhoneView, type ProjectorView } from './views.ts'

/**
 * What projector and phones will show once this entry is opened; the session itself stays as it is. `at`: epoch ms.
 * Refuses `activity_not_found`, `activity_not_prepared`, and whatever opening it now would be refused for by its kind.
 */
export function previewOf(
  state: SessionState,
  id: string,
  { publicUrl, at }: { publicUrl: string; at: number },
): Outcome<{ projector: ProjectorView; phone: PhoneView }> {
  const activity = state.activities.find((one) => one.id === id)
  if (!activity) return refuse('activity_not_found')
  if (activity.phase !== 'prepared') return refuse('activity_not_prepared')
  const opened = openingFacts(activity, state, at)
  if (!opened.ok) return opened
  const next = opened.value.reduce(applyFact, { ...state, life: 'running' as const })
  return ok({ projector: projectorView(next, publicUrl), phone: phoneView(next) })
}
