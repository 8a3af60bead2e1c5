import type { ApproveBallot } from '../../../shared/ballots/approve.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import ApproveInput from './ApproveInput.vue'
import { mostOf } from './most.ts'
import { texts } from './texts.ts'

export const approve = defineBallotFace<ApproveBallot>({
  shape: 'approve',
  input: ApproveInput,
  empty: () => ({ approve: [] }),
  progress({ approve }, question, language) {
    const most = mostOf(question)
    return {
      note: note(approve.length, most, most < question.candidates.length, language),
      isBlank: approve.length === 0,
      maySend: true,
    }
  },
  lines: ({ approve }, { candidates }) =>
    candidates.filter(({ id }) => approve.includes(id)).map(({ id, title }) => ({ id, title })),
})

function note(n: number, most: number, isLimited: boolean, language: string): string {
  const say = wordsIn(texts, language)
  if (n >= most) return say('allChosen')
  if (isLimited) return say('left', { n: most - n })
  return n === 0 ? say('ask') : say('chosen', { n })
}
