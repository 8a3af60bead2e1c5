import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** What all files under a folder with this end say. */
const read = (folder: string, end: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n')

describe('the rules of what is shared', () => {
  it('every id that a test name carries has its sentence in a README', () => {
    const rooms = ['results', 'methods', 'activities']
    const tests = rooms.map((room) => read(`shared/${room}`, '.test.ts')).join('\n')
    const stated = read('shared', 'README.md') + read('server', 'README.md')
    const used = new Set(tests.match(/\[[A-Z]+-\d+\]/g))
    expect(used.size).toBeGreaterThan(20)
    expect([...used].filter((id) => !stated.includes(`**${id}**`))).toEqual([])
  })
})
