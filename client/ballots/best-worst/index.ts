import type { BestWorstBallot } from '../../../shared/ballots/best-worst.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import BestWorstInput from './BestWorstInput.vue'
import { texts } from './texts.ts'

export const bestWorst = defineBallotFace<BestWorstBallot>({
  shape: 'best-worst',
  input: BestWorstInput,
  isSentAsItGrows: true,
  empty: () => ({ sets: [] }),
  progress({ sets }, _question, language) {
    const say = wordsIn(texts, language)
    const n = sets.length
    return { note: n > 0 ? say('sofar', { n }) : say('none'), isBlank: n === 0, maySend: true }
  },
  lines({ sets }, { candidates }, language) {
    const say = wordsIn(texts, language)
    return candidates
      .map(({ id, title }) => ({
        id,
        title,
        best: sets.filter((answer) => answer.best === id).length,
        worst: sets.filter((answer) => answer.worst === id).length,
      }))
      .filter(({ best, worst }) => best + worst > 0)
      .sort((a, b) => b.best - b.worst - (a.best - a.worst))
      .map(({ id, title, best, worst }) => ({ id, title, figure: say('figure', { best, worst }) }))
  },
})
