import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/live/journal.ts'
import { canonicalJson } from '../../shared/base/digest.ts'
import { seal, type CastBallot, type SealedResult } from '../../shared/results/seal.ts'
import type { Fact } from '../../shared/session/state.ts'
import { broken, History, invariants, type Invariant, type Remains } from './invariants.ts'
import { SESSION } from './live.ts'

const CANDIDATES = ['i1', 'i2', 'i3']
const on = (...ids: string[]) => ({ stickers: Object.fromEntries(ids.map((id) => [id, 1])) })

function sealOf(cast: readonly CastBallot[], checkIns = 3) {
  return seal(
    {
      session: { id: SESSION, title: '의제발굴 워크숍', heldAt: null },
      activity: { id: 'a3', title: '투표' },
      closedAt: 1_776_230_000_000,
      checkIns,
      method: 'stickers',
      parameters: { perVoter: 3, perItem: 1 },
      candidates: CANDIDATES.map((id) => ({ id, title: id, fieldId: null, originals: [] })),
      previous: null,
    },
    cast,
  )
}

const frame = { id: 'a3', title: '투표', minutes: 5, kind: 'vote' as const }
const vote = { ...frame, settings: { method: 'stickers' as const, parameters: {} }, candidates: [] }

/** A vote in which all went well: two changed their minds, one came too late, one was told twice. */
function sound() {
  const history = new History()
  const cast = (seat: string, id: string, revision: number, ballot = on('i1')) =>
    history.sent(seat, id, revision, ballot)
  const taken = (seat: string, id: string, revision: number) => history.told(seat, id, { ok: true, revision })
  cast('p1', 'command-1a', 1)
  cast('p2', 'command-2a', 1, on('i1', 'i2'))
  taken('p2', 'command-2a', 1)
  cast('p1', 'command-1b', 2, on('i3'))
  taken('p1', 'command-1b', 2)
  cast('p1', 'command-1a', 1)
  history.told('p1', 'command-1a', { ok: false, refusal: 'stale', stored: { revision: 2, ballot: on('i3') } })
  cast('p2', 'command-2b', 2, on())
  history.closed()
  taken('p2', 'command-2b', 2)
  cast('p3', 'command-3a', 1)
  history.told('p3', 'command-3a', { ok: false, refusal: 'vote_closed' })
  history.revealing()
  const sealed = sealOf([
    { commandId: 'command-1b', ballot: on('i3') },
    { commandId: 'command-2b', ballot: on() },
  ])
  history.filing(sealed.digest)
  const facts: Fact[] = [
    { type: 'activityOpened', activity: { ...vote, phase: 'open' } },
    { type: 'activityClosed', activity: { ...vote, phase: 'closed', closedAt: 1 } },
    { type: 'voteSealed', activity: 'a3', digest: sealed.digest, checkIns: 3, tally: sealed.result },
    {
      type: 'resultRevealed',
      activity: {
        ...vote,
        phase: 'revealed',
        closedAt: 1,
        checkIns: 3,
        digest: sealed.digest,
        tally: sealed.result,
        filed: false,
      },
    },
    { type: 'resultFiled', activity: 'a3' },
  ]
  const entries: Pick<Entry, 'key' | 'facts'>[] = facts.map((fact, n) => ({ key: `account:1 c${n}`, facts: [fact] }))
  const { text, digest } = sealed
  const remains: Remains = {
    vote: 'a3',
    sealed: [text, text],
    entries,
    filed: { results: [{ digest, text }], tasks: [...CANDIDATES] },
  }
  return { history, remains, cast, taken }
}

type Sound = ReturnType<typeof sound>
/** The result as somebody made it, instead of the one that holds. */
const instead = ({ remains }: Sound, cast: readonly CastBallot[], change: Partial<SealedResult> = {}): Remains => ({
  ...remains,
  sealed: [canonicalJson({ ...sealOf(cast).result, ...change })],
})
const first = { commandId: 'command-1b', ballot: on('i3') }
const second = { commandId: 'command-2b', ballot: on() }

