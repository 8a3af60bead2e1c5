import { SealedResult } from '../results/seal.ts'
import { faultAt, read, type Read } from './fault.ts'
import { readJson, schemaFault, type Members } from './json-file.ts'
import type { PabulibFile } from './pabulib/file.ts'
import { readPabulib } from './pabulib/read.ts'
import type { PrefLibFile } from './preflib/file.ts'
import { readPrefLib } from './preflib/read.ts'
import { PublishedResult } from './published.ts'

/** What was found in a file. */
export type Source =
  | { kind: 'preflib'; file: PrefLibFile }
  | { kind: 'pabulib'; file: PabulibFile }
  | { kind: 'json'; members: Members }
  | { kind: 'sealed'; members: Members; result: SealedResult }
  | { kind: 'published'; members: Members; result: PublishedResult }

/** UTF-8, with or without a byte order mark. */
export function readText(bytes: Uint8Array): Read<string> {
  try {
    return read(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return faultAt(null, 'the file is not UTF-8 text', '파일이 UTF-8 글이 아닙니다')
  }
}

/** Read a file of ballots by what is in it; its name decides only where the content does not tell. */
export function readSource(name: string, text: string): Read<Source> {
  const start = /\S/.exec(text)?.[0]
  if (start === undefined) return faultAt(1, 'the file is empty', '파일이 비어 있습니다')
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  if (start === '{' || extension === 'json') return readMembers(text)
  if (start === '#' || ['soc', 'soi', 'toc', 'toi', 'cat'].includes(extension)) {
    const file = readPrefLib(text, name)
    return file.ok ? read({ kind: 'preflib', file: file.value }) : file
  }
  if (/^\s*META\s*[\r\n]/i.test(text.slice(0, 100)) || extension === 'pb') {
    const file = readPabulib(text)
    return file.ok ? read({ kind: 'pabulib', file: file.value }) : file
  }
  return faultAt(1, 'neither PrefLib nor Pabulib nor JSON', 'PrefLib, Pabulib, JSON 파일이 아닙니다')
}

function readMembers(text: string): Read<Source> {
  const members = readJson(text)
  if (!members.ok) return members
  if (members.value.format === 'madang-result-published') {
    const published = PublishedResult.safeParse(members.value)
    if (!published.success) return schemaFault(published.error)
    return read({ kind: 'published', members: members.value, result: published.data })
  }
  if (members.value.format !== 'madang-result') return read({ kind: 'json', members: members.value })
  const result = SealedResult.safeParse(members.value)
  if (!result.success) return schemaFault(result.error)
  return read({ kind: 'sealed', members: members.value, result: result.data })
}
