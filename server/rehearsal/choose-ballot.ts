import type { VoteStep } from '../../shared/activities/vote/step.ts'
import type { Ballot, BallotShape } from '../../shared/ballots/index.ts'
import { methodOf, type MethodId } from '../../shared/methods/index.ts'
import { chooseBestWorst, choosePairs } from './choose-comparisons.ts'
import {
  chooseAnswers,
  chooseApproval,
  chooseCriteria,
  choosePoints,
  chooseScores,
  chooseVotes,
} from './choose-rated.ts'
import { chooseRanking } from './choose-ranking.ts'
import { chooseComparisons, chooseNeeds, chooseOpinions } from './choose-expert.ts'
import { popularity } from './popularity.ts'

/** What of a vote a resident looks at before choosing. */
export type Question = Pick<VoteStep, 'method' | 'parameters' | 'candidates'>

/* A new ballot shape needs a line here: the type demands it. */
const choosers: Record<BallotShape, (question: Question, seed: string, random: () => number) => Ballot> = {
  stickers: chooseStickers,
  comparisons: chooseComparisons,
  needs: chooseNeeds,
  opinions: chooseOpinions,
  approve: chooseApproval,
  answers: chooseAnswers,
  points: choosePoints,
  votes: chooseVotes,
  scores: chooseScores,
  criteria: chooseCriteria,
  ranking: chooseRanking,
  pairs: choosePairs,
  'best-worst': chooseBestWorst,
}

/** A plausible ballot within the vote's rule. `seed` is the room's taste, `random` the resident's own. */
export const chooseBallot = (question: Question, seed: string, random: () => number): Ballot =>
  choosers[shapeOf(question.method)](question, seed, random)

const shapeOf = (method: MethodId): BallotShape => methodOf(method).ballot

/**
 * Some issues are simply more popular, and the same ones with everybody, so that a ranking comes out of it. Most people
 * use all their stickers, some keep one or two, one in a hundred hands in a blank ballot.
 */
function chooseStickers({ parameters, candidates }: Question, seed: string, random: () => number): Ballot {
  const perVoter = Number(parameters.perVoter ?? 1)
  const perItem = Number(parameters.perItem ?? 1)
  const mood = random()
  const wanted = mood < 0.01 ? 0 : mood < 0.12 ? Math.ceil(random() * perVoter) : perVoter
  const stickers: Record<string, number> = {}
  let open = candidates.map(({ id, fieldId }) => ({ id, fieldId, weight: popularity(id, seed) }))
  let left = wanted
  while (left > 0 && open.length > 0) {
    const [{ id, fieldId }] = open.splice(weightedIndex(open, random), 1) as [(typeof open)[number]]
    if (parameters.onePerField === true) open = open.filter((one) => fieldId === null || one.fieldId !== fieldId)
    const here = Math.min(perItem, left, random() < 0.8 ? 1 : perItem)
    stickers[id] = here
    left -= here
  }
  return { stickers }
}

function weightedIndex(items: readonly { weight: number }[], random: () => number): number {
  let rest = random() * items.reduce((sum, { weight }) => sum + weight, 0)
  const index = items.findIndex(({ weight }) => (rest -= weight) < 0)
  return index === -1 ? items.length - 1 : index
}
