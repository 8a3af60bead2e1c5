import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import type { StickersBallot } from '../../ballots/stickers.ts'
import { defineMethod } from '../method.ts'
import { texts } from './texts.ts'

const Count = z.int().min(1).max(limits.stickersPerVoter)

/** Each voter has `perVoter` stickers, at most `perItem` on one item; an item ranks by its stickers. Equal counts tie. */
export const stickers = defineMethod({
  id: 'stickers',
  ballot: 'stickers',
  parameters: z.strictObject({ perVoter: Count.default(3), perItem: Count.default(1) }),
  texts,
  check(ballot: StickersBallot, candidates, { perVoter, perItem }) {
    const known = new Set(candidates)
    let given = 0
    for (const [id, n] of Object.entries(ballot.stickers)) {
      if (!known.has(id)) return refuse('unknown_candidate')
      if (n > perItem) return refuse('too_many_on_one_issue', { max: perItem })
      given += n
    }
    return given > perVoter ? refuse('too_many_stickers', { max: perVoter }) : ok(ballot)
  },
  tally(ballots, candidates, parameters) {
    const scores: Record<string, number> = Object.fromEntries(candidates.map((id) => [id, 0]))
    const votersPerItem: Record<string, number> = { ...scores }
    let accepted = 0
    let rejected = 0
    let blank = 0
    for (const ballot of ballots) {
      if (!stickers.check(ballot, candidates, parameters).ok) {
        rejected += ballot.weight
        continue
      }
      accepted += ballot.weight
      const given = Object.entries(ballot.stickers)
      if (given.length === 0) blank += ballot.weight
      for (const [id, n] of given) {
        scores[id] = (scores[id] ?? 0) + n * ballot.weight
        votersPerItem[id] = (votersPerItem[id] ?? 0) + ballot.weight
      }
    }
    return { scores, votersPerItem, accepted, rejected, blank, ranking: rankByScore(scores) }
  },
})
