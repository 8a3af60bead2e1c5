import { faultAt, quote, read, type Fault, type Read } from '../fault.ts'
import { sizes } from '../sizes.ts'
import { orderTypes, type PrefLibFile, type PrefLibType } from './file.ts'

/** Read a PrefLib file. `nameOfFile` tells its type where the header does not. */
export function readPrefLib(text: string, nameOfFile: string): Read<PrefLibFile> {
  const lines = text.split(/\r\n|\n|\r/)
  const header = readHeader(lines, nameOfFile)
  if (!header.ok) return header
  const { voters, unique, ...file } = header.value
  let counted = 0
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('#') || line.trim() === '') continue
    const ballot = readBallot(line, i + 1, file)
    if (!ballot.ok) return ballot
    counted += ballot.value.count
    if (!Number.isSafeInteger(counted)) return faultAt(i + 1, 'more votes than can be counted', '셀 수 없이 많은 표')
    file.ballots.push(ballot.value)
  }
  if (counted !== voters.value) {
    return faultAt(
      voters.line,
      `NUMBER VOTERS is ${voters.value}, but the ballots are ${counted}`,
      `NUMBER VOTERS는 ${voters.value}인데 투표지는 ${counted}장입니다`,
    )
  }
  const distinct = () => new Set(file.ballots.map(({ groups }) => JSON.stringify(groups))).size
  if (unique.value !== file.ballots.length && unique.value !== distinct()) {
    return faultAt(
      unique.line,
      `the header counts ${unique.value} different ballots, but there are ${distinct()}`,
      `머리글에는 서로 다른 투표지가 ${unique.value}개인데 실제로는 ${distinct()}개입니다`,
    )
  }
  return read(file)
}

interface Counted {
  value: number
  line: number
}
type Header = PrefLibFile & { voters: Counted; unique: Counted }

function readHeader(lines: readonly string[], nameOfFile: string): Read<Header> {
  const members = new Map<string, { value: string; line: number }>()
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith('#')) continue
    const colon = line.indexOf(':')
    if (colon < 0) continue
    members.set(line.slice(1, colon).trim(), { value: line.slice(colon + 1).trim(), line: i + 1 })
  }
  if (members.size === 0) {
    return faultAt(1, 'the header is missing ("# KEY: value")', '머리글이 없습니다 ("# KEY: value")')
  }
  const type = typeOf(members.get('DATA TYPE')?.value, members.get('FILE NAME')?.value, nameOfFile)
  if (!type) return faultAt(1, 'DATA TYPE is missing', 'DATA TYPE이 없습니다')

  const number = (key: string): Read<Counted> => {
    const member = members.get(key)
    if (!member) return faultAt(1, `${key} is missing in the header`, `머리글에 ${key}가 없습니다`)
    if (!/^\d{1,15}$/.test(member.value)) {
      return faultAt(member.line, `${key} is no number: ${quote(member.value)}`, `${key}가 수가 아닙니다`)
    }
    return read({ value: Number(member.value), line: member.line })
  }
  const names = (key: string, howMany: string): Read<string[]> => {
    const count = number(howMany)
    if (!count.ok) return count
    const { value, line } = count.value
    if (value > sizes.items) {
      return faultAt(line, `${howMany}: more than ${sizes.items}`, `${howMany}: ${sizes.items}개를 넘습니다`)
    }
    const found = Array.from({ length: value }, (_, i) => members.get(`${key} ${i + 1}`)?.value)
    const missing = found.indexOf(undefined)
    if (missing < 0) return read(found as string[])
    return faultAt(line, `${key} ${missing + 1} is missing`, `${key} ${missing + 1}이 없습니다`)
  }

  const alternatives = names('ALTERNATIVE NAME', 'NUMBER ALTERNATIVES')
  if (!alternatives.ok) return alternatives
  const voters = number('NUMBER VOTERS')
  if (!voters.ok) return voters
  const unique = number(type === 'cat' ? 'NUMBER UNIQUE PREFERENCES' : 'NUMBER UNIQUE ORDERS')
  if (!unique.ok) return unique
  const categories = type === 'cat' ? names('CATEGORY NAME', 'NUMBER CATEGORIES') : read([])
  if (!categories.ok) return categories
  return read({
    type,
    title: members.get('TITLE')?.value ?? '',
    description: members.get('DESCRIPTION')?.value ?? '',
    alternatives: alternatives.value,
    categories: categories.value,
    ballots: [],
    voters: voters.value,
    unique: unique.value,
  })
}

