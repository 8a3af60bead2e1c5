import { expect, it } from 'vitest'
import { readTicket, TICKET_LENGTH, TICKET_LETTERS, ticketCode } from './tickets.ts'

const code = ticketCode('K7MPQ3XWRB')

it('[TICKET-1] a code is read in either case, with spaces and hyphens', () => {
  expect(code).toHaveLength(TICKET_LENGTH + 1)
  expect(readTicket(` ${code.slice(0, 6).toLowerCase()}-${code.slice(6)} `)).toBe(code)
})

it('[TICKET-1] one wrong letter, and two neighbours that changed places, are always seen', () => {
  for (let place = 0; place < code.length; place += 1) {
    for (const letter of TICKET_LETTERS) {
      const wrong = code.slice(0, place) + letter + code.slice(place + 1)
      expect(readTicket(wrong)).toBe(letter === code[place] ? code : null)
    }
    const [a, b] = [code[place], code[place + 1]]
    if (!b || a === b) continue
    expect(readTicket(code.slice(0, place) + b + a + code.slice(place + 2))).toBeNull()
  }
  for (const wrong of ['', code.slice(1), `${code}2`, code.replace('K', 'I')]) expect(readTicket(wrong)).toBeNull()
})
