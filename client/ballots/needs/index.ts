import type { NeedsBallot } from '../../../shared/ballots/needs.ts'
import { defineBallotFace } from '../face.ts'
import { ratedNote } from '../scale.ts'
import { wordsIn } from '../words.ts'
import NeedsInput from './NeedsInput.vue'
import { texts } from './texts.ts'

type Need = NeedsBallot['needs'][string]

export const needs = defineBallotFace<NeedsBallot>({
  shape: 'needs',
  input: NeedsInput,
  empty: () => ({ needs: {} }),
  progress({ needs }, { candidates }, language) {
    const n = Object.values(needs).filter(isWhole).length
    return {
      note: ratedNote(n, candidates.length, language),
      isBlank: Object.keys(needs).length === 0,
      maySend: true,
    }
  },
  lines: ({ needs }, { candidates }, language) =>
    candidates
      .flatMap(({ id, title }) => {
        const need = needs[id]
        return need ? [{ id, title, need }] : []
      })
      .sort((a, b) => gapOf(b.need) - gapOf(a.need))
      .map(({ need, ...line }) => ({ ...line, figure: sayNeed(need, language) })),
})

const isWhole = ({ importance, current }: Need): boolean => importance !== undefined && current !== undefined
/** What is important and not there is needed most. */
const gapOf = ({ importance = 0, current = 0 }: Need): number => importance * (importance - current)

function sayNeed({ importance, current }: Need, language: string): string {
  const say = wordsIn(texts, language)
  return [
    ...(importance === undefined ? [] : [say('figureImportance', { n: importance })]),
    ...(current === undefined ? [] : [say('figureCurrent', { n: current })]),
  ].join(' · ')
}
