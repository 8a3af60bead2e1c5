import { rate, rating, type Rating } from 'openskill'
import { seededRandom } from '../../../shared/base/seeded-random.ts'
import { choosePair } from '../../../shared/methods/bradley-terry/choose-pair.ts'
import { fit } from '../../../shared/methods/bradley-terry/count.ts'
import { logistic } from '../../../shared/methods/bradley-terry/exp.ts'
import { bradleyTerry } from '../../../shared/methods/bradley-terry/index.ts'
import { alone, compare, type Row } from './rounds.ts'

const [ITEMS, PEOPLE, ANSWERS] = [60, 400, 15]
const ids = Array.from({ length: ITEMS }, (_, i) => `i${i + 1}`)

/** 6,000 answers about items whose log strengths lie evenly between -1.5 and 1.5. */
function room(): { weight: number; pairs: [string, string][] }[] {
  const random = seededRandom('pairwise')
  const nothing = fit(new Float64Array(ITEMS * ITEMS), ITEMS, 1)
  return Array.from({ length: PEOPLE }, (_, seat) => {
    const answered: (readonly [number, number])[] = []
    while (answered.length < ANSWERS) answered.push(choosePair(nothing, answered, `${seat}/${answered.length}`)!)
    const pairs = answered.map(([a, b]): [string, string] =>
      random() < logistic((3 * (b - a)) / (ITEMS - 1)) ? [ids[a]!, ids[b]!] : [ids[b]!, ids[a]!],
    )
    return { weight: 1, pairs }
  })
}

/** From ballots to strengths with intervals. The peer's model is another one (Weng–Lin): one pass over the answers. */
export function pairwiseChoice(): Row[] {
  const ballots = room()
  const usual = bradleyTerry.parameters.parse({})
  const strict = { ...usual, estimator: 'maximum-likelihood' as const }
  const peer = () => {
    const skills = new Map<string, Rating>(ids.map((id) => [id, rating()]))
    for (const { pairs } of ballots)
      for (const [winner, loser] of pairs) {
        const [[won], [lost]] = rate([[skills.get(winner)!], [skills.get(loser)!]]) as [[Rating], [Rating]]
        skills.set(winner, won)
        skills.set(loser, lost)
      }
    return skills
  }
  const title = `${ITEMS} items × ${(PEOPLE * ANSWERS).toLocaleString('en')} answers`
  const seen = fit(new Float64Array(ITEMS * ITEMS), ITEMS, 1)
  return [
    compare(`Bradley–Terry, ${title}`, () => bradleyTerry.tally(ballots, ids, usual), 'openskill 4.1.1', peer),
    alone(`The same without a prior`, () => bradleyTerry.tally(ballots, ids, strict)),
    alone(`The next pair, ${ITEMS} items`, () => choosePair(seen, [], 'p1')),
  ]
}
