import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { methodIds, Parameters } from '../methods/index.ts'
import type { Honest } from './honest.ts'
import { standingIds } from './robustness.ts'

/** What a hall is shown of how much a result can bear: a few hundred bytes of what the desk reads in full. */
export const Marks = z.strictObject({
  /** items too near to be told apart share a band; best first */
  bands: z.array(z.array(IssueId)),
  /** the line that `standings` speak of */
  k: z.int().min(1),
  standings: z.record(IssueId, z.enum(standingIds)),
  /** the vote's own rule first */
  rules: z.array(z.strictObject({ method: z.enum(methodIds), parameters: Parameters })),
  /** by item: its rank under each rule, in the order of `rules` */
  ranks: z.record(IssueId, z.array(z.int().min(1))),
})
export type Marks = z.infer<typeof Marks>

/** The marks that a facilitator can put on the projector. */
export const markViews = ['bands', 'robustness'] as const
export type MarkView = (typeof markViews)[number]

export function marksOf({ firmness, k, robustness }: Honest): Marks {
  const { rules, standings } = robustness
  return {
    bands: firmness.bands,
    k,
    standings,
    rules: rules.map(({ method, parameters }) => ({ method, parameters })),
    ranks: Object.fromEntries(Object.keys(standings).map((id) => [id, rules.map(({ ranks }) => ranks[id]!)])),
  }
}
