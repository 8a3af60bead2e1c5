import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { methodOf } from '../methods/index.ts'
import { seal, type CastBallot, type ClosedVote } from '../results/seal.ts'
import { ballotFile } from './ballot-file.ts'
import { faultText, type Read } from './fault.ts'
import { openBytes } from './open.ts'
import { zipPackage } from './package.ts'
import type { PabulibFile } from './pabulib/file.ts'
import { readPabulib } from './pabulib/read.ts'
import { writePabulib } from './pabulib/write.ts'
import type { PrefLibFile } from './preflib/file.ts'
import { readPrefLib } from './preflib/read.ts'
import { narrowestType, writePrefLib } from './preflib/write.ts'
import { recountSource } from './recount.ts'
import { checkSealed, isIntact } from './sealed.ts'
import { packageOf } from './sealed-package.ts'
import { readSource } from './source.ts'

const valueOf = <T>(found: Read<T>): T => {
  if (!found.ok) throw new Error(faultText(found, 'en'))
  return found.value
}
const faultOf = (found: Read<unknown>): string => (found.ok ? 'no fault' : faultText(found, 'en'))

/** Names as people write them, on one line. */
const anyName = fc
  .string({
    unit: fc.constantFrom('가', '나', 'a', 'B', '1', ',', ':', '#', ';', '"', '{', ' ', '日'),
    minLength: 1,
    maxLength: 12,
  })
  .map((name) => name.replace(/\s+/g, ' ').trim())
  .filter((name) => name !== '')
const anyNames = fc.uniqueArray(anyName, { minLength: 1, maxLength: 7 })

const anyOrders: fc.Arbitrary<PrefLibFile> = anyNames.chain((alternatives) => {
  const all = alternatives.map((_, i) => i)
  const groups = fc
    .tuple(fc.shuffledSubarray(all, { minLength: 1 }), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }))
    .map(([order, isTied]) =>
      order.reduce<number[][]>((found, item, i) => {
        if (i > 0 && isTied[i]) found.at(-1)!.push(item)
        else found.push([item])
        return found
      }, []),
    )
    .map((order) => order.map((group) => group.sort((a, b) => a - b)))
  const ballots = fc.uniqueArray(fc.record({ count: fc.integer({ min: 1, max: 999 }), groups }), {
    maxLength: 8,
    selector: (ballot) => JSON.stringify(ballot.groups),
  })
  return ballots.map((given) => ({
    type: 'toi',
    title: 't',
    description: '',
    alternatives,
    categories: [],
    ballots: given,
  }))
})

const anyCategories: fc.Arbitrary<PrefLibFile> = fc
  .tuple(anyNames, fc.integer({ min: 1, max: 4 }))
  .chain(([alternatives, size]) => {
    const groups = fc.array(fc.integer({ min: -1, max: size - 1 }), {
      minLength: alternatives.length,
      maxLength: alternatives.length,
    })
    const ballot = groups
      .filter((places) => places.some((place) => place >= 0))
      .map((places) =>
        Array.from({ length: size }, (_, c) => places.flatMap((place, item) => (place === c ? [item] : []))),
      )
    return fc
      .uniqueArray(fc.record({ count: fc.integer({ min: 1, max: 99 }), groups: ballot }), {
        maxLength: 6,
        selector: ({ groups: of }) => JSON.stringify(of),
      })
      .map((ballots) => ({
        type: 'cat' as const,
        title: '',
        description: '',
        alternatives,
        categories: Array.from({ length: size }, (_, i) => `c${i}`),
        ballots,
      }))
  })

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
const turn = (text: string, ending: string) => `\uFEFF${text.replaceAll('\n', ending)}`
const written = (file: PrefLibFile) => writePrefLib(file, { name: 'x', date: '2026-11-24' })

