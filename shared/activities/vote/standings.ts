import { z } from 'zod'
import { IssueId, Uuid } from '../../base/ids.ts'
import { ranksOf } from '../../base/weak-order.ts'
import type { Tally } from '../../methods/index.ts'
import type { Candidate } from '../../results/seal.ts'

export const Standing = z.strictObject({
  id: IssueId,
  title: z.string(),
  fieldId: Uuid.nullable(),
  rank: z.int().min(1),
  tied: z.boolean(),
  score: z.number(),
  voters: z.int(),
  /** of all stickers given, 0 to 1; null when none was given */
  shareOfStickers: z.number().nullable(),
  /** of all ballots counted, 0 to 1; null when there was none */
  shareOfVoters: z.number().nullable(),
})
export type Standing = z.infer<typeof Standing>

/** The revealed ranking, best first; ties share a rank. */
export function standings(tally: Tally, candidates: readonly Candidate[]): Standing[] {
  const ranks = ranksOf(tally.ranking)
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const given = Object.values(tally.scores).reduce((sum, score) => sum + score, 0)
  return tally.ranking.flatMap((group) =>
    group.map((id) => {
      const candidate = byId.get(id)
      const score = tally.scores[id] ?? 0
      const voters = tally.votersPerItem[id] ?? 0
      return {
        id,
        title: candidate?.title ?? id,
        fieldId: candidate?.fieldId ?? null,
        rank: ranks[id] ?? candidates.length,
        tied: group.length > 1,
        score,
        voters,
        shareOfStickers: given > 0 ? score / given : null,
        shareOfVoters: tally.accepted > 0 ? voters / tally.accepted : null,
      }
    }),
  )
}