function typeOf(told: string | undefined, ...names: (string | undefined)[]): PrefLibType | undefined {
  const isType = (text: string | undefined): text is PrefLibType =>
    text === 'cat' || (orderTypes as readonly (string | undefined)[]).includes(text)
  return [told, ...names.map((name) => name?.split('.').at(-1))].map((text) => text?.toLowerCase()).find(isType)
}

/** `5: 1,{2,3},4`. */
function readBallot(line: string, at: number, file: PrefLibFile): Read<PrefLibFile['ballots'][number]> {
  const head = /^\s*(\d+)\s*:/.exec(line)
  if (!head) {
    return faultAt(at, `a ballot begins with "count:", not ${quote(line)}`, `투표지는 "count:"로 시작해야 합니다`)
  }
  const count = Number(head[1])
  if (count < 1 || !Number.isSafeInteger(count)) {
    return faultAt(at, `not a number of ballots: ${quote(head[1]!)}`, `투표지 수가 아닙니다: ${quote(head[1]!)}`)
  }
  const groups = readGroups(line, head[0].length, at, file.alternatives.length)
  if (!groups.ok) return groups
  const wrong = misfit(file, groups.value, at)
  return wrong ?? read({ count, groups: groups.value })
}

/* One piece after the other; each is looked at once, however long the line is. */
const piece = /\s*(?:(\d+)|([{},]))/y

function readGroups(line: string, start: number, at: number, alternatives: number): Read<number[][]> {
  const groups: number[][] = []
  const seen = new Set<number>()
  let tied: number[] | null = null
  // After a value comes a comma or the end, after a comma a value.
  let isValueNext = true
  let position = start
  const end = line.trimEnd().length
  while (position < end) {
    piece.lastIndex = position
    const found = piece.exec(line)
    if (!found) {
      return faultAt(at, `cannot be read from ${quote(line.slice(position, end))} on`, `읽을 수 없는 곳이 있습니다`)
    }
    position = piece.lastIndex
    const [, digits, sign] = found
    if (digits !== undefined && isValueNext) {
      const index = Number(digits) - 1
      if (index < 0 || index >= alternatives) {
        return faultAt(at, `there is no alternative ${quote(digits)}`, `${quote(digits)}번 항목은 없습니다`)
      }
      if (seen.has(index)) return faultAt(at, `alternative ${digits} stands twice`, `${digits}번 항목이 두 번 나옵니다`)
      seen.add(index)
      if (tied) tied.push(index)
      else groups.push([index])
      isValueNext = false
    } else if (sign === ',' && !isValueNext) {
      isValueNext = true
    } else if (sign === '{' && isValueNext && !tied) {
      groups.push((tied = []))
    } else if (sign === '}' && tied && (!isValueNext || tied.length === 0)) {
      tied = null
      isValueNext = false
    } else {
      return faultAt(at, `a sign at the wrong place: ${quote(found[0].trim())}`, `기호의 자리가 맞지 않습니다`)
    }
  }
  if (tied) return faultAt(at, 'a brace is not closed', '중괄호가 닫히지 않았습니다')
  if (isValueNext && groups.length > 0) return faultAt(at, 'ends with a comma', '쉼표로 끝납니다')
  return read(groups)
}

/** What the type of the file does not allow. */
function misfit({ type, alternatives, categories }: PrefLibFile, groups: number[][], at: number): Fault | undefined {
  if (type === 'cat') {
    if (groups.length === categories.length) return undefined
    return faultAt(
      at,
      `${groups.length} categories instead of ${categories.length}`,
      `분류가 ${categories.length}개가 아니라 ${groups.length}개입니다`,
    )
  }
  if (groups.some((group) => group.length === 0)) return faultAt(at, 'empty braces', '빈 중괄호가 있습니다')
  const ranked = groups.reduce((sum, group) => sum + group.length, 0)
  if (type.endsWith('c') && ranked !== alternatives.length) {
    return faultAt(
      at,
      `not all alternatives are ranked, but the type is ${type}`,
      `${type} 파일인데 모두 매기지 않았습니다`,
    )
  }
  if (type.startsWith('s') && ranked !== groups.length) {
    return faultAt(at, `a tie, but the type is ${type}`, `${type} 파일인데 동점이 있습니다`)
  }
  return undefined
}
