import { expect, it } from 'vitest'
import { readSettings, writeSettings } from './settings-form.ts'

it('keeps what it does not know, and writes the rule of a vote as it stands in the form', () => {
  const settings = { method: 'stickers', parameters: { perVoter: 3, perItem: 1 }, topK: 3 }
  const entry = { kind: 'vote' as const, settings }
  const form = readSettings(entry)
  expect(writeSettings(entry, form)).toEqual(settings)
  const rule = { ...form.rule, method: 'approval' as const, parameters: { max: 2 } }
  expect(writeSettings(entry, { ...form, rule })).toEqual({ method: 'approval', parameters: { max: 2 }, topK: 3 })
})
it('reads and writes what collecting asks for', () => {
  const entry = { kind: 'collect' as const, settings: { askDetail: false, askField: true, perPerson: 7 } }
  expect(writeSettings(entry, readSettings(entry))).toEqual(entry.settings)
})
