import type { ConsoleView } from '../../../shared/session/views.ts'

export interface Round {
  kind: 'all' | 'tied' | 'top'
  /** left out: the same candidates */
  only?: string[]
  /** places that it is about */
  topK?: number
}

/**
 * The rounds that a vote which is over may be followed by. Who is tied and who is at the top is known only of a result
 * that everybody sees now.
 */
export function roundsOf(step: ConsoleView['step'], activity: string): Round[] {
  const all: Round = { kind: 'all' }
  if (step?.kind !== 'vote' || step.activity !== activity || !step.result) return [all]
  const { goesOn, standings } = step.result
  const tied: Round[] =
    goesOn?.then.kind === 'run-off' ? [{ kind: 'tied', only: goesOn.then.among, topK: goesOn.then.places }] : []
  // Whoever is at the last place that goes on comes along, and so does whoever is level with it.
  const places = goesOn?.places ?? 0
  const top = standings.filter(({ rank }) => rank <= places).map(({ id }) => id)
  const isSome = top.length >= 2 && top.length < standings.length
  return [...tied, ...(isSome ? [{ kind: 'top' as const, only: top }] : []), all]
}