describe('PrefLib', () => {
  it.each([
    ['orders', anyOrders],
    ['categories', anyCategories],
  ])('[RECOUNT-3] %s: what is written is read, as it was, in the narrowest type', (_, files) => {
    fc.assert(
      fc.property(files, fc.constantFrom('\n', '\r\n'), (file, ending) => {
        const text = written(file)
        const found = valueOf(openBytes('x.toi', new TextEncoder().encode(turn(text, ending)))).source
        if (found.kind !== 'preflib') throw new Error(found.kind)
        expect(found.file.type).toBe(narrowestType(file))
        expect(found.file.alternatives).toEqual(file.alternatives)
        expect(found.file.categories).toEqual(file.categories)
        expect([...found.file.ballots].sort(byText)).toEqual([...file.ballots].sort(byText))
      }),
      { numRuns: 300 },
    )
  })

  it('[RECOUNT-3] equal ballots are put together, empty ones are left out and told', () => {
    const file: PrefLibFile = {
      ...{ type: 'toi', title: '', description: '', categories: [], alternatives: ['A', 'B'] },
      ballots: [
        { count: 5, groups: [[0]] },
        { count: 2, groups: [[0]] },
        { count: 3, groups: [] },
      ],
    }
    const text = written(file)
    expect(text).toContain('# DESCRIPTION: 3 empty ballots are left out.\n# DATA TYPE: soi\n')
    expect(text).toContain('# NUMBER VOTERS: 7\n# NUMBER UNIQUE ORDERS: 1\n')
    expect(text.endsWith('\n7: 1\n')).toBe(true)
  })

  const head = ['DATA TYPE: toi', 'NUMBER ALTERNATIVES: 3', 'NUMBER VOTERS: 7', 'NUMBER UNIQUE ORDERS: 2']
  const names = ['ALTERNATIVE NAME 1: A', 'ALTERNATIVE NAME 2: B', 'ALTERNATIVE NAME 3: C']
  const lines = [...[...head, ...names].map((line) => `# ${line}`), '5: 1,{2,3}', '2: 3']
  const text = lines.join('\n')
  it.each([
    ['no header', '5: 1,2\n', 'line 1: the header is missing'],
    ['no names', text.replace('NAME 2', 'NAMEE 2'), 'line 2: ALTERNATIVE NAME 2 is missing'],
    [
      'a million alternatives',
      text.replace('ALTERNATIVES: 3', 'ALTERNATIVES: 1000000'),
      'line 2: NUMBER ALTERNATIVES: more than',
    ],
    ['too many to count', text.replace('2: 3', '9007199254740993: 3'), 'line 9: not a number of ballots'],
    ['a sum too large', text.replace('2: 3', '9007199254740991: 3'), 'line 9: more votes than can be counted'],
    ['other voters', text.replace('2: 3', '3: 3'), 'line 3: NUMBER VOTERS is 7, but the ballots are 8'],
    ['other orders', text.replace('ORDERS: 2', 'ORDERS: 4'), 'line 4: the header counts 4 different ballots'],
    ['a stranger', text.replace('2: 3', '2: 4'), 'line 9: there is no alternative "4"'],
    ['twice', text.replace('2: 3', '2: 3,{1,3}'), 'line 9: alternative 3 stands twice'],
    ['an open brace', text.replace('2: 3', '2: {3,1'), 'line 9: a brace is not closed'],
    ['a brace in a brace', text.replace('2: 3', '2: {3,{1}}'), 'line 9: a sign at the wrong place'],
    ['a comma too many', text.replace('2: 3', '2: 3,'), 'line 9: ends with a comma'],
    ['a tie that the type forbids', text.replace('toi', 'soi'), 'line 8: a tie, but the type is soi'],
    ['an order that is too short', text.replace('toi', 'toc'), 'line 9: not all alternatives are ranked'],
  ])('[RECOUNT-2] %s: the line and the reason', (_, given, said) => {
    expect(faultOf(readPrefLib(given, 'x.toi'))).toContain(said)
  })

  it('[RECOUNT-2] a line of ten million characters is answered', () => {
    for (const line of [
      '1,'.repeat(5e6),
      '{'.repeat(1e7),
      '9'.repeat(1e7),
      ' '.repeat(1e7),
      `5: ${'1 '.repeat(5e6)}`,
    ]) {
      expect(readPrefLib(`${text}\n${line}x`, 'x.toi').ok).toBe(false)
    }
  })
})

