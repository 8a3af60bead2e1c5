import type { Answer, AnswersBallot } from '../../shared/ballots/answers.ts'
import type { ApproveBallot } from '../../shared/ballots/approve.ts'
import type { CriteriaBallot } from '../../shared/ballots/criteria.ts'
import type { PointsBallot } from '../../shared/ballots/points.ts'
import type { ScoresBallot } from '../../shared/ballots/scores.ts'
import type { VotesBallot } from '../../shared/ballots/votes.ts'
import type { Question } from './choose-ballot.ts'
import { popularity } from './popularity.ts'

/* How much residents look at: nobody rates a list of 200. */
const MOST = 12

/** How much somebody likes an item, 0 to 1: half the room's taste, half their own. */
const liking = (id: string, seed: string, random: () => number): number =>
  (Math.log(popularity(id, seed)) / 3 + random()) / 2

/** Some items, the better liked ones first. One person in a hundred has nothing to say. */
function liked({ candidates }: Question, seed: string, random: () => number): { id: string; liking: number }[] {
  if (random() < 0.01) return []
  return candidates
    .map(({ id }) => ({ id, liking: liking(id, seed, random) }))
    .sort((a, b) => b.liking - a.liking)
    .slice(0, MOST)
}

/** Picks what they like more than not. */
export function chooseApproval(question: Question, seed: string, random: () => number): ApproveBallot {
  const max = Number(question.parameters.max ?? 0) || MOST
  const picked = liked(question, seed, random).filter((one) => one.liking > 0.5)
  return {
    approve: withinBudget(
      question,
      picked.slice(0, max).map(({ id }) => id),
    ),
  }
}

/** Where what is chosen has to fit into a budget: what does not fit any more is passed over. */
function withinBudget({ parameters }: Question, ids: readonly string[]): string[] {
  if (parameters.ballotType !== 'knapsack') return [...ids]
  const costs = parameters.costs as Record<string, number>
  let left = Number(parameters.budget)
  return ids.filter((id) => {
    const cost = costs[id] ?? 0
    if (cost > left) return false
    left -= cost
    return true
  })
}

/** For what they like, against what they do not, and now and then neither. */
export function chooseAnswers(question: Question, seed: string, random: () => number): AnswersBallot {
  const answer = (liking: number): Answer => (random() < 0.05 ? 'abstain' : liking > 0.45 ? 'for' : 'against')
  return {
    answers: Object.fromEntries(liked(question, seed, random).map((one) => [one.id, answer(one.liking)])),
  }
}

/** Half of what is left to the best liked item, and so on. */
export function choosePoints(question: Question, seed: string, random: () => number): PointsBallot {
  let left = Number(question.parameters.total ?? 100)
  const points: Record<string, number> = {}
  for (const { id } of liked(question, seed, random)) {
    if (left === 0) break
    points[id] = Math.ceil(left / 2)
    left -= points[id]
  }
  return { points }
}

/** As many votes as can be paid on what they like best, and now and then against something. */
export function chooseVotes(question: Question, seed: string, random: () => number): VotesBallot {
  let left = Number(question.parameters.credits ?? 25)
  const votes: Record<string, number> = {}
  for (const { id } of liked(question, seed, random)) {
    const n = Math.floor(Math.sqrt(left / 2))
    if (n === 0) break
    votes[id] = random() < 0.1 ? -n : n
    left -= n * n
  }
  return { votes }
}

/** Rates what they looked at; an item that they like has more. */
export const chooseScores = (question: Question, seed: string, random: () => number): ScoresBallot => ({
  scores: ratings(question, seed, random),
})

/** Rates by each criterion; rooms have another taste by each. */
export function chooseCriteria(question: Question, seed: string, random: () => number): CriteriaBallot {
  const { criteria } = question.parameters
  const names = Array.isArray(criteria) ? criteria.map(String) : []
  return {
    criteria: Object.fromEntries(names.map((name) => [name, ratings(question, `${seed}/${name}`, random)])),
  }
}

function ratings(question: Question, seed: string, random: () => number): Record<string, number> {
  const min = Number(question.parameters.min ?? 1)
  const max = Number(question.parameters.max ?? 5)
  return Object.fromEntries(
    liked(question, seed, random).map((one) => [one.id, min + Math.round(one.liking * (max - min))]),
  )
}
