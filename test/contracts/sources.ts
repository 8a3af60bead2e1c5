import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Source {
  /** from the root of the repository */
  file: string
  text: string
}

const readSource = (file: string): Source => ({ file, text: readFileSync(join(root, file), 'utf8') })

/** Our own TypeScript and Vue files below some folders, without tests. */
export const sources = (...folders: string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|vue)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => readSource(join(folder, file))),
  )

/** A file with everything of ours that it imports, also what it loads later, and that imports. */
export function reachedFrom(entry: string): Source[] {
  const reached = new Map<string, Source>([[entry, readSource(entry)]])
  // A Map hands out what is added while it is walked.
  for (const { file, text } of reached.values()) {
    for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.(?:ts|vue))'/g)) {
      const next = normalize(join(dirname(file), target ?? ''))
      if (!reached.has(next) && existsSync(join(root, next))) reached.set(next, readSource(next))
    }
  }
  return [...reached.values()]
}