const anyVotes: fc.Arbitrary<PabulibFile> = fc
  .tuple(fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 6 }), anyName, fc.boolean())
  .chain(([ids, name, hasPoints]) =>
    fc.array(fc.shuffledSubarray(ids, { minLength: hasPoints ? 1 : 0 }), { maxLength: 8 }).map((votes) => ({
      voteType: hasPoints ? ('cumulative' as const) : ('approval' as const),
      budget: 1000,
      projects: ids.map((id, i) => ({ id, cost: i * 10, name })),
      votes: votes.map((projects) => ({ projects, points: hasPoints ? projects.map((_, i) => i + 1) : null })),
      meta: { description: name },
    })),
  )

describe('Pabulib', () => {
  it('[RECOUNT-3] what is written is read, as it was', () => {
    fc.assert(
      fc.property(anyVotes, fc.constantFrom('\n', '\r\n'), (file, ending) => {
        const found = valueOf(readPabulib(writePabulib(file).replaceAll('\n', ending)))
        expect(found).toMatchObject({ ...file, meta: { ...file.meta, num_votes: String(file.votes.length) } })
      }),
      { numRuns: 300 },
    )
  })

  const text = [
    ...['META', 'key;value', 'budget;100', 'vote_type;approval', 'num_votes;2'],
    ...['PROJECTS', 'project_id;cost;name', 'p1;60;"a;b ""c"""', 'p2;50;d'],
    ...['VOTES', 'voter_id;vote', '1;p1,p2', '2;', ''],
  ].join('\n')
  it('reads quotes, an empty vote, and a file without the line key;value', () => {
    expect(valueOf(readPabulib(text.replace('key;value\n', ''))).projects[0]?.name).toBe('a;b "c"')
  })
  it.each([
    ['no META', text.replace('META', 'meat'), 'line 1: the file does not begin with META'],
    ['no VOTES', text.replace('VOTES', 'VOTE'), 'the section VOTES is missing'],
    ['a strange vote_type', text.replace('approval', 'veto'), 'line 4: unknown vote_type "veto"'],
    ['no budget', text.replace('100', 'much'), 'line 3: the budget is no amount: "much"'],
    ['other votes', text.replace('num_votes;2', 'num_votes;3'), 'line 5: num_votes is "3", but there are 2'],
    ['a cost below zero', text.replace('p2;50', 'p2;-50'), 'line 9: the cost is no amount: "-50"'],
    ['a project twice', text.replace('p2;50', 'p1;50'), 'line 9: project "p1" stands twice'],
    ['a strange project', text.replace('p1,p2', 'p1,none'), 'line 12: there is no project "none"'],
    ['twice in one vote', text.replace('p1,p2', 'p1,p1'), 'line 12: a project stands twice in one vote'],
    ['an open quote', text.replace('""c"""', '""c""'), 'is not closed'],
  ])('[RECOUNT-2] %s: the line and the reason', (_, given, said) => {
    expect(faultOf(readPabulib(given))).toContain(said)
  })
  it('[RECOUNT-2] ten million characters in a field, in quotes, or in lines are answered', () => {
    for (const end of ['x'.repeat(1e7), `"${'x'.repeat(1e7)}`, '""'.repeat(5e6), '\n'.repeat(1e7), ';'.repeat(1e6)]) {
      expect(readPabulib(`${text}${end}`).ok).toBeTypeOf('boolean')
    }
  })
})

