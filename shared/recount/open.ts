import { read, type Read } from './fault.ts'
import { digestIn, isPackage, readPackage } from './package.ts'
import { readSource, readText, type Source } from './source.ts'

export interface Opened {
  source: Source
  /** the published digest, where the file came with it */
  digest: string | null
}

/** A file of ballots, or a recount package, by its bytes. */
export function openBytes(name: string, bytes: Uint8Array): Read<Opened> {
  if (isPackage(bytes)) {
    const files = readPackage(bytes)
    if (!files.ok) return files
    const source = readSource(files.value.name, files.value.result)
    return source.ok ? read({ source: source.value, digest: files.value.digest }) : source
  }
  const text = readText(bytes)
  if (!text.ok) return text
  const source = readSource(name, text.value)
  return source.ok ? read({ source: source.value, digest: null }) : source
}

/** What a `digest.txt` says of the file beside it. */
export function digestFrom(bytes: Uint8Array, name: string): string | null {
  const text = readText(bytes)
  return text.ok ? digestIn(text.value, name) : null
}
