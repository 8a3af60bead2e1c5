import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { faultAt, read, type Read } from './fault.ts'
import { readText } from './source.ts'
import { sizes } from './sizes.ts'

/** A file of a package by its name. */
export type PackageFiles = Record<string, string>

/** Fixed, so that the same files are the same bytes: the oldest time that a ZIP can say. */
const TIME = new Date(1980, 0, 1)

export function zipPackage(files: PackageFiles): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: TIME,
    level: 9,
  })
}

/** Does this begin as a ZIP file does? */
export const isPackage = (bytes: Uint8Array): boolean => strFromU8(bytes.subarray(0, 4), true) === 'PK\x03\x04'

export interface ReadPackage {
  /** `result.json`, or `result-published.json` where the single ballots are not public */
  name: string
  result: string
  /** what `digest.txt` says of the result with all ballots */
  digest: string | null
}

const results = ['result.json', 'result-published.json']

/** The result and its published digest, from a recount package. */
export function readPackage(bytes: Uint8Array): Read<ReadPackage> {
  let isTooLarge = false
  const entries = unpack(bytes, (file) => {
    const isWanted = results.includes(file.name) || file.name === 'digest.txt'
    isTooLarge ||= isWanted && file.originalSize > sizes.bytes
    return isWanted && !isTooLarge
  })
  if (isTooLarge) return faultAt(null, 'the package is too large', '꾸러미가 너무 큽니다')
  if (!entries) return faultAt(null, 'the ZIP file is damaged', 'ZIP 파일이 손상되었습니다')
  const name = results.find((one) => entries[one])
  if (name === undefined)
    return faultAt(null, 'there is no result.json in the package', '꾸러미에 result.json이 없습니다')
  const text = readText(entries[name]!)
  if (!text.ok) return text
  const told = entries['digest.txt']
  return read({ name, result: text.value, digest: told ? digestIn(strFromU8(told), 'result.json') : null })
}

function unpack(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    return null
  }
}

/** The line of `sha256sum` for a file: its digest, two spaces, its name. */
export const digestLine = (digest: string, name: string): string => `${digest}  ${name}\n`
export function digestIn(text: string, name: string): string | null {
  const line = text.split('\n').find((one) => one.trimEnd().endsWith(`  ${name}`))
  return /^[0-9a-f]{64}(?= {2})/.exec(line ?? '')?.[0] ?? null
}
