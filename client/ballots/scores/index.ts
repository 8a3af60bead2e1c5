import type { ScoresBallot } from '../../../shared/ballots/scores.ts'
import { defineBallotFace } from '../face.ts'
import { scaleTexts } from '../scale-texts.ts'
import { ratedNote } from '../scale.ts'
import { wordsIn } from '../words.ts'
import ScoresInput from './ScoresInput.vue'

export const scores = defineBallotFace<ScoresBallot>({
  shape: 'scores',
  input: ScoresInput,
  empty: () => ({ scores: {} }),
  progress({ scores }, { candidates }, language) {
    const n = Object.keys(scores).length
    return { note: ratedNote(n, candidates.length, language), isBlank: n === 0, maySend: true }
  },
  lines: ({ scores }, { candidates }, language) =>
    candidates
      .flatMap(({ id, title }) => {
        const n = scores[id]
        return n === undefined ? [] : [{ id, title, n }]
      })
      .sort((a, b) => b.n - a.n)
      .map(({ n, ...line }) => ({ ...line, figure: wordsIn(scaleTexts, language)('points', { n }) })),
})