describe('JSON', () => {
  const good = {
    method: 'stickers',
    options: { perVoter: 3 },
    candidates: ['A', 'B'],
    ballots: [{ stickers: { A: 1 } }],
  }
  const count = (members: object) => {
    const source = readSource('x.json', JSON.stringify(members))
    return source.ok ? recountSource(source.value) : source
  }
  it('counts, and passes over members that it does not know', () => {
    expect(valueOf(count({ ...good, title: 'x' }))).toMatchObject({ method: 'stickers', ranking: [['A'], ['B']] })
  })
  it.each([
    ['an unknown method', { ...good, method: 'dice' }, 'method: "dice" cannot count these ballots'],
    ['a method that objects have', { ...good, method: 'toString' }, 'method: "toString" cannot'],
    ['no method', { ...good, method: undefined }, 'the file names no method'],
    ['an unknown option', { ...good, options: { perVotr: 3 } }, 'options: '],
    ['options that are none', { ...good, options: 3 }, 'options: not an object'],
    ['a weight of nothing', { ...good, ballots: [{ stickers: { A: 1 }, weight: 0 }] }, 'ballots[0].weight: '],
    [
      'too many items',
      { ...good, candidates: Array.from({ length: 9999 }, (_, i) => `${i}`) },
      'candidates: more than',
    ],
    ['a reserved name', { ...good, candidates: ['A', '__proto__'] }, 'candidates[1]: this name is reserved'],
  ])('[RECOUNT-2] %s: the place and the reason', (_, members, said) => {
    expect(faultOf(count(members))).toContain(said)
  })
  it('[RECOUNT-2] what is no JSON: the line; too deep: refused before it is read', () => {
    expect(faultOf(readSource('x.json', '{\n "a": 1,\n oops }'))).toMatch(/^line 3: no JSON/)
    expect(faultOf(readSource('x.json', `{"ballots":${'['.repeat(1e6)}`))).toMatch(/^line 1: .*nested too deeply/)
    expect(faultOf(readSource('x.json', ''))).toBe('line 1: the file is empty')
    expect(openBytes('x.json', new Uint8Array([0xff, 0xfe])).ok).toBe(false)
    expect(faultOf(openBytes('x.zip', new TextEncoder().encode('PK\x03\x04nothing')))).toContain('damaged')
  })
})

const voteOf = (method: ClosedVote['method'], parameters: ClosedVote['parameters'], size: number): ClosedVote => ({
  session: { id: '00000000-0000-4000-8000-000000000001', title: '워크숍; "첫째"', heldAt: null },
  activity: { id: 'a2', title: '투표' },
  closedAt: 1_800_000_000_000,
  checkIns: 50,
  method,
  parameters,
  candidates: Array.from({ length: size }, (_, i) => ({
    ...{ id: `i${i + 1}`, title: '같은 제목', fieldId: null },
    originals: [],
  })),
  previous: null,
})
const many = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)
const castAll = (ballots: CastBallot['ballot'][]): CastBallot[] =>
  ballots.map((ballot, i) => ({ ballot, commandId: `command-${i}` }))
const open = (files: Record<string, string>) => valueOf(openBytes('x.zip', zipPackage(files)))

