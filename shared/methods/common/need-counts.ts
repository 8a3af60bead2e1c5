import type { NeedsBallot } from '../../ballots/needs.ts'
import type { Weighted } from '../../ballots/index.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { areKnown } from './admit.ts'

/** The scale of both answers, whole numbers. */
export interface NeedsScale {
  min: number
  max: number
}

/** May this ballot be cast? Both answers must be on the scale; either may be missing. */
export function checkNeeds(
  ballot: NeedsBallot,
  candidates: readonly string[],
  { min, max }: NeedsScale,
): Outcome<NeedsBallot> {
  if (!areKnown(Object.keys(ballot.needs), candidates)) return refuse('unknown_candidate')
  const answers = Object.values(ballot.needs).flatMap(({ importance, current }) => [importance, current])
  const isOnScale = answers.every((answer) => answer === undefined || (answer >= min && answer <= max))
  return isOnScale ? ok(ballot) : refuse('score_out_of_range', { min, max })
}

/** Both answers to one item, as often as people gave them. */
export interface AnswerCount {
  importance: number | undefined
  current: number | undefined
  people: number
}

/** What was answered to each item; an answer is there only if it has at least one half. */
export function answersByItem(
  ballots: readonly Weighted<NeedsBallot>[],
  candidates: readonly string[],
): Map<string, AnswerCount[]> {
  const found = new Map(candidates.map((id) => [id, new Map<string, AnswerCount>()]))
  for (const { needs, weight } of ballots) {
    for (const [id, { importance, current }] of Object.entries(needs)) {
      if (importance === undefined && current === undefined) continue
      const key = `${importance}/${current}`
      const people = (found.get(id)!.get(key)?.people ?? 0) + weight
      found.get(id)!.set(key, { importance, current, people })
    }
  }
  return new Map([...found].map(([id, counts]) => [id, [...counts.values()]]))
}

/** Does it say nothing at all? */
export const isBlankNeeds = ({ needs }: NeedsBallot): boolean =>
  Object.values(needs).every(({ importance, current }) => importance === undefined && current === undefined)

/** People who gave at least one half, by item. */
export const votersOf = (answers: ReadonlyMap<string, readonly AnswerCount[]>): Record<string, number> =>
  Object.fromEntries([...answers].map(([id, counts]) => [id, counts.reduce((sum, { people }) => sum + people, 0)]))
