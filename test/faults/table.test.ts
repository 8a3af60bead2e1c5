import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Rows of the fault matrix; what one row of it names together may stand in several of ours. */
const matrix = [
  ...['app killed before the store step', 'app killed after the store step', 'app killed at close, seal, erase'],
  ...['Redis killed', 'Redis back empty', 'Redis unreachable or paused', 'Redis full', 'disk slow', 'disk full'],
  ...[
    'PostgreSQL down',
    'PGlite killed',
    'message doubled',
    'message reordered',
    'message lost; ack lost',
    'event lost',
  ],
  ...['phone asleep', 'two tabs', 'storage cleared', 'two facilitators', 'projector or facilitator laptop dies'],
  ...[
    'close with ballots in flight',
    'server clock jumps',
    '10,000 joins',
    'malformed frame',
    'flood',
    'rolling restart',
  ],
  'wrong configuration',
]

const rows = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| fault'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, fault = '', tests = '']) => ({ fault, tests }))

const sources = ['server', 'client', 'shared', 'test']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('table.test.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

it('[FAULT-0] every row of the fault matrix is in the table', () => {
  expect(matrix.filter((row) => !rows.some(({ fault }) => fault.startsWith(row)))).toEqual([])
})

it('[FAULT-0] every test that the table names is there, and every test of these files is in the table', () => {
  const named = rows.flatMap(({ tests }) => tests.match(/\b[A-Z0-9]+-\d+\b/g) ?? [])
  expect(named.filter((id) => !sources.includes(`[${id}]`))).toEqual([])
  const ours = new Set(sources.match(/\bFAULT-\d+(?=\])/g))
  expect([...ours].filter((id) => !named.includes(id))).toEqual([])
})
