import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Answer, Refused } from '../../shared/protocol/live.ts'
import { backoffMs } from '../net/backoff.ts'
import { newCommandId } from '../net/ids.ts'
import type { Wish } from '../net/socket.ts'
import { forget, isRecord, keysUnder, recall, remember } from '../net/storage.ts'
import { useSession } from './session.ts'

/** A command on its way. It leaves the outbox when it is acknowledged, or refused for good. */
export interface Parcel {
  id: string
  /** place in the queue, also after a reload */
  at: number
  wish: Wish
  /** why words were not taken; they stay here until their author has seen it */
  refusal?: string
}
type BallotAnswered = (parcel: Parcel, answer: Answer) => void

const isParcel = (value: unknown): value is Parcel =>
  isRecord(value) && typeof value.id === 'string' && typeof value.at === 'number' && isRecord(value.wish)
/** A ballot replaces the one before it and must not wait behind other words, so each vote has a lane of its own. */
const laneOf = ({ wish }: Parcel): string => (wish.type === 'castBallot' ? `ballot:${wish.activity}` : 'words')
const wordy: ReadonlySet<Wish['type']> = new Set([
  'submitIssue',
  'reviseIssue',
  'addCause',
  'reviseCause',
  'takeNote',
  'reviseNote',
  'answerQuestion',
  'writePrivateNote',
  'submitResponse',
  'reviseResponse',
] as const)
const carriesWords = ({ wish }: Parcel): boolean => wordy.has(wish.type)
/* An answer `internal` may pass, but a command that breaks the server each time must not hold up the others for ever. */
const MOST_BREAKDOWNS = 5

/**
 * What this device wants, kept until the server has it on disk: sent again with the same id after every silence, with
 * back-off, also after a reload. The same command twice counts once, so sending too often is safe and too seldom is not.
 */
export const useOutbox = defineStore('outbox', () => {
  const session = useSession()
  const parcels = shallowRef<readonly Parcel[]>([])
  const waiting = new Map<string, (answer: Answer) => void>()
  const busyLanes = new Set<string>()
  const wakers = new Set<() => void>()
  let prefix: string | null = null
  let onBallot: BallotAnswered = () => undefined

  watch(
    () => session.link,
    (link) => {
      if (link === 'connected') for (const wake of [...wakers]) wake()
    },
    { flush: 'sync' },
  )

  /** `scope` names the seat whose unsent commands are kept over a reload; without one they live as long as the page. */
  function start(scope: string | null): void {
    prefix = scope === null ? null : `madang.outbox.${scope}.`
    parcels.value = (prefix === null ? [] : keysUnder(prefix))
      .flatMap((key) => recall(key, isParcel) ?? [])
      .sort((a, b) => a.at - b.at)
    for (const lane of new Set(parcels.value.map(laneOf))) void work(lane)
  }

  const keep = (parcel: Parcel) => {
    if (prefix !== null) remember(prefix + parcel.id, parcel)
  }
  function put(parcel: Parcel): void {
    keep(parcel)
    parcels.value = [...parcels.value.filter(({ id }) => id !== parcel.id), parcel]
  }
  function drop(id: string): void {
    if (prefix !== null) forget(prefix + id)
    parcels.value = parcels.value.filter((parcel) => parcel.id !== id)
  }

  /** Resolves with the last word: acknowledged, or refused for good. That may take as long as the network is away. */
  function send(wish: Wish): Promise<Answer> {
    const parcel: Parcel = { id: newCommandId(), at: 1 + Math.max(0, ...parcels.value.map(({ at }) => at)), wish }
    if (wish.type === 'castBallot') {
      for (const older of parcels.value) if (laneOf(older) === laneOf(parcel)) drop(older.id)
    }
    put(parcel)
    const answer = new Promise<Answer>((resolve) => waiting.set(parcel.id, resolve))
    void work(laneOf(parcel))
    return answer
  }

  const nextOf = (lane: string): Parcel | undefined =>
    parcels.value.find((parcel) => laneOf(parcel) === lane && parcel.refusal === undefined)

  async function work(lane: string): Promise<void> {
    if (busyLanes.has(lane)) return
    busyLanes.add(lane)
    let attempt = 0
    let last = ''
    for (let parcel = nextOf(lane); parcel; parcel = nextOf(lane)) {
      if (parcel.id !== last) attempt = 0
      last = parcel.id
      const answer = session.link === 'connected' ? await session.send(parcel.id, parcel.wish) : null
      const isLasting = answer && (answer.ok || !answer.retryable || isBroken(answer, attempt))
      if (isLasting) settle(parcel, answer)
      else {
        // Silence on an open line: perhaps it only looks open.
        if (answer === null && session.link === 'connected') session.refresh()
        await rest(backoffMs(attempt))
        attempt += 1
      }
    }
    busyLanes.delete(lane)
  }
  const isBroken = (answer: Refused, attempt: number) => answer.code === 'internal' && attempt >= MOST_BREAKDOWNS

  function settle(parcel: Parcel, answer: Answer): void {
    // A newer ballot took its place while this one was under way: what it was told is no longer of interest.
    if (!parcels.value.includes(parcel)) return
    if (answer.ok || !carriesWords(parcel)) drop(parcel.id)
    else put({ ...parcel, refusal: answer.message })
    if (parcel.wish.type === 'castBallot') onBallot(parcel, answer)
    waiting.get(parcel.id)?.(answer)
    waiting.delete(parcel.id)
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        wakers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      wakers.add(wake)
    })
  }

  return {
    /** on their way */
    pending: computed(() => parcels.value.filter((parcel) => parcel.refusal === undefined)),
    /** words that were not taken */
    refused: computed(() => parcels.value.filter((parcel) => parcel.refusal !== undefined)),
    start,
    send,
    drop,
    /** Ballots are answered to one listener, also those that were sent before a reload. */
    listen: (listener: BallotAnswered) => (onBallot = listener),
  }
})
