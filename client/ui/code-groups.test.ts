import { expect, it } from 'vitest'
import { codeDigits, codeGroups } from './code-groups.ts'

it('halves the code', () => {
  expect(codeGroups('482917')).toEqual(['482', '917'])
})

it('takes a pasted code with spaces, dashes, words or full-width digits', () => {
  expect(codeDigits('482 917', 6)).toBe('482917')
  expect(codeDigits('코드: 482-917입니다', 6)).toBe('482917')
  expect(codeDigits('４８２９１７', 6)).toBe('482917')
  expect(codeDigits('4829175', 6)).toBe('482917')
})
