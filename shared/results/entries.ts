import { ranksOf } from '../base/weak-order.ts'
import { decisiveRanking } from './by-channel.ts'
import type { Evidence } from '../plan/priority-task.ts'
import { scoreWords, sharesOfGiven } from './score-words.ts'
import type { SealedResult } from './seal.ts'

/** One item of a sealed result on its way into the priority-task list. */
export interface TaskEntry {
  title: string
  fieldId: string | null
  evidence: Evidence
}

/** The entries that a sealed result brings to the priority-task list, one for each issue or group of issues, best first. */
export function taskEntries(result: SealedResult, digest: string): TaskEntry[] {
  if (result.subject === 'options' || result.subject === 'causes') return []
  const ranking = decisiveRanking(result)
  const ranks = ranksOf(ranking)
  const shareOfGiven = sharesOfGiven(scoreWords(result.method, result.options), result.scores)
  const items = new Map(result.items.map((item) => [item.id, item]))
  return ranking.flatMap((group) =>
    group.flatMap((id) => {
      const item = items.get(id)
      if (!item) return []
      const score = result.scores[id] ?? 0
      const voters = result.votersPerItem[id] ?? 0
      const evidence: Evidence = {
        resultDigest: digest,
        sessionId: result.session.id,
        sessionTitle: result.session.title,
        heldAt: result.session.heldAt,
        activityId: result.activity.id,
        activityTitle: result.activity.title,
        method: result.method,
        parameters: result.options,
        issue: id,
        title: item.title,
        originals: item.originals,
        ...(item.quotes && { quotes: item.quotes }),
        ...(item.causes && { causes: item.causes }),
        rank: ranks[id] ?? result.candidates.length,
        tied: group.length > 1,
        items: result.candidates.length,
        score,
        voters,
        ballots: result.accepted,
        shareOfStickers: shareOfGiven(id),
        shareOfVoters: result.accepted > 0 ? voters / result.accepted : null,
      }
      return [{ title: item.title, fieldId: item.fieldId, evidence }]
    }),
  )
}
