import { z } from 'zod'
import { pairsShape } from '../../ballots/pairs.ts'
import { eitherInput } from '../common/either-input.ts'
import { Candidates, defineRecount, ItemId, Weight } from '../recount.ts'
import { bradleyTerry, options, strengths } from './index.ts'

const frame = { options: options.prefault({}), candidates: Candidates }
const Wins = z
  .object({ ...frame, wins: z.array(z.array(z.number().min(0))) })
  .refine(
    ({ wins, candidates }) => wins.length === candidates.length && wins.every((row) => row.length === wins.length),
    { path: ['wins'], message: 'one row and one column for each candidate, please' },
  )
const OnePair = z
  .object({ pair: z.tuple([ItemId, ItemId]), weight: Weight })
  .transform(({ pair, weight }) => ({ pairs: [pair], weight }))
const Answers = z.object({
  ...frame,
  ballots: z.array(z.union([OnePair, z.object({ ...pairsShape(ItemId), weight: Weight })])),
})

/** From `wins[i][j]`, how often i beat j, from single answers `pair`, or from whole ballots as a sealed result has them. */
export const bradleyTerryRecount = defineRecount({
  id: 'bradley-terry',
  input: eitherInput(Answers, Wins),
  count(given) {
    const { options, candidates } = given
    if ('wins' in given) {
      const wins = Float64Array.from(given.wins.flatMap((row, i) => row.map((times, j) => (i === j ? 0 : times))))
      const { figures, ...counted } = strengths(wins, candidates, options)
      return { method: 'bradley-terry', options, ...counted, ...figures }
    }
    const { figures, ...counted } = bradleyTerry.tally(given.ballots, candidates, options)
    return { method: 'bradley-terry', options, ...counted, ...figures }
  },
})
