import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../shared/results/seal.ts'
import { zipPackage } from '../../shared/recount/package.ts'
import { packageOf } from '../../shared/recount/sealed-package.ts'
import { tempFolder } from '../harness/services.ts'

/* The command, as somebody runs it who has only a file. */

const program = join(import.meta.dirname, '../../dist/server/recount.js')
const vectors = join(import.meta.dirname, '../vectors/ranking.json')
interface Case {
  id: string
  method: string
  expected: { ranking?: string[][] }
}
const { cases } = JSON.parse(readFileSync(vectors, 'utf8')) as { cases: Case[] }

let folder: string
beforeAll(() => {
  if (!existsSync(program)) throw new Error('dist/server/recount.js is missing: run "npm run build" first')
  folder = tempFolder()
  mkdirSync(folder, { recursive: true })
})

interface Ended {
  code: number | null
  out: string
  err: string
}
function recount(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder })
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}
function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

const HEAD = ['DATA TYPE: soi', 'NUMBER ALTERNATIVES: 3', 'NUMBER VOTERS: 5', 'NUMBER UNIQUE ORDERS: 2']
const NAMES = ['ALTERNATIVE NAME 1: 공원', 'ALTERNATIVE NAME 2: 도서관', 'ALTERNATIVE NAME 3: 시장']
const PREFLIB = [...[...HEAD, ...NAMES].map((line) => `# ${line}`), '3: 1,2', '2: 2,3', ''].join('\n')
const PABULIB = [
  ...['META', 'key;value', 'budget;100', 'vote_type;approval', 'rule;equalshares'],
  ...['PROJECTS', 'project_id;cost', 'p1;60', 'p2;50', 'VOTES', 'voter_id;vote', '1;p1,p2', '2;p2', ''],
].join('\n')

const VOTES: Record<string, number>[] = [{ i1: 1 }, { i1: 1 }, { i1: 1 }, { i2: 1 }, {}]
const sealed = seal(
  {
    session: { id: '00000000-0000-4000-8000-000000000001', title: '워크숍', heldAt: null },
    activity: { id: 'a2', title: '투표' },
    closedAt: 1_800_000_000_000,
    checkIns: 6,
    method: 'stickers',
    parameters: { perVoter: 3, perItem: 1 },
    candidates: ['i1', 'i2'].map((id) => ({ id, title: `의제 ${id}`, fieldId: null, originals: [] })),
    previous: null,
  },
  VOTES.map((stickers, i) => ({ ballot: { stickers }, commandId: `c${i}` })),
)

describe('npm run recount', () => {
  it('[RECOUNT-1] every worked example: one JSON object on standard output, nothing else anywhere', async () => {
    const all = cases.map(async ({ id, method, expected, ...given }) => {
      const { code, out, err } = await recount(put(`${id}.json`, JSON.stringify({ ...given, method })), '--json')
      expect({ id, code, err }).toEqual({ id, code: 0, err: '' })
      const found = JSON.parse(out) as { method: string; ranking?: string[][] }
      expect(out.trimEnd().split('\n')).toHaveLength(1)
      expect(found.method).toBe(method)
      if (expected.ranking) expect(found.ranking, id).toEqual(expected.ranking)
    })
    await Promise.all(all)
  })

  it('[RECOUNT-1] PrefLib and Pabulib: the method and its options, by either name', async () => {
    const preflib = put('votes.soi', `\uFEFF${PREFLIB.replaceAll('\n', '\r\n')}`)
    const borda = await recount(preflib, '--method', 'borda')
    expect(borda.code).toBe(0)
    expect(borda.out).toMatch(/1 +7 +도서관\n +2 +6 +공원/)
    const points = await recount(preflib, '--method=topk-points', '--param', 'points=5,1', '--json')
    expect(JSON.parse(points.out)).toMatchObject({
      options: { points: [5, 1] },
      scores: { 공원: 15, 도서관: 13, 시장: 2 },
    })
    const margins = await recount(preflib, '--method', 'schulze', '--option', 'strength=margins', '--json')
    expect(JSON.parse(margins.out)).toMatchObject({ options: { strength: 'margins' }, winners: ['공원'] })
    const named = await recount(put('votes.pb', PABULIB), '--json')
    expect(JSON.parse(named.out)).toMatchObject({ method: 'equal-shares', winners: ['p2'] })
    const approval = await recount('votes.pb', '--method', 'approval', '--json')
    expect(JSON.parse(approval.out)).toMatchObject({ scores: { p1: 1, p2: 2 } })
  })

  it('[RECOUNT-2] what cannot be read: exit 2, the place and the reason, and nothing on standard output', async () => {
    const preflib = put('good.soi', PREFLIB)
    const wrong: [string[], string][] = [
      [[put('stranger.soi', PREFLIB.replace('2: 2,3', '2: 2,7'))], 'stranger.soi: line 9: there is no alternative "7"'],
      [[preflib], 'the file names no method; with --method these are possible: borda'],
      [[preflib, '--method', 'approval'], '"approval" cannot count these ballots'],
      [[preflib, '--method', 'borda', '--option', 'colour=red'], 'options'],
      [[preflib, '--option', 'colour'], '--option needs name=value'],
      [[put('cut.json', '{"method":"borda",\n"candidates":')], 'line 2: no JSON'],
      [[put('long.toi', `${PREFLIB}1: ${'1,'.repeat(5e6)}`)], 'line 10: '],
      [['nowhere.soc'], 'nowhere.soc: cannot be read (ENOENT)'],
      [['.'], 'cannot be read (EISDIR)'],
      [[], 'one FILE is needed'],
      [[preflib, '--fast'], "Unknown option '--fast'"],
    ]
    for (const [args, said] of wrong) {
      const { code, out, err } = await recount(...args)
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' })
      expect(err).toContain(said)
    }
  })

  it('[RECOUNT-5] a sealed result: intact, or exit 1 and what was changed', async () => {
    const { text, digest, result } = sealed
    const zip = await recount(put('package.zip', zipPackage(packageOf(text, digest, 'everybody'))), '--json')
    expect(zip).toMatchObject({ code: 0, err: `Intact: digest ${digest}\n` })
    expect(JSON.parse(zip.out)).toMatchObject({ ranking: result.ranking, digest })

    const edited = text.replace('{"stickers":{"i2":1},"weight":1}', '{"stickers":{"i1":1},"weight":1}')
    expect(edited).not.toBe(text)
    const alone = await recount(put('edited.json', edited))
    expect(alone.code).toBe(1)
    expect(alone.err).toContain('CHANGED scores.i2: sealed 1, counted 0')

    // Somebody who changes ballots and figures alike is found by the digest: of the minutes, or of the file beside it.
    const quiet = text.replace('"checkIns":6', '"checkIns":7')
    const minutes = await recount(put('quiet.json', quiet), '--digest', digest.slice(0, 12))
    expect(minutes.code).toBe(1)
    expect(minutes.err).toContain(`not ${digest.slice(0, 12)}`)
    put('digest.txt', `${digest}  result.json\n`)
    expect((await recount(put('result.json', quiet))).code).toBe(1)
    expect((await recount(put('result.json', text))).code).toBe(0)
  })
})
