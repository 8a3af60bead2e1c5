import { describe, expect, it } from 'vitest'
import type { StickersBallot } from '../ballots/stickers.ts'
import { planTemplates } from '../plan/template.ts'
import { SessionDraft } from '../session/definition.ts'
import { operations } from './http.ts'
import { Connect, LiveCommand, liveCommands } from './live.ts'
import { PROTOCOL } from './version.ts'

const envelope = { v: PROTOCOL, id: 'command-0001' }
const cast = { ...envelope, type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers: { i1: 2 } } }

describe('what comes over the socket', () => {
  it('[PROTO-1] is a command with version, id and type', () => {
    expect(LiveCommand.parse(cast)).toEqual(cast)
    for (const part of ['v', 'id', 'type']) {
      expect(LiveCommand.safeParse({ ...cast, [part]: undefined }).success, part).toBe(false)
    }
  })

  it.each([
    ['an unknown command', { ...envelope, type: 'dropTable' }],
    ['no object', 'castBallot'],
    ['null', null],
    ['a list', [cast]],
    ['an unknown member', { ...cast, weight: 2 }],
    ['an unknown member further in', { ...cast, ballot: { stickers: {}, weight: 2 } }],
    ['a role that somebody gives to himself', { ...cast, role: 'admin' }],
    ['another one’s seat', { ...cast, seat: 'p1' }],
    ['a mark beyond all measure', { ...cast, ballot: { stickers: { i1: -21 } } }],
    ['no mark at all', { ...cast, ballot: { stickers: { i1: 0 } } }],
    ['half a mark', { ...cast, ballot: { stickers: { i1: 0.5 } } }],
    ['a mark that is a word', { ...cast, ballot: { stickers: { i1: '1' } } }],
    ['an item that is none', { ...cast, ballot: { stickers: { constructor: 1 } } }],
    ['an id that is too short', { ...cast, id: 'x' }],
    ['an id with a colon', { ...cast, id: 'abcdefgh:1' }],
    ['no revision', { ...cast, revision: 0 }],
    ['a revision beyond all measure', { ...cast, revision: 1e9 }],
  ])('[PROTO-5] refuses %s', (_, message) => {
    expect(LiveCommand.safeParse(message).success).toBe(false)
  })

  it('a member named like the prototype is no mark and reaches nothing', () => {
    const parsed = LiveCommand.parse({ ...cast, ballot: { stickers: JSON.parse('{"__proto__":{"i1":9}}') as unknown } })
    const ballot = parsed.type === 'castBallot' ? parsed.ballot : null
    expect(JSON.stringify(ballot)).toBe('{"stickers":{}}')
    expect(((ballot as StickersBallot | null)?.stickers as Record<string, unknown>).i1).toBeUndefined()
  })

  it('[PROTO-5] every command refuses a member that it does not know', () => {
    for (const schema of liveCommands) {
      const result = schema.safeParse({ ...envelope, surprise: 1 })
      const codes = result.success ? [] : result.error.issues.map(({ code }) => code)
      expect(codes, schema.shape.type.value).toContain('unrecognized_keys')
    }
  })

  it('connects as a seat, a link or an account, and as only one of them', () => {
    const token = 'abcdefghijklmnopqrstuv'
    expect(Connect.safeParse({ v: 1, lang: 'ko', seat: token }).success).toBe(true)
    expect(Connect.safeParse({ v: 1, link: token }).success).toBe(true)
    expect(Connect.safeParse({ v: 1, seat: token, link: token }).success).toBe(false)
    expect(Connect.safeParse({ v: 1, seat: 'short' }).success).toBe(false)
    expect(Connect.safeParse({}).success).toBe(false)
  })
})

describe('what comes over HTTP', () => {
  it('has every path once for each method, and a change carries an id or a secret of its own', () => {
    const table = Object.values(operations)
    const places = table.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(places).size).toBe(places.length)
    const own = new Set<string>(['join', 'signIn', 'signOut', 'acceptInvitation'])
    for (const [id, operation] of Object.entries(operations)) {
      if (operation.method === 'get' || own.has(id)) continue
      expect(Object.keys(operation.body.shape), id).toContain('id')
    }
  })

  it('prepares a session only with activities that differ by their ids, and by the rules of their kinds', () => {
    const collect = { id: 'a1', title: '의제 수집', minutes: 10, kind: 'collect', settings: {} }
    const draft = {
      stageId: '00000000-0000-4000-8000-000000000001',
      kind: 'workshop',
      title: '워크숍',
      heldAt: '2016-04-21T19:00:00+09:00',
      place: '',
      attendance: [],
      agenda: [collect],
    }
    const fits = (changed: object) => SessionDraft.safeParse({ ...draft, ...changed }).success
    expect(fits({})).toBe(true)
    expect(fits({ agenda: [collect, collect] })).toBe(false)
    expect(fits({ agenda: [] })).toBe(false)
    expect(fits({ heldAt: '2016-04-21' })).toBe(false)
    const vote = (parameters: object) => ({ ...collect, id: 'a2', kind: 'vote', settings: { parameters } })
    expect(fits({ agenda: [collect, vote({ perVoter: 3 })] })).toBe(true)
    expect(fits({ agenda: [collect, vote({ perVoter: 99 })] })).toBe(false)
  })

  it('offers templates with five stages and eight fields, as the document has them', () => {
    const [template] = planTemplates
    expect(template?.stages).toHaveLength(5)
    expect(template?.fields).toHaveLength(8)
  })
})
