import { wordsIn } from '../words.ts'
import { texts } from './texts.ts'

export function sayVotes(n: number, language: string): string {
  const say = wordsIn(texts, language)
  if (n === 0) return say('none')
  return n > 0 ? say('for', { n }) : say('against', { n: -n })
}
