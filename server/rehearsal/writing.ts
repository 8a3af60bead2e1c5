import { details, endings, issues, openings } from './issues.ts'

const oneOf = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)] as T

/** What one resident writes: much of it has been said before by others, often in nearly the same words. */
export function writeIssue(random: () => number): string {
  // Squaring leans towards the first of each list: a room has its favourite subjects.
  const favourite = random() < 0.3
  const text = favourite ? (issues[Math.floor(random() ** 2 * issues.length)] as string) : oneOf(issues, random)
  const tone = random()
  if (tone < 0.12) return oneOf(openings, random) + text
  return tone < 0.3 ? text + oneOf(endings, random) : text
}

/** The second box stays empty most of the time. */
export const writeDetail = (random: () => number): string => (random() < 0.15 ? oneOf(details, random) : '')
