import { z } from 'zod'
import { IssueId, Uuid } from '../../base/ids.ts'
import { ranksOf } from '../../base/weak-order.ts'
import type { MethodId, Parameters, Tally } from '../../methods/index.ts'
import { decisiveRanking, type Combined } from '../../results/by-channel.ts'
import { scoreWords, sharesOfGiven } from '../../results/score-words.ts'
import type { Candidate } from '../../results/seal.ts'
import { RowPicture, rowPicture } from './picture.ts'

export const Standing = z.strictObject({
  id: IssueId,
  title: z.string(),
  fieldId: Uuid.nullable(),
  rank: z.int().min(1),
  tied: z.boolean(),
  /** what the method counted: stickers, a mean, duels won */
  score: z.number(),
  /** ballots that name the item: put a sticker on it, rated or ranked it */
  voters: z.int(),
  /** of all that was given out, stickers or points, 0 to 1; null when nothing was, or the scores are no parts of a whole */
  shareOfStickers: z.number().nullable(),
  /** of all ballots counted, 0 to 1; null when there was none */
  shareOfVoters: z.number().nullable(),
  /** what the method's picture shows of this item beyond its score */
  picture: RowPicture.nullable(),
})
export type Standing = z.infer<typeof Standing>

/** The revealed ranking, best first; ties share a rank. */
export function standings(
  tally: Tally & { combined?: Combined | undefined },
  candidates: readonly Candidate[],
  { method, parameters }: { method: MethodId; parameters: Parameters },
): Standing[] {
  const ranking = decisiveRanking(tally)
  const ranks = ranksOf(ranking)
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const shareOfGiven = sharesOfGiven(scoreWords(method, parameters), tally.scores)
  return ranking.flatMap((group) =>
    group.map((id) => {
      const candidate = byId.get(id)
      const voters = tally.votersPerItem[id] ?? 0
      return {
        id,
        title: candidate?.title ?? id,
        fieldId: candidate?.fieldId ?? null,
        rank: ranks[id] ?? candidates.length,
        tied: group.length > 1,
        score: tally.scores[id] ?? 0,
        voters,
        shareOfStickers: shareOfGiven(id),
        shareOfVoters: tally.accepted > 0 ? voters / tally.accepted : null,
        picture: rowPicture(method, parameters, tally, id),
      }
    }),
  )
}
