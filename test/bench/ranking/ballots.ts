import type { RankingBallot } from '../../../shared/ballots/ranking.ts'
import { seededRandom } from '../../../shared/base/seeded-random.ts'

export interface Question {
  title: string
  candidates: string[]
  ballots: (RankingBallot & { weight: number })[]
}

/** Ballots of people who more or less agree: each item has a quality, each person a noise; `ranked` items a ballot. */
export function question(items: number, people: number, ranked: number, seed = 'bench'): Question {
  const random = seededRandom(seed)
  const candidates = Array.from({ length: items }, (_, i) => `i${i + 1}`)
  const ballots = Array.from({ length: people }, () => {
    const liked = candidates.map((id, i) => ({ id, liking: i / items + 3 * random() }))
    const order = liked.sort((a, b) => b.liking - a.liking).slice(0, ranked)
    return { weight: 1, ranking: order.map(({ id }) => [id]) }
  })
  const kind = ranked === items ? 'complete ballots' : `top-${ranked} ballots`
  return { title: `${items} items × ${people.toLocaleString('en')} ${kind}`, candidates, ballots }
}
