import { expect, it } from 'vitest'
import { fill, languages } from '../../../shared/i18n/index.ts'
import type { Texts } from '../../../shared/base/texts.ts'
import { channelLine } from './channel-words.ts'

const tell = (texts: Texts, values = {}) => fill(texts.ko, values, languages.ko!.language)

it('[CHANNEL-7] one line says how many came which way, and how many are in the room', () => {
  const channels = [
    { id: 'hall' as const, ballots: 40 },
    { id: 'paper' as const, ballots: 5 },
  ]
  expect(channelLine({ channels, present: 50 }, tell)).toBe('휴대폰 40 · 종이 5 = 45표, 참석 50명')
  expect(channelLine({ channels, present: null }, tell)).toBe('휴대폰 40 · 종이 5 = 45표')
  expect(channelLine({ channels: [], present: 50 }, tell)).toBe('')
})
