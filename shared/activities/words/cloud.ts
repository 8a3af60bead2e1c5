import { z } from 'zod'
import { nounRuns } from './nouns.ts'
import type { Response } from './response.ts'

export const CloudWord = z.strictObject({
  word: z.string(),
  /** how many people wrote it: who writes it three times counts once */
  people: z.int().min(1),
})
export type CloudWord = z.infer<typeof CloudWord>

/** More than these nobody reads in a hall. */
const MOST_WORDS = 60

/* Reading a sentence costs more than counting; a response is never changed in place. */
type Runs = readonly (readonly string[])[]
const read = new WeakMap<object, Runs>()
function runsOf(response: Response): Runs {
  const known = read.get(response)
  if (known) return known
  const found = nounRuns(response.text)
  read.set(response, found)
  return found
}

/**
 * The nouns of all responses with the number of people who wrote each, most first, then by the alphabet. Two words that
 * somebody else writes as one count as that one.
 */
export function cloudOf(responses: readonly Response[]): CloudWord[] {
  const asOne = new Set(responses.flatMap((response) => runsOf(response).flat()))
  const people = new Map<string, Set<string>>()
  for (const response of responses) {
    // What was written at the console came from different people in the room.
    const who = response.author ?? response.id
    for (const run of runsOf(response)) {
      for (const word of joined(run, asOne)) people.set(word, (people.get(word) ?? new Set()).add(who))
    }
  }
  return [...people]
    .map(([word, who]) => ({ word, people: who.size }))
    .sort((a, b) => b.people - a.people || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
}

function joined(run: readonly string[], asOne: ReadonlySet<string>): string[] {
  const words: string[] = []
  for (let at = 0; at < run.length; at += 1) {
    const pair = run[at]! + (run[at + 1] ?? '')
    const isOne = at + 1 < run.length && asOne.has(pair)
    words.push(isOne ? pair : run[at]!)
    if (isOne) at += 1
  }
  return words
}