describe('packages', () => {
  const stickers = seal(
    voteOf('stickers', { perVoter: 3, perItem: 1 }, 3),
    castAll([...many(5, { stickers: { i1: 1, i2: 1 } }), { stickers: {} }, { stickers: { i3: 1 } }]),
  )
  const orders = [['i1'], ['i2'], ['i3']]
  const ranked = (size: number) =>
    seal(
      voteOf('schulze', { strength: 'margins', unranked: 'tied-last', topK: 20, tiesAllowed: true }, size),
      castAll([...many(4, { ranking: orders }), { ranking: [['i2', 'i3']] }, { ranking: [] }]),
    )

  const money = { budget: 100, costs: { i1: 60, i2: 50, i3: 30 } }
  const budget = seal(
    voteOf('equal-shares', methodOf('equal-shares').parameters.parse(money), 3),
    castAll([...many(3, { approve: ['i1', 'i3'] }), ...many(3, { approve: ['i2'] }), { approve: [] }]),
  )

  it('[RECOUNT-4] a sealed result is intact; its package has its bytes, its digest, and is the same each time', () => {
    for (const { text, digest } of [stickers, budget, ranked(3), ranked(9)]) {
      const files = packageOf(text, digest, 'auditors')
      expect(zipPackage(files)).toEqual(zipPackage(packageOf(text, digest, 'auditors')))
      expect(files['result.json']).toBe(text)
      const { source, digest: told } = open(files)
      if (source.kind !== 'sealed') throw new Error(source.kind)
      const check = valueOf(checkSealed(source.members, source.result, told))
      expect(check).toMatchObject({ digest, expected: digest })
      expect(isIntact(check)).toBe(true)
    }
  })

  it('[RECOUNT-5] one changed ballot, one changed figure, a changed receipt: each is found, and named', () => {
    const edits: [(result: typeof stickers.result) => void, string][] = [
      [(result) => (result.ballots[1] = { weight: 1, stickers: { i2: 1 } }), 'scores.i3'],
      [(result) => (result.ballots[0]!.weight += 1), 'receipts'],
      [(result) => (result.scores.i1 = 6), 'scores.i1'],
      [(result) => result.ranking.reverse(), 'ranking'],
      [(result) => (result.blank = 0), 'blank'],
      [(result) => result.ballots.reverse(), 'ballots[0].weight'],
    ]
    for (const [edit, named] of edits) {
      const result = structuredClone(stickers.result)
      edit(result)
      const check = valueOf(checkSealed(result, result, stickers.digest))
      expect(check.isDigestRight).toBe(false)
      expect(check.differences.map(({ member }) => member)).toContain(named)
    }
    const quiet = { ...stickers.result, checkIns: 51 }
    expect(isIntact(valueOf(checkSealed(quiet, quiet, stickers.digest.slice(0, 12))))).toBe(false)
  })

  it('[RECOUNT-7] the ballots in the form of other programs give the same ranking', () => {
    for (const { result } of [stickers, budget, ranked(3), ranked(9)]) {
      const file = ballotFile(result)!
      const source = valueOf(readSource(file.name, file.text))
      const { method, options } = result
      const counted = valueOf(recountSource(source, { method, options: result === budget.result ? {} : options }))
      const number = (name: string) => /\((i\d+)\)$/.exec(name)?.[1] ?? name
      expect((counted.ranking as string[][]).map((group) => group.map(number))).toEqual(result.ranking)
    }
  })

  it('[RECOUNT-8] above 6 options, or below 5 ballots, everybody gets counts and no ballots', () => {
    const { text, digest, result } = ranked(9)
    const files = packageOf(text, digest, 'everybody')
    expect(Object.keys(files).sort()).toEqual(['README.txt', 'digest.txt', 'result-published.json', 'rule-card.txt'])
    const published = JSON.parse(files['result-published.json']!) as Record<string, unknown>
    expect(published).toMatchObject({ digest, ranking: result.ranking })
    expect(published).not.toHaveProperty('ballots')
    expect(published).not.toHaveProperty('receipts')
    expect(published.pairwise).toEqual((result.figures as Record<string, unknown>).pairwise)
    expect((published.rankCounts as number[][])[0]).toEqual([4, 0, 0, 0, 0, 0, 0, 0, 0])
    // And from the counts alone the ranking comes out again.
    const { source } = open(files)
    expect(valueOf(recountSource(source)).ranking).toEqual(result.ranking)

    expect(packageOf(ranked(3).text, ranked(3).digest, 'everybody')).toHaveProperty(['result.json'])
    const few = seal(voteOf('stickers', { perVoter: 3, perItem: 1 }, 3), castAll([{ stickers: { i1: 1 } }]))
    expect(packageOf(few.text, few.digest, 'everybody')).not.toHaveProperty(['result.json'])
  })
})
