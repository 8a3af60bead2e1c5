import { expect, it } from 'vitest'
import { readSettings, writeSettings } from './settings-form.ts'

it('keeps what it does not know and never gives more stickers to one issue than there are', () => {
  const entry = { kind: 'vote' as const, settings: { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } } }
  const form = { ...readSettings(entry), perVoter: 2, perItem: 5 }
  expect(writeSettings(entry, form)).toEqual({ method: 'stickers', parameters: { perVoter: 2, perItem: 2 } })
})
it('reads and writes what collecting asks for', () => {
  const entry = { kind: 'collect' as const, settings: { askDetail: false, askField: true, perPerson: 7 } }
  expect(writeSettings(entry, readSettings(entry))).toEqual(entry.settings)
})
