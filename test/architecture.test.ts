import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'

const shared = [
  'base',
  'i18n',
  'plan',
  'ballots',
  'methods',
  'results',
  'recount',
  'similarity',
  'activities',
  'session',
  'protocol',
].map((room) => `shared/${room}`)
const server = (...rooms: string[]) => rooms.map((room) => `server/${room}`)
const client = (...rooms: string[]) => rooms.map((room) => `client/${room}`)

/** Which room may import which; the drawing is in CONTRIBUTING.md. A room may import itself, tests may import anything. */
const mayImport: Record<string, string[]> = {
  'shared/base': [],
  'shared/i18n': ['shared/base'],
  'shared/plan': ['shared/base'],
  'shared/ballots': ['shared/base'],
  'shared/methods': ['shared/base', 'shared/ballots'],
  'shared/results': ['shared/base', 'shared/i18n', 'shared/plan', 'shared/ballots', 'shared/methods'],
  'shared/recount': ['shared/base', 'shared/i18n', 'shared/methods', 'shared/results'],
  // Which texts mean the same.
  'shared/similarity': ['shared/base'],
  'shared/activities': [
    'shared/base',
    'shared/similarity',
    'shared/plan',
    'shared/ballots',
    'shared/methods',
    'shared/results',
  ],
  'shared/session': shared.filter((room) => room !== 'shared/protocol'),
  'shared/protocol': shared,

  'server/config': ['shared/base'],
  'server/log': ['shared/base', ...server('config')],
  'server/admission': [],
  // What the embedded stores share: the lock of a folder, the place of a socket.
  'server/local': [],
  'server/redis': server('config', 'log', 'local'),
  'server/db': server('config', 'log', 'local'),
  'server/live': [...server('redis', 'log'), ...shared],
  // Whether a vote can be held now: loop, store, disk, memory; and the figures.
  'server/health': [...server('redis', 'log'), ...shared],
  // What is like a text that somebody is writing.
  'server/similar': shared,
  'server/plan': [...server('db', 'log'), ...shared],
  'server/accounts': [...server('db', 'log'), ...shared],
  'server/broadcast': [...server('live', 'log'), ...shared],
  'server/closing': [...server('live', 'plan', 'db', 'log'), ...shared],
  'server/exports': [...server('plan'), ...shared],
  'server/socket': [
    ...server('live', 'plan', 'accounts', 'broadcast', 'exports', 'health', 'similar', 'config', 'log'),
    ...shared,
  ],
  'server/http': [...server('live', 'plan', 'accounts', 'broadcast', 'exports', 'config', 'log'), ...shared],
  'server/rehearsal': shared,
  'server/recount': shared,
  // The documentation, made from the schemas alone; a door in its own right.
  'server/docs': [...server('accounts'), ...shared],

  'client/net': shared,
  'client/stores': [...client('net'), ...shared],
  'client/ui': ['shared/i18n'],
  'client/ballots': [...client('ui'), ...shared],
  'client/activities': [...client('ballots', 'stores', 'ui'), ...shared],
  'client/screens': [...client('activities', 'stores', 'net', 'ui'), ...shared],
}

/** Files that build the parts and join them: they may import their whole side. */
const joiners = [/^server\/main\.ts$/, /^client\/[\w-]+\.ts$/]

/** Packages that one place knows. */
const knownBy: Record<string, string[]> = {
  'socket.io': server('socket'),
  'socket.io-client': [...client('net'), ...server('rehearsal')],
  express: server('http', 'docs'),
  ioredis: server('redis', 'live'),
  kysely: server('db', 'plan', 'accounts', 'closing'),
  pg: server('db'),
  '@electric-sql/pglite': server('db'),
  pino: server('log'),
  'prom-client': server('health'),
  vite: [],
}

/** The ground is pure and runs on phones as well: nothing but these, and nothing of Node. */
const packagesOfTheGround: Record<string, string[]> = {
  zod: shared,
  canonicalize: ['shared/base'],
  '@noble/hashes': ['shared/base'],
  'es-hangul': ['shared/base', 'shared/i18n'],
  fflate: ['shared/recount'],
}

