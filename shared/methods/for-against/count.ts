import type { AnswersBallot } from '../../ballots/answers.ts'
import type { Weighted } from '../../ballots/index.ts'

/** What the room said about one item. */
export interface Answers {
  for: number
  against: number
  abstain: number
}

/** How many people answered what, by item. */
export function countAnswers(
  ballots: readonly Weighted<AnswersBallot>[],
  candidates: readonly string[],
): Record<string, Answers> {
  const counts = Object.fromEntries(candidates.map((id): [string, Answers] => [id, { for: 0, against: 0, abstain: 0 }]))
  for (const { answers, weight } of ballots) {
    for (const [id, answer] of Object.entries(answers)) counts[id]![answer] += weight
  }
  return counts
}

/** The share of for among for and against, 0 to 1; null when nobody took a side. Abstaining is no side. */
export const shareFor = (answers: Answers): number | null => {
  const sides = answers.for + answers.against
  return sides === 0 ? null : answers.for / sides
}

/** For minus against, in people, or as a share of both (−1 to 1): the share orders as `shareFor`, with 0 for nobody. */
export function balance(answers: Answers, order: 'share-for' | 'for-minus-against'): number {
  const difference = answers.for - answers.against
  const sides = answers.for + answers.against
  return order === 'for-minus-against' || sides === 0 ? difference : difference / sides
}
