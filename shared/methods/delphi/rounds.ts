import { z } from 'zod'
import type { ScoresBallot } from '../../ballots/scores.ts'
import type { Weighted } from '../../ballots/index.ts'
import { shareKept, shiftOf, type DelphiItem } from './count.ts'

const Figure = z.number()
const Name = z.string().max(200)

/** What the panel said of each item in the round before; an item that nobody rated is left out. */
export const PanelBefore = z.record(
  Name,
  z.strictObject({ n: z.int().min(1), mean: Figure, median: Figure, q1: Figure, q3: Figure }),
)
export type PanelBefore = z.infer<typeof PanelBefore>

/** A round's items as the next round shows them. */
export const panelBefore = (items: Readonly<Record<string, DelphiItem>>): PanelBefore =>
  Object.fromEntries(
    Object.entries(items).flatMap(([id, { n, mean, median, q1, q3 }]) =>
      mean === null || median === null || q1 === null || q3 === null ? [] : [[id, { n, mean, median, q1, q3 }]],
    ),
  )

/** By item: how median and spread moved since the round before, how many gave both scores, and the share that kept theirs. */
export function movementOf(
  before: PanelBefore,
  items: ReadonlyMap<string, DelphiItem>,
  ballots: readonly Weighted<ScoresBallot>[],
) {
  const moved = [...items].map(([id, item]) => {
    const { median, q1, q3 } = before[id] ?? { median: null, q1: null, q3: null }
    const shift = shiftOf({ median, iqr: q1 === null ? null : q3 - q1 }, item)
    const answers = ballots.map((ballot) => ({
      before: ballot.before?.[id],
      after: ballot.scores[id],
      weight: ballot.weight,
    }))
    return [id, { ...shift, ...shareKept(answers) }] as const
  })
  const of = <Key extends 'medianShift' | 'iqrShift' | 'answeredTwice' | 'shareKept'>(key: Key) =>
    Object.fromEntries(moved.map(([id, one]) => [id, one[key]]))
  return {
    medianShift: of('medianShift'),
    iqrShift: of('iqrShift'),
    answeredTwice: of('answeredTwice'),
    shareKept: of('shareKept'),
  }
}

export type FurtherRound = 'none' | 'optional' | 'needed'

/** Does the panel need another round? By the usual reading of the stability (sd / mean): up to 0.5 none, from 0.8 one. */
export const furtherRound = (stability: number): FurtherRound =>
  stability <= 0.5 ? 'none' : stability < 0.8 ? 'optional' : 'needed'
