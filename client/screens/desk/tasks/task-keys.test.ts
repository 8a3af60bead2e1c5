import { expect, it } from 'vitest'
import { taskKeyAct, type PressedKey } from './task-keys.ts'

const press = (key: string, code = key, rest: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  withModifier: false,
  focus: 'list',
  ...rest,
})

it('moves, opens, searches and decides', () => {
  expect(taskKeyAct(press('ArrowDown'), true)).toEqual({ act: 'move', by: 1 })
  expect(taskKeyAct(press('ArrowUp'), true)).toEqual({ act: 'move', by: -1 })
  expect(taskKeyAct(press('Enter'), true)).toEqual({ act: 'open' })
  expect(taskKeyAct(press('/', 'Slash'), true)).toEqual({ act: 'search' })
  expect(taskKeyAct(press('h', 'KeyH'), true)).toEqual({ act: 'decide', decision: 'onHold' })
})

it('knows the letters while Hangul is switched on', () => {
  expect(taskKeyAct(press('ㅁ', 'KeyA'), true)).toEqual({ act: 'decide', decision: 'adopted' })
})

it('leaves alone what is typed, what has a modifier, and letters that are switched off', () => {
  expect(taskKeyAct(press('a', 'KeyA', { focus: 'typing' }), true)).toBeUndefined()
  expect(taskKeyAct(press('r', 'KeyR', { withModifier: true }), true)).toBeUndefined()
  expect(taskKeyAct(press('r', 'KeyR'), false)).toBeUndefined()
  expect(taskKeyAct(press('/', 'Slash'), false)).toBeUndefined()
})

it('scrolls the chosen entry with the arrows when the focus is there', () => {
  expect(taskKeyAct(press('ArrowDown', 'ArrowDown', { focus: 'elsewhere' }), true)).toBeUndefined()
  expect(taskKeyAct(press('ArrowDown', 'ArrowDown', { focus: 'nowhere' }), true)).toEqual({ act: 'move', by: 1 })
})
