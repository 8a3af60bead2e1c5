import type { PrefLibFile, PrefLibType } from './file.ts'

/**
 * Write a PrefLib file that preflibtools and pref_voting read: all header lines in their order, the narrowest type,
 * equal ballots together, most frequent first. Empty ballots crash those programs: they are left out, and the
 * description says how many they were.
 */
export function writePrefLib(file: PrefLibFile, { name, date }: { name: string; date: string }): string {
  const merged = merge(file)
  const total = merged.reduce((sum, { count }) => sum + count, 0)
  const isEmpty = ({ groups }: { groups: number[][] }) => groups.every((group) => group.length === 0)
  const blank = file.ballots.filter(isEmpty).reduce((sum, { count }) => sum + count, 0)
  const description = [file.description, blank > 0 && `${blank} empty ballots are left out.`].filter(Boolean).join(' ')
  const type = narrowestType(file)
  const isCat = type === 'cat'
  const numbered = (key: string, names: readonly string[]): [string, string][] =>
    names.map((text, i) => [`${key} ${i + 1}`, text])
  const header: [string, string | number][] = [
    ['FILE NAME', `${name}.${type}`],
    ['TITLE', file.title],
    ['DESCRIPTION', description],
    ['DATA TYPE', type],
    ['MODIFICATION TYPE', 'original'],
    ['RELATES TO', ''],
    ['RELATED FILES', ''],
    ['PUBLICATION DATE', date],
    ['MODIFICATION DATE', date],
    ['NUMBER ALTERNATIVES', file.alternatives.length],
    ['NUMBER VOTERS', total],
    [isCat ? 'NUMBER UNIQUE PREFERENCES' : 'NUMBER UNIQUE ORDERS', merged.length],
    ...(isCat ? [['NUMBER CATEGORIES', file.categories.length] as [string, number]] : []),
    ...numbered('ALTERNATIVE NAME', file.alternatives),
    ...numbered('CATEGORY NAME', file.categories),
  ]
  return [
    ...header.map(([key, value]) => `# ${key}: ${oneLine(String(value))}`.trimEnd()),
    ...merged.map(({ count, text }) => `${count}: ${text}`),
    '',
  ].join('\n')
}

/** The narrowest type that fits all ballots that are not empty. */
export function narrowestType({ type, alternatives, ballots }: PrefLibFile): PrefLibType {
  if (type === 'cat') return 'cat'
  const given = ballots.map(({ groups }) => groups).filter((groups) => groups.length > 0)
  const isStrict = given.every((groups) => groups.every((group) => group.length === 1))
  const isComplete = given.every((groups) => groups.flat().length === alternatives.length)
  if (isStrict) return isComplete ? 'soc' : 'soi'
  return isComplete ? 'toc' : 'toi'
}

function merge({ type, ballots }: PrefLibFile): { text: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { groups, count } of ballots) {
    if (groups.every((group) => group.length === 0)) continue
    const text = groups.map((group) => groupText(group, type)).join(',')
    counts.set(text, (counts.get(text) ?? 0) + count)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

function groupText(group: readonly number[], type: PrefLibType): string {
  const numbers = [...group].sort((a, b) => a - b).map((index) => index + 1)
  return numbers.length === 1 && type !== 'cat' ? String(numbers[0]) : `{${numbers.join(',')}}`
}

/** A header line is one line, whatever people write. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
