import { seededRandom } from '../../../shared/base/seeded-random.ts'
import { equalSharesMethod } from '../../../shared/methods/equal-shares/index.ts'
import { greedyBudget } from '../../../shared/methods/greedy-budget/index.ts'
import { alone, type Row } from './rounds.ts'

const [PROJECTS, VOTERS, LONGEST] = [160, 90_000, 10]
/** The public tool of equalshares.net is a page for a browser; this is what it took on votes of this size. */
const PEER = 'equalshares.net: 11 to 15 s'

/** A city: costs from 8,000 to 440,000, some projects far better liked than others, up to ten on a ballot. */
function city() {
  const random = seededRandom('budget')
  const ids = Array.from({ length: PROJECTS }, (_, i) => `i${i + 1}`)
  const costs = Object.fromEntries(ids.map((id) => [id, Math.round(Math.exp(9 + 4 * random()))]))
  const liked = ids.map((id) => ({ id, lure: Math.exp(3 * random()) }))
  const all = liked.reduce((sum, { lure }) => sum + lure, 0)
  const draw = () => {
    let rest = random() * all
    return (liked.find(({ lure }) => (rest -= lure) < 0) ?? liked[0]!).id
  }
  const ballots = Array.from({ length: VOTERS }, () => {
    const length = 1 + Math.floor(random() * LONGEST)
    return { weight: 1, approve: [...new Set(Array.from({ length }, draw))] }
  })
  const budget = Math.round(0.3 * Object.values(costs).reduce((a, b) => a + b, 0))
  return { ids, ballots, budget, costs }
}

/** Exact equal shares, from ballots to the result. */
export function budgets(): Row[] {
  const { ids, ballots, budget, costs } = city()
  const size = `${VOTERS.toLocaleString('en')} voters × ${PROJECTS} projects`
  const shares = (utility: 'cost' | 'cardinality', completion: 'none' | 'add1') => {
    const options = equalSharesMethod.parameters.parse({ budget, costs, utility, completion })
    return () => equalSharesMethod.tally(ballots, ids, options)
  }
  const greedy = greedyBudget.parameters.parse({ budget, costs })
  return [
    alone(`Equal shares, exact, ${size}`, shares('cost', 'none'), PEER),
    alone('The same, utility 1 a project', shares('cardinality', 'none')),
    alone('Equal shares, exact, with Add1', shares('cost', 'add1')),
    alone(`Greedy by votes, ${size}`, () => greedyBudget.tally(ballots, ids, greedy)),
  ]
}
