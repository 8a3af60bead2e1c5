import { expect, it } from 'vitest'
import { keyAct } from './keys.ts'

const key = (code: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'shiftKey', boolean>> = {}, isEmpty = false) =>
  keyAct({ code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held }, isEmpty)

it('[NOTES-4] a digit names the speaker in an empty box and types in a line', () => {
  expect(key('Digit3', {}, true)).toEqual({ does: 'speaker', speaker: '3' })
  expect(key('Numpad9', {}, true)).toEqual({ does: 'speaker', speaker: '9' })
  expect(key('Digit3')).toBeNull()
  expect(key('Digit3', { shiftKey: true }, true)).toBeNull()
  expect(key('Digit3', { altKey: true })).toEqual({ does: 'speaker', speaker: '3' })
  expect(key('Equal', { altKey: true })).toEqual({ does: 'speaker', speaker: '12' })
})
it('[NOTES-4] leaves the browser and the text what is theirs', () => {
  expect(key('KeyZ', { ctrlKey: true })).toBeNull()
  expect(key('KeyZ', { ctrlKey: true }, true)).toEqual({ does: 'putBack' })
  expect(key('KeyZ', { ctrlKey: true, altKey: true }, true)).toBeNull()
  expect(key('KeyM')).toBeNull()
})
