import type { Texts } from '../base/texts.ts'

/** Why a file cannot be read, and where: a line of it, or a member of its JSON. Never thrown. */
export interface Fault {
  ok: false
  /** 1 is the first; null where a line says nothing, or there is none */
  line: number | null
  /** the member of a JSON file, like `ballots[3].weight` */
  member: string | null
  reason: Texts
}
export type Read<T> = { ok: true; value: T } | Fault

export const read = <T>(value: T): Read<T> => ({ ok: true, value })
export const faultAt = (line: number | null, en: string, ko: string): Fault => ({
  ok: false,
  line,
  member: null,
  reason: { en, ko },
})
export const faultIn = (member: string, en: string, ko: string): Fault => ({ ...faultAt(null, en, ko), member })

/** "line 12: the reason"; what has no place is the reason alone. */
export function faultText({ line, member, reason }: Fault, language: 'ko' | 'en'): string {
  const place = line === null ? member : language === 'ko' ? `${line}번째 줄` : `line ${line}`
  return place === null || place === '' ? reason[language] : `${place}: ${reason[language]}`
}

const LONGEST_QUOTE = 40
/** A piece of a file that is fit to be shown: short, on one line. */
export function quote(text: string): string {
  const line = text.slice(0, LONGEST_QUOTE + 1).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '�')
  return line.length > LONGEST_QUOTE ? `"${line.slice(0, LONGEST_QUOTE)}…"` : `"${line}"`
}
