/** No letter that is taken for another one: neither 0 and O, nor 1, I and L. Their number is prime. */
export const TICKET_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** letters of chance, before the check letter */
export const TICKET_LENGTH = 10

/** One wrong letter, or two that changed places, never have the same check letter. */
const checkLetter = (letters: string): string => {
  const sum = [...letters].reduce((total, letter, n) => total + (n + 1) * TICKET_LETTERS.indexOf(letter), 0)
  return TICKET_LETTERS[sum % TICKET_LETTERS.length]!
}

/** A ticket's code from its letters of chance: the check letter stands at the end. */
export const ticketCode = (letters: string): string => letters + checkLetter(letters)

/** A code as it was typed, in either case, with spaces and hyphens; null when it cannot be one. */
export function readTicket(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  const letters = code.slice(0, -1)
  const isWhole = letters.length === TICKET_LENGTH && [...code].every((letter) => TICKET_LETTERS.includes(letter))
  return isWhole && ticketCode(letters) === code ? code : null
}
