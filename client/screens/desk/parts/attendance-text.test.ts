import { expect, it } from 'vitest'
import { fill, languages } from '../../../../shared/i18n/index.ts'
import korean from '../../../../shared/i18n/ko/desk.ts'
import { attendanceText, peopleIn } from './attendance-text.ts'
import type { Say } from './say.ts'

const t: Say = (key, values = {}) => fill((korean as Record<string, string>)[key]!, values, languages.ko!.language)

const first = [
  { organisation: '강북구청', lead: '사회적일자리팀장', people: 3 },
  { organisation: '통합지원센터', lead: '센터장', people: 3 },
  { organisation: '한신대학교', lead: '사회혁신경영대학원장', people: 1 },
  { organisation: '강북구사회적경제협의회', lead: '회장', people: 2 },
]

it('[attendance-seed-1] writes the first meeting as the document does, and counts nine', () => {
  expect(attendanceText(first, t)).toBe(
    '강북구청(사회적일자리팀장 외 2명), 통합지원센터(센터장 외 2명), 한신대학교(사회혁신경영대학원장), 강북구사회적경제협의회(회장 외 1명)',
  )
  expect(peopleIn(first)).toBe(9)
})

it('names the number where nobody led', () => {
  expect(attendanceText([{ organisation: '주민', lead: '', people: 40 }], t)).toBe('주민 40명')
})

it('counts nothing for a number that is still being typed', () => {
  expect(peopleIn([{ people: Number.NaN }, { people: 2 }])).toBe(2)
})
