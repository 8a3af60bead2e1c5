import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { NoAnswer } from '../net/answers.ts'
import { backoffMs } from '../net/backoff.ts'
import { newSeatToken } from '../net/ids.ts'
import { join } from '../net/join.ts'
import { isRecord, recall, remember } from '../net/storage.ts'
import { useLanguage } from './language.ts'

/** A seat of this device. Every session gets a secret of its own: two sessions cannot be told to be the same person. */
interface Seat {
  token: string
  /** null until the server has answered */
  sessionId: string | null
  seat: string
  title: string
  /** the QR tokens and tickets that led here, so that the same door leads to the same seat again; a code until it is answered */
  doors: string[]
  /** epoch ms: until when the door that led here gives seats, where it closes */
  closesAt?: number | undefined
  /** its session has ended and its holder has moved on */
  isOver?: boolean
  /** its holder was asked about themselves, and has answered or not */
  isAsked?: boolean
}
export type Door = { token: string } | { code: string } | { ticket: string }

const KEY = 'madang.seats'
const MOST = 6
const nameOf = (door: Door): string => Object.values(door)[0] as string
const isSeats = (value: unknown): value is Seat[] =>
  Array.isArray(value) &&
  value.every((seat) => isRecord(seat) && typeof seat.token === 'string' && Array.isArray(seat.doors))

/** The seat in the hall: refresh, screen lock, another tab, another network, and it is still the same one. */
export const useSeat = defineStore('seat', () => {
  const language = useLanguage()
  const seats = shallowRef<Seat[]>(recall(KEY, isSeats) ?? [])
  const current = shallowRef<Seat | null>(null)
  const isJoining = ref(false)
  const refusal = shallowRef<NoAnswer | null>(null)

  function keep(next: Seat[]): void {
    seats.value = next.slice(0, MOST)
    remember(KEY, seats.value)
  }
  const putFirst = (seat: Seat) => keep([seat, ...seats.value.filter(({ token }) => token !== seat.token)])

  /** Sit down again where this device sat: behind this door, or last of all when the page was opened without one. */
  function resume(door?: string): boolean {
    const last = seats.value.find(
      ({ sessionId, doors, isOver }) => sessionId !== null && (door === undefined ? !isOver : doors.includes(door)),
    )
    current.value = last ?? null
    return last !== undefined
  }

  /** The session is over for its holder: without a door this device asks for a code again. */
  function standUp(): void {
    const seat = current.value
    current.value = null
    if (seat) keep(seats.value.map((one) => (one.token === seat.token ? { ...one, isOver: true } : one)))
  }

  /** Nobody is asked about themselves twice. */
  function noteAsked(): void {
    if (!current.value) return
    current.value = { ...current.value, isAsked: true }
    putFirst(current.value)
  }

  async function take(door: Door): Promise<void> {
    const name = nameOf(door)
    // Kept before it is sent: if the answer is lost, the next attempt is the same seat.
    const asked = seats.value.find((seat) => seat.doors.includes(name)) ?? {
      token: newSeatToken(),
      sessionId: null,
      seat: '',
      title: '',
      doors: [name],
    }
    putFirst(asked)
    isJoining.value = true
    refusal.value = null
    const reply = await join({ seat: asked.token, ...door }, language.id)
    isJoining.value = false
    if (!reply.ok) {
      refusal.value = reply
      if (!reply.retryable) keep(seats.value.filter(({ token }) => token !== asked.token))
      return
    }
    // A second door into a session where this device sits already: the first seat stays the one.
    const before = seats.value.find((seat) => seat.sessionId === reply.value.sessionId && seat.token !== asked.token)
    const seat = before ?? { ...asked, ...reply.value }
    // Codes are used again for other sessions one day; only a secret may lead back here.
    const doors = 'code' in door ? seat.doors.filter((known) => known !== name) : [...seat.doors, name]
    current.value = { ...seat, doors: [...new Set(doors)] }
    keep([current.value, ...seats.value.filter(({ token }) => token !== asked.token && token !== seat.token)])
  }

  /** By QR nobody types anything, so nobody is asked to try again either. */
  async function takeByQr(door: Exclude<Door, { code: string }>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await take(door)
      if (!refusal.value?.retryable) return
      await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt)))
    }
  }

  /** The server does not know this seat any more. */
  function leave(): void {
    const gone = current.value
    current.value = null
    if (gone) keep(seats.value.filter(({ token }) => token !== gone.token))
  }

  /** Another way in is tried: what was said of the one before is no longer of interest. */
  const forgive = () => (refusal.value = null)

  return {
    current: computed(() => current.value),
    isJoining,
    refusal,
    resume,
    standUp,
    take,
    takeByQr,
    leave,
    forgive,
    noteAsked,
  }
})
