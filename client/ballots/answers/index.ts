import type { AnswersBallot } from '../../../shared/ballots/answers.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import AnswersInput from './AnswersInput.vue'
import { answerKinds } from './kinds.ts'
import { texts } from './texts.ts'

export const answers = defineBallotFace<AnswersBallot>({
  shape: 'answers',
  input: AnswersInput,
  empty: () => ({ answers: {} }),
  progress({ answers }, { candidates }, language) {
    const n = Object.keys(answers).length
    const say = wordsIn(texts, language)
    const of = candidates.length
    return { note: n < of ? say('answered', { n, of }) : say('allAnswered'), isBlank: n === 0, maySend: true }
  },
  lines: ({ answers }, { candidates }, language) =>
    answerKinds.flatMap((kind) =>
      candidates
        .filter(({ id }) => answers[id] === kind)
        .map(({ id, title }) => ({ id, title, figure: wordsIn(texts, language)(kind) })),
    ),
})
