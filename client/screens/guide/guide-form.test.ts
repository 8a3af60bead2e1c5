import { expect, it } from 'vitest'
import { usualGuide } from '../../../shared/activities/discuss/guide.ts'
import { minutesOf, promptsIn, withQuestion } from './guide-form.ts'

it('[FGI-9] puts a new question before the ending ones, under an id that nobody had', () => {
  const guide = usualGuide(100, ({ ko }) => ko)
  const { questions, at } = withQuestion(guide)
  expect(questions[at]).toMatchObject({ id: 'q8', kind: 'key', text: '' })
  expect(questions.at(-1)?.kind).toBe('ending')
  expect(withQuestion([])).toMatchObject({ at: 0, questions: [{ id: 'q1' }] })
})
it('[FGI-9] reads prompts line by line, and adds minutes up while one is being typed', () => {
  expect(promptsIn('예를 들면요?\n\n  \n누가요?')).toEqual(['예를 들면요?', '누가요?'])
  const [first, ...rest] = usualGuide(100, ({ ko }) => ko)
  expect(minutesOf([{ ...first!, minutes: Number.NaN }, ...rest])).toBe(95)
})
