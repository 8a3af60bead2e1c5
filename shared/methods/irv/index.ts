import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { defineMethod } from '../method.ts'
import { itemsBelow, orderOf } from '../common/majority.ts'
import { checkRanking, rankedLimits } from '../common/ranked-ballot.ts'
import { readRankings } from '../common/ranked-profile.ts'
import { equalRanks, irvOf } from './count.ts'
import { texts } from './texts.ts'

/** The issue with the fewest votes goes out, round by round, and its ballots pass to their next choice. */
export const irv = defineMethod({
  id: 'irv',
  ballot: 'ranking',
  mostCandidates: limits.itemsDuelled,
  parameters: z.strictObject({
    equalRanks: z.enum(equalRanks).default('split-equally'),
    eliminate: z.literal('one-at-a-time').default('one-at-a-time'),
    stopAtMajority: z.boolean().default(false),
    ...rankedLimits,
  }),
  texts,
  check: checkRanking,
  tally(ballots, candidates, parameters) {
    const { profile, ...counts } = readRankings(ballots, candidates, parameters)
    const { rounds, eliminated, eliminationTie, exhaustive, layers } = irvOf(profile, parameters)
    const ranking = orderOf(layers, candidates)
    const first = new Set(ranking[0])
    const possibleWinners = candidates.filter((id) => first.has(id))
    const isTied = eliminationTie || ranking.some((group) => group.length > 1)
    const figures = {
      winner: possibleWinners.length === 1 && exhaustive ? possibleWinners[0]! : null,
      possibleWinners,
      rounds: rounds.map(({ tally, exhausted, remaining }) => ({
        tally: Object.fromEntries(remaining.map((place) => [candidates[place]!, tally[place]!])),
        exhausted,
      })),
      eliminated: eliminated.map((place) => candidates[place]!),
      eliminationTie,
      exhaustive,
      ...(isTied && { tieSeen: true }),
    }
    return { ...counts, scores: itemsBelow(ranking), ranking, figures }
  },
})
