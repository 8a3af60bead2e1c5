import type { OpinionsBallot } from '../../../shared/ballots/opinions.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import OpinionsInput from './OpinionsInput.vue'
import { texts } from './texts.ts'

const ORDER = ['agree', 'disagree', 'pass'] as const

export const opinions = defineBallotFace<OpinionsBallot>({
  shape: 'opinions',
  input: OpinionsInput,
  isSentAsItGrows: true,
  empty: () => ({ opinions: {} }),
  progress({ opinions }, _question, language) {
    const say = wordsIn(texts, language)
    const n = Object.keys(opinions).length
    return { note: n > 0 ? say('sofar', { n }) : say('none'), isBlank: n === 0, maySend: true }
  },
  lines({ opinions }, { candidates }, language) {
    const say = wordsIn(texts, language)
    return ORDER.flatMap((said) =>
      candidates.filter(({ id }) => opinions[id] === said).map(({ id, title }) => ({ id, title, figure: say(said) })),
    )
  },
})
