/* No look-behind here: browsers of older phones refuse a whole file that has one. */

export const personalKinds = ['residentNumber', 'phone', 'email', 'account'] as const
/** What tells who somebody is: 주민등록번호·외국인등록번호, a telephone, e-mail, and bank account or card number. */
export type PersonalKind = (typeof personalKinds)[number]
export interface PersonalData {
  kind: PersonalKind
  /** as it was written */
  text: string
  /** place of its first letter */
  start: number
}

const GAP = '[\\s.)]?[-‐–—−ㅡ\\s]?\\s?'
const DAY = '\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
/* The first group is what may stand before: no digit, so that a number is found whole or not at all. */
const patterns: { kind: PersonalKind; shape: RegExp; isOne?: (found: string) => boolean }[] = [
  { kind: 'residentNumber', shape: new RegExp(`(^|\\D)(${DAY}${GAP}[1-8]\\d{6})(?!\\d)`, 'g') },
  {
    kind: 'phone',
    shape: new RegExp(`(^|[^\\d,.-])((?:\\+?82${GAP}|0)1[016789]${GAP}\\d{3,4}${GAP}\\d{4})(?!\\d)`, 'g'),
  },
  { kind: 'phone', shape: new RegExp(`(^|[^\\d,.-])(0(?:2|[3-6]\\d|70|50\\d)${GAP}\\d{3,4}${GAP}\\d{4})(?!\\d)`, 'g') },
  { kind: 'email', shape: /()([a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi },
  { kind: 'account', shape: /(^|[^\d-])(\d{2,6}(?:[-‐–—−]\d{1,7}){2,3})(?![\d-])/g, isOne: isAccount },
  { kind: 'account', shape: /((?:계좌|은행|뱅크|농협|신협|금고)[^\d]{0,12})(\d{10,16})(?!\d)/g },
]

/** 10 to 16 digits, and not a company's registration number (3-2-5), which is public. */
function isAccount(found: string): boolean {
  const parts = found.split(/\D/).map(({ length }) => length)
  const digits = parts.reduce((sum, length) => sum + length, 0)
  return digits >= 10 && digits <= 16 && parts.join('-') !== '3-2-5'
}

/** Digits as they are everywhere else, each in its place. */
const plain = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Personal data in a text, in the order in which it stands there. What only looks a little like it is left alone. */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = []
  let rest = plain(text)
  for (const { kind, shape, isOne } of patterns) {
    rest = rest.replace(shape, (whole: string, before: string, data: string, at: number) => {
      if (isOne && !isOne(data)) return whole
      const start = at + before.length
      found.push({ kind, text: text.slice(start, start + data.length), start })
      return before + '·'.repeat(data.length)
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The text with every digit and letter of this data covered. */
export function maskPersonalData(text: string, kinds: readonly PersonalKind[] = personalKinds): string {
  let masked = text
  for (const { kind, text: data, start } of findPersonalData(text)) {
    if (!kinds.includes(kind)) continue
    masked = masked.slice(0, start) + data.replace(/[^\s.)@–—-]/g, '*') + masked.slice(start + data.length)
  }
  return masked
}
