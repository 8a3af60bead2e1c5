import type { z } from 'zod'
import { faultAt, faultIn, read, type Fault, type Read } from './fault.ts'
import { sizes } from './sizes.ts'

export type Members = Record<string, unknown>

/** Read a file that is one JSON object. */
export function readJson(text: string): Read<Members> {
  const deep = tooDeep(text)
  if (deep) return deep
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return read(value as Members)
    return faultAt(1, 'the JSON is not one object', 'JSON이 객체 하나가 아닙니다')
  } catch (error) {
    return jsonFault(text, String((error as Error).message))
  }
}

/** Engines say where in words of their own: a position, a line, or nothing. */
function jsonFault(text: string, message: string): Fault {
  const position = /position (\d+)/.exec(message)
  const line = position ? lineOf(text, Number(position[1])) : /line (\d+)/.exec(message)?.[1]
  const reason = message.replace(/,? ?\.\.\..*| in JSON at.*| \(line.*/s, '').slice(0, 100)
  const isAtEnd = /end of/i.test(message)
  return faultAt(
    line === undefined ? (isAtEnd ? lineOf(text, text.length) : null) : Number(line),
    `no JSON: ${reason}`,
    `JSON이 아닙니다: ${reason}`,
  )
}

const lineOf = (text: string, position: number): number => text.slice(0, position).split(/\r\n|\n|\r/).length

function tooDeep(text: string): Fault | undefined {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]
    if (sign === '"') {
      i = endOfString(text, i)
    } else if (sign === '[' || sign === '{') {
      depth += 1
      if (depth > sizes.nesting) {
        return faultAt(lineOf(text, i), 'the JSON is nested too deeply', 'JSON이 너무 깊게 겹쳐 있습니다')
      }
    } else if (sign === ']' || sign === '}') depth -= 1
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i
}

/** The first thing that a schema has against a value, with its place: `ballots[3].weight`. */
export function schemaFault({ issues }: z.core.$ZodError): Fault {
  const issue = deepest(issues[0]!)
  const member = issue.path.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  )
  return faultIn(member, issue.message, issue.message)
}

/** Of a union that does not fit: what the alternative that came furthest has to say. */
function deepest(issue: z.core.$ZodIssue): Pick<z.core.$ZodIssue, 'path' | 'message'> {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const inner = issue.errors.flatMap((issues) => issues.slice(0, 1).map(deepest))
  const furthest = inner.sort((a, b) => b.path.length - a.path.length)[0]
  return furthest ? { path: [...issue.path, ...furthest.path], message: furthest.message } : issue
}
