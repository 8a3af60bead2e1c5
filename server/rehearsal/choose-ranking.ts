import type { RankingBallot } from '../../shared/ballots/ranking.ts'
import type { Question } from './choose-ballot.ts'
import { popularity } from './popularity.ts'

/** Nobody puts more than these in order on a phone. */
const MOST = 7

/**
 * Some issues are simply more popular, and the same ones with everybody. Most people rank as many as they may, some stop
 * earlier, a few call two issues equal, one in a hundred hands in a blank ballot.
 */
export function chooseRanking({ parameters, candidates }: Question, seed: string, random: () => number): RankingBallot {
  const most = Math.min(Number(parameters.topK), candidates.length, MOST)
  const mood = random()
  const wanted = mood < 0.01 ? 0 : mood < 0.25 ? Math.ceil(random() * most) : most
  const liked = candidates
    .map(({ id }) => ({ id, liking: random() ** (1 / popularity(id, seed)) }))
    .sort((a, b) => b.liking - a.liking)
    .slice(0, wanted)
  const ranking: string[][] = []
  for (const { id } of liked) {
    const isEqual = parameters.tiesAllowed === true && ranking.length > 0 && random() < 0.05
    if (isEqual) ranking.at(-1)!.push(id)
    else ranking.push([id])
  }
  return { ranking }
}
