import { expect, it } from 'vitest'
import type { NoAnswer, Reply } from '../../../net/answers.ts'
import { useSend } from './use-send.ts'

const busy: NoAnswer = { ok: false, code: 'busy', retryable: true, message: '' }

it('keeps the id of a change that may not have arrived, and only of that one', async () => {
  const { send, problem } = useSend()
  const ids: string[] = []
  const ask = (answer: Reply<string>) => (id: string) => {
    ids.push(id)
    return Promise.resolve(answer)
  }
  await send({ title: 'a' }, ask(busy))
  expect(problem.value?.code).toBe('busy')
  await send({ title: 'a' }, ask(busy))
  await send({ title: 'b' }, ask(busy))
  expect(await send({ title: 'b' }, ask({ ok: true, value: 'done' }))).toBe('done')
  expect(problem.value).toBeUndefined()
  await send({ title: 'b' }, ask({ ok: true, value: 'done' }))
  expect(ids[0]).toBe(ids[1])
  expect(ids[1]).not.toBe(ids[2])
  expect(ids[2]).toBe(ids[3])
  expect(ids[3]).not.toBe(ids[4])
})

it('sends nothing while a change is on its way', async () => {
  const { send } = useSend()
  let arrive: (answer: Reply<string>) => void = () => {}
  const one = send('a', () => new Promise<Reply<string>>((resolve) => (arrive = resolve)))
  expect(await send('b', () => Promise.resolve({ ok: true, value: 'b' }))).toBeUndefined()
  arrive({ ok: true, value: 'a' })
  expect(await one).toBe('a')
})
