import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../shared/protocol/live.ts'
import type { Wish } from '../net/socket.ts'
import { useBallot } from './ballot.ts'
import { useOutbox } from './outbox.ts'
import { useSession } from './session.ts'

/** A line to a server that is played by the test: what was sent, and the answers still owed. */
function line() {
  const session = useSession()
  const sent: { id: string; wish: Wish; answer: (answer: Answer | null) => void }[] = []
  session.send = (id, wish) => new Promise((answer) => sent.push({ id, wish, answer }))
  session.refresh = () => undefined
  session.link = 'connected'
  session.mine = {
    seat: 'p1',
    issues: [],
    supports: [],
    answers: [],
    responses: [],
    askedForHelp: false,
    checks: [],
    ballot: null,
    channel: 'hall',
    groups: {},
  }
  return { session, sent }
}
const no = (code: 'busy' | 'vote_closed' | 'text_unsafe', over = {}): Answer => ({
  ok: false,
  code,
  retryable: code === 'busy',
  message: `왜: ${code}`,
  ...over,
})
const yes: Answer = { ok: true, revision: 1 }
const submit = (text: string): Wish => ({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
const ballot = (id: string) => ({ stickers: { [id]: 1 } })
/** Let what was answered be worked off, and the next rest end. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const freshPage = () => setActivePinia(createPinia())
/** A scope of its own for each test: without a browser the storage is the memory of the module. */
let scope = 0

beforeEach(() => {
  vi.useFakeTimers()
  freshPage()
  scope += 1
})
afterEach(() => vi.useRealTimers())

describe('the outbox', () => {
  it('sends again with the same id after a silence and after "busy", until it is acknowledged', async () => {
    const { sent } = line()
    const outbox = useOutbox()
    outbox.start(null)
    const last = outbox.send(submit('하나'))
    sent[0]!.answer(null)
    await pass(10_000)
    sent[1]!.answer(no('busy'))
    await pass(10_000)
    sent[2]!.answer(yes)
    expect(await last).toEqual(yes)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    expect(outbox.pending).toEqual([])
  })

  it('waits for the line and goes on the moment it is back', async () => {
    const { session, sent } = line()
    const outbox = useOutbox()
    outbox.start(null)
    session.link = 'lost'
    void outbox.send(submit('하나'))
    await pass(3000)
    expect(sent).toHaveLength(0)
    session.link = 'connected'
    await pass()
    expect(sent).toHaveLength(1)
  })

  it('keeps the order of what was said', async () => {
    const { sent } = line()
    const outbox = useOutbox()
    outbox.start(null)
    void outbox.send(submit('하나'))
    void outbox.send(submit('둘'))
    await pass()
    expect(sent).toHaveLength(1)
    sent[0]!.answer(yes)
    await pass()
    expect(sent.map(({ wish }) => 'text' in wish && wish.text)).toEqual(['하나', '둘'])
  })

  it('sends what a reload left behind, with the id it had', async () => {
    const before = line()
    useOutbox().start(`s${scope}`)
    void useOutbox().send(submit('하나'))
    await pass()
    freshPage()
    const after = line()
    useOutbox().start(`s${scope}`)
    await pass()
    expect(after.sent[0]).toMatchObject({ id: before.sent[0]!.id, wish: submit('하나') })
  })

  it('keeps words that were refused until their author has seen it', async () => {
    const { sent } = line()
    const outbox = useOutbox()
    outbox.start(null)
    void outbox.send(submit('하나'))
    sent[0]!.answer(no('text_unsafe'))
    await pass()
    expect(outbox.pending).toEqual([])
    expect(outbox.refused[0]).toMatchObject({ wish: submit('하나'), refusal: '왜: text_unsafe' })
  })
})

describe('the ballot of a seat', () => {
  function voting() {
    const hall = line()
    const mine = useBallot()
    mine.start(`s${scope}`)
    useOutbox().start(`s${scope}`)
    return { ...hall, mine }
  }

  it('counts its revision up from whatever this device or the server knows', async () => {
    const { session, sent, mine } = voting()
    session.noteBallot({ activity: 'a3', revision: 4, ballot: ballot('i1') })
    mine.cast('a3', ballot('i2'))
    sent[0]!.answer(yes)
    await pass()
    mine.cast('a3', ballot('i3'))
    expect(sent.map(({ wish }) => 'revision' in wish && wish.revision)).toEqual([5, 6])
  })

  it('drops the older of two choices on the way, and what is answered to it', async () => {
    const { sent, mine } = voting()
    mine.cast('a3', ballot('i1'))
    mine.cast('a3', ballot('i2'))
    sent[0]!.answer(yes)
    await pass()
    expect(mine.stored('a3')).toBeNull()
    sent[1]!.answer(yes)
    await pass()
    expect(mine.stored('a3')).toMatchObject({ revision: 2, ballot: ballot('i2') })
  })

  it('shows the stored ballot when a later one came from another screen', async () => {
    const { sent, mine } = voting()
    mine.cast('a3', ballot('i1'))
    sent[0]!.answer(no('busy', { code: 'stale', retryable: false, stored: { revision: 7, ballot: ballot('i9') } }))
    await pass()
    expect(mine.stored('a3')).toMatchObject({ revision: 7, ballot: ballot('i9') })
    expect(mine.newsOf('a3')).toEqual({ kind: 'replaced' })
  })

  it('says in a closed vote that this one is not counted, and whether an earlier one is', async () => {
    const { sent, mine } = voting()
    mine.cast('a3', ballot('i1'))
    sent[0]!.answer(no('vote_closed'))
    await pass()
    expect(mine.newsOf('a3')).toEqual({ kind: 'notCounted', earlierCounts: false })

    mine.cast('a4', ballot('i1'))
    sent[1]!.answer(yes)
    await pass()
    mine.cast('a4', ballot('i2'))
    sent[2]!.answer(no('vote_closed'))
    await pass()
    expect(mine.newsOf('a4')).toEqual({ kind: 'notCounted', earlierCounts: true })
  })

  it('keeps a choice that was not sent over a reload, and nothing after the vote', () => {
    voting().mine.choose('a3', ballot('i2'))
    freshPage()
    const { mine } = voting()
    expect(mine.choiceOf('a3')).toEqual(ballot('i2'))
    mine.forgetAll()
    freshPage()
    expect(voting().mine.choiceOf('a3')).toBeNull()
  })
})
