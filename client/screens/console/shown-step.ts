import { isPoll } from '../../../shared/activities/vote/poll.ts'
import type { ConsoleView } from '../../../shared/session/views.ts'

export type AgendaEntry = ConsoleView['agenda'][number]

/** A vote about answers that were written beforehand: a quick poll. */
export const isPollEntry = ({ kind, settings }: Pick<AgendaEntry, 'kind' | 'settings'>): boolean =>
  kind === 'vote' && isPoll(settings)

/** The entry that the console speaks about: the one looked at, else the one that is open or waits, else the next one. */
export function shownStep(view: ConsoleView, looked: string | null): AgendaEntry | null {
  const { agenda, current, next } = view
  const find = (id: string | null) => agenda.find((entry) => entry.id === id) ?? null
  // One that was looked at and then taken out is looked at no more.
  const seen = find(looked)
  if (seen) return seen
  return 'activity' in next ? find(next.activity) : find(current)
}
