import type { ServedChannel } from '../../../shared/base/channels.ts'
import { isRecord, keysUnder, recall, remember } from '../../net/storage.ts'

/** A seat that this device took for somebody in the hall. */
export interface ServedSeat {
  /** its secret */
  token: string
  channel: ServedChannel
  /** null until the server has answered */
  sessionId: string | null
  seat: string
  /** the vote in which somebody voted on it last */
  voted: string | null
}

const isSeats = (value: unknown): value is ServedSeat[] =>
  Array.isArray(value) && value.every((seat) => isRecord(seat) && typeof seat.token === 'string')

export const scopeOf = ({ sessionId, seat }: ServedSeat): string => `${sessionId}.${seat}`

/** Has something of this seat not been acknowledged? */
export const hasUnsent = (seat: ServedSeat): boolean => keysUnder(`madang.outbox.${scopeOf(seat)}.`).length > 0

/**
 * Whose seat the next person gets: one on which nobody has voted in this vote, so that a person who changed their mind
 * and a vote before this one leave no empty seats in the count. Null: a new one.
 */
export const freeSeat = (
  seats: readonly ServedSeat[],
  activity: string,
  channel: ServedChannel,
  isBusy: (seat: ServedSeat) => boolean = hasUnsent,
): ServedSeat | null =>
  seats.find((seat) => seat.channel === channel && seat.voted !== activity && !isBusy(seat)) ?? null

export const servedIn = (seats: readonly ServedSeat[], activity: string): number =>
  seats.filter(({ voted }) => voted === activity).length

const keyOf = (link: string) => `madang.helper.${link.slice(0, 10)}`
export const recallSeats = (link: string): ServedSeat[] => recall(keyOf(link), isSeats) ?? []
export const keepSeats = (link: string, seats: readonly ServedSeat[]): void => remember(keyOf(link), seats)