interface Import {
  from: string
  to: string
  name: string
  isOutside: boolean
}

/** `server/live/keys.ts` is in `server/live`, `server/log.ts` is `server/log`. */
const roomOf = (file: string) =>
  file
    .split('/')
    .slice(0, 2)
    .join('/')
    .replace(/\.\w+$/, '')
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
const isTest = (file: string) => /\.(test|bench)\.ts$/.test(file)
const isJoiner = (file: string) => joiners.some((shape) => shape.test(file))

async function readImports(): Promise<{ files: string[]; imports: Import[] }> {
  const { output } = await cruise(
    ['client', 'server', 'shared'],
    { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: { path: '\\.mjs$|^(data|dist)/' } },
    { extensions: ['.ts', '.vue', '.js'] },
    { tsConfig: { options: { allowImportingTsExtensions: true, noEmit: true } } },
  )
  const modules = (output as ICruiseResult).modules.filter(({ source }) => /^(client|server|shared)\//.test(source))
  const files = modules.map(({ source }) => source)
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ module: name }) => {
      const isOutside = !name.startsWith('.')
      return { from: source, name, isOutside, to: isOutside ? name : join(dirname(source), name.replace(/\?.*$/, '')) }
    }),
  )
  return { files, imports: imports.filter(({ from }) => !isTest(from)) }
}

describe('rooms', () => {
  let files: string[]
  let inside: Import[]
  let outside: Import[]

  beforeAll(async () => {
    const read = await readImports()
    files = read.files
    inside = read.imports.filter(({ isOutside }) => !isOutside)
    outside = read.imports.filter(({ isOutside }) => isOutside)
  })

  it('[HOUSE-1] every file is in a room of the table', () => {
    const homeless = files.filter((file) => !isJoiner(file) && !isTest(file) && !mayImport[roomOf(file)])
    expect(homeless).toEqual([])
  })

  it('[HOUSE-2] imports, type imports too, only point to rooms that the table allows', () => {
    const isAllowed = ({ from, to }: Import) =>
      roomOf(from) === roomOf(to) ||
      (mayImport[roomOf(from)] ?? []).includes(roomOf(to)) ||
      (isJoiner(from) && (roomOf(to).startsWith('shared/') || from.split('/')[0] === to.split('/')[0]))
    expect(inside.filter((found) => !isAllowed(found)).map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('[HOUSE-3] nobody imports a file that joins the parts', () => {
    expect(inside.filter(({ from, to }) => isJoiner(to) && !isJoiner(from))).toEqual([])
  })

  it('[HOUSE-4] what one place knows is imported in that place only', () => {
    const strays = outside.filter(({ from, name }) => {
      const rooms = knownBy[packageOf(name)]
      return rooms && !isJoiner(from) && !rooms.includes(roomOf(from))
    })
    expect(strays.map(({ from, name }) => `${from} imports ${name}`)).toEqual([])
  })

  it('[HOUSE-5] the ground is pure: no package but those listed, nothing of Node', () => {
    const strays = outside.filter(
      ({ from, name }) => from.startsWith('shared/') && !packagesOfTheGround[packageOf(name)]?.includes(roomOf(from)),
    )
    expect(strays.map(({ from, name }) => `${from} imports ${name}`)).toEqual([])
  })

  it('[HOUSE-6] only the settings read the environment', () => {
    const readers = files.filter((file) => !isTest(file) && /process\.env\b/.test(readFileSync(file, 'utf8')))
    expect(readers).toEqual(['server/config.ts'])
  })

  it('[HOUSE-7] reads imports of components and of types', () => {
    expect(files.length).toBeGreaterThan(0)
    const read = inside.map(({ from, to }) => `${from} ${to}`)
    expect(read).toContain('server/log.ts server/config.ts')
    if (files.some((file) => file.endsWith('.vue'))) expect(read.some((line) => line.includes('.vue '))).toBe(true)
  })
})