/** For each invariant the faults that it is there for. */
const faults: Record<Invariant, Record<string, (given: Sound) => Remains>> = {
  'acked ⇒ counted': { 'a ballot is lost': (given) => instead(given, [second]) },
  'the last acked choice counts': {
    'an older message turned it back': (given) =>
      instead(given, [{ commandId: 'command-1a', ballot: on('i1') }, second]),
    'two ballots of one revision were both taken': (given) => {
      given.cast('p1', 'command-1c', 2, on('i2'))
      given.taken('p1', 'command-1c', 2)
      return given.remains
    },
  },
  'one slot, one ballot': {
    'the same command counts twice': (given) => instead(given, [first, first, second]),
    'one seat counts twice': (given) => instead(given, [first, { commandId: 'command-1a', ballot: on('i1') }, second]),
  },
  'content was sent by its participant': {
    'the content is another': (given) => instead(given, [{ ...first, ballot: on('i2') }, second]),
    'a stranger is counted': (given) => instead(given, [first, second, { commandId: 'nobody-1', ballot: on('i2') }]),
    'a ballot of somebody else is shown': (given) => {
      const stored = { revision: 7, ballot: on('i2') }
      given.history.told('p1', 'command-1a', { ok: false, refusal: 'stale', stored })
      return given.remains
    },
  },
  'refused ⇒ not counted, and told why': {
    'refused as closed, and counted': (given) => {
      given.history.told('p1', 'command-1b', { ok: false, refusal: 'vote_closed' })
      return given.remains
    },
    'stale because of an older one': (given) => {
      const stored = { revision: 1, ballot: on('i1') }
      given.history.told('p1', 'command-1b', { ok: false, refusal: 'stale', stored })
      return given.remains
    },
    'a conflict with itself': (given) => {
      const stored = { revision: 2, ballot: on('i3') }
      given.history.told('p1', 'command-1b', { ok: false, refusal: 'conflict', stored })
      return given.remains
    },
  },
  'no ok after close': {
    'a late one is acknowledged': (given) => {
      given.taken('p3', 'command-3a', 1)
      return given.remains
    },
    'a late one is counted': (given) => instead(given, [first, second, { commandId: 'command-3a', ballot: on('i1') }]),
  },
  'marks add up': {
    'a sticker more': (given) => instead(given, [first, second], { scores: { i1: 0, i2: 0, i3: 2 } }),
    'a blank one is forgotten': (given) => instead(given, [first, second], { blank: 0 }),
    'a ballot is refused at the seal': (given) => instead(given, [first, second], { accepted: 1, rejected: 1 }),
    'more ballots than people': (given) => instead(given, [first, second], { checkIns: 1 }),
  },
  'sealed bytes never change': {
    'two readings': ({ remains }) => ({
      ...remains,
      sealed: [...remains.sealed, remains.sealed[0]!.replace('"blank":1', '"blank":2')],
    }),
    'another spelling': ({ remains }) => ({ ...remains, sealed: [` ${remains.sealed[0]}`] }),
    'no seal': ({ remains }) => ({ ...remains, sealed: [] }),
  },
  'filed once': {
    never: ({ remains }) => ({ ...remains, filed: { ...remains.filed!, results: [] } }),
    twice: ({ remains }) => ({
      ...remains,
      filed: { ...remains.filed!, results: [...remains.filed!.results, ...remains.filed!.results] },
    }),
    'a task is missing': ({ remains }) => ({ ...remains, filed: { ...remains.filed!, tasks: ['i1', 'i2'] } }),
    'other bytes': ({ remains }) => ({
      ...remains,
      filed: { ...remains.filed!, results: [{ ...remains.filed!.results[0]!, text: '{}' }] },
    }),
    'before the reveal': ({ history, remains }) => {
      history.events.unshift({ type: 'filing', digest: '' })
      return remains
    },
  },
  'only allowed state edges, once per command id': {
    'sealed while open': ({ remains }) => ({ ...remains, entries: remains.entries.toSpliced(1, 1) }),
    'opened again': ({ remains }) => ({
      ...remains,
      entries: [...remains.entries, { ...remains.entries[0]!, key: null }],
    }),
    'a command twice': ({ remains }) => ({
      ...remains,
      entries: [...remains.entries, { key: remains.entries[0]!.key, facts: [] }],
    }),
  },
}

it('a vote in which all went well breaks nothing', () => {
  const { history, remains } = sound()
  expect(broken(history, remains)).toEqual([])
})

describe.each(Object.keys(invariants) as Invariant[])('%s', (name) => {
  it.each(Object.keys(faults[name]))('is broken when: %s', (fault) => {
    const given = sound()
    const remains = faults[name][fault]!(given)
    expect(broken(given.history, remains).map((line) => line.split(': ')[0])).toContain(name)
  })
})
