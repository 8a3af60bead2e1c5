import { itemMarker } from '../../shared/base/item-marker.ts'
import { criteria } from '../../shared/methods/criteria/index.ts'
import { matrix } from '../../shared/methods/matrix/index.ts'
import { stickers } from '../../shared/methods/stickers/index.ts'
import { combineChannels, sharesOf } from '../../shared/results/channels.ts'

/** How the votes and documents among the offices' examples are computed, in the names that the examples have. */
export const voteSolvers: Record<string, (input: never) => unknown> = {
  stickers: (input: { stickersPerVoter: number; maxPerItem: number; options: string[]; ballots: string[][] }) => {
    const rule = stickers.parameters.parse({ perVoter: input.stickersPerVoter, perItem: input.maxPerItem })
    const ballots = input.ballots.map((ids) => ({ weight: 1, stickers: Object.fromEntries(ids.map((id) => [id, 1])) }))
    const { scores, votersPerItem, accepted, blank, ranking } = stickers.tally(ballots, input.options, rule)
    const voters = accepted - blank
    return {
      counts: scores,
      stickersUsed: Object.values(scores).reduce((sum, n) => sum + n, 0),
      ballots: accepted,
      blankBallots: blank,
      voters,
      shareOfStickers: sharesOf({ votes: scores }, input.options, 'stickers'),
      shareOfVoters: sharesOf({ votes: scores, votersPerItem, voters }, input.options, 'voters'),
      rank: ranking,
    }
  },
  combinedChannels: (input: { weights: Record<string, number>; votes: Record<string, Record<string, number>> }) => {
    const channels = Object.entries(input.votes).map(([id, votes]) => ({ id, weight: input.weights[id]!, votes }))
    const { scores, ranking } = combineChannels(channels, Object.keys(channels[0]!.votes), 'stickers')
    return { score: scores, rank: ranking.flat() }
  },
  criteriaMatrix: (input: {
    criteria: string[]
    weights: number[]
    scores: Record<string, Record<string, number[]>>
  }) => {
    const items = Object.keys(input.scores)
    const people = Object.values(input.scores[items[0]!]!)[0]!.map((_, person) => person)
    const ballots = people.map((person) => ({
      weight: 1,
      criteria: Object.fromEntries(
        input.criteria.map((name) => [
          name,
          Object.fromEntries(items.map((id) => [id, input.scores[id]![name]![person]!])),
        ]),
      ),
    }))
    const rule = { criteria: input.criteria, weights: input.weights }
    const weighed = criteria.tally(ballots, items, criteria.parameters.parse(rule))
    const { figures, ranking } = matrix.tally(ballots, items, matrix.parameters.parse(rule))
    return {
      means: figures?.means,
      weighted: weighed.scores,
      rank: ranking.flat(),
      quadrantScaleMidpoint3: figures?.quadrant,
    }
  },
  itemMarker: ({ level, index }: { level: number | number[]; index: number | number[] }) => {
    const pairs = Array.isArray(level) ? level.map((one) => [one, index]) : [index].flat().map((one) => [level, one])
    return { text: pairs.map(([one, at]) => itemMarker(one as number, at as number)) }
  },
}
