import type { PairsBallot } from '../../../shared/ballots/pairs.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import PairsInput from './PairsInput.vue'
import { texts } from './texts.ts'
import { countAnswers } from './trail.ts'

export const pairs = defineBallotFace<PairsBallot>({
  shape: 'pairs',
  input: PairsInput,
  isSentAsItGrows: true,
  empty: () => ({ pairs: [] }),
  progress(ballot, _question, language) {
    const n = countAnswers(ballot)
    const say = wordsIn(texts, language)
    return { note: n > 0 ? say('sofar', { n }) : say('none'), isBlank: n === 0, maySend: true }
  },
  lines({ pairs }, { candidates }, language) {
    const wins = (item: string): number => pairs.filter(([winner]) => winner === item).length
    return candidates
      .map(({ id, title }) => ({ id, title, n: wins(id) }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n)
      .map(({ n, ...line }) => ({ ...line, figure: wordsIn(texts, language)('wins', { n }) }))
  },
})
