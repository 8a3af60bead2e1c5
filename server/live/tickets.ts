import { createHmac } from 'node:crypto'
import type { ChannelId } from '../../shared/base/channels.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { readTicket, TICKET_LENGTH, TICKET_LETTERS, ticketCode } from '../../shared/base/tickets.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from './keys.ts'
import type { RunScript } from './scripts.ts'
import { newSecret } from './secrets.ts'
import type { LiveSession } from './session.ts'

/* As long as the doors of a vote before the day. */
const TICKET_SECONDS = 60 * 24 * 3600

export interface TicketOrder {
  n: number
  channel: ChannelId
  /** a secret of 128 bits or more: the codes come from it alone, so that an order sent twice brings the same ones */
  seed: string
}

/** Tickets: slips of paper that each open one seat, once. Only their keyed hashes are kept. */
export class Tickets {
  #key: string | null = null

  constructor(
    private readonly redis: RedisClient,
    private readonly run: RunScript,
  ) {}

  /** Tickets of this session, told here and nowhere else. The same order again is the same tickets, used ones as they are. */
  async create(session: LiveSession, { n, channel, seed }: TicketOrder): Promise<string[]> {
    const codes = codesFrom(seed, n)
    const hashes = await Promise.all(codes.map((code) => this.#hashOf(code)))
    await Promise.all(
      hashes.flatMap((hash) => [
        this.redis.hsetnx(keys.tickets(session.id), hash, channel),
        this.redis.set(keys.ticket(hash), session.id, 'EX', TICKET_SECONDS),
      ]),
    )
    return codes
  }

  /** The session that a ticket is of, and its hash; null for what is no ticket, or none that is known. */
  async find(typed: string): Promise<{ session: string; hash: string } | null> {
    const code = readTicket(typed)
    if (code === null) return null
    const hash = await this.#hashOf(code)
    const session = await this.redis.get(keys.ticket(hash))
    return session === null ? null : { session, hash }
  }

  /**
   * Take a ticket from its seat, to be used anew or, `isVoid`, by nobody. Refuses `ticket_unknown`, also for one of
   * another session, `vote_open`, `damaged`.
   */
  async release(session: LiveSession, typed: string, isVoid: boolean): Promise<Outcome<{ ok: true }>> {
    const found = await this.find(typed)
    if (found?.session !== session.id) return refuse('ticket_unknown')
    const reply = await this.run(
      'releaseTicket',
      {
        frame: keys.frame(session.id),
        seats: keys.seats(session.id),
        tickets: keys.tickets(session.id),
        groups: keys.groups(session.id),
      },
      [session.epoch, found.hash, isVoid ? 'void' : ''],
    )
    if (reply === 'damaged') session.markDamaged()
    if (reply === 'damaged') return refuse('damaged')
    if (reply === 'open') return refuse('vote_open')
    return reply === 'ok' ? ok({ ok: true }) : refuse('ticket_unknown')
  }

  async #hashOf(code: string): Promise<string> {
    this.#key ??= await this.#readKey()
    return createHmac('sha256', this.#key).update(code).digest('base64url')
  }

  /** Whoever comes first makes it; all nodes have the same. */
  async #readKey(): Promise<string> {
    await this.redis.set(keys.ticketKey, newSecret(), 'NX')
    return (await this.redis.get(keys.ticketKey)) ?? ''
  }
}

/** HMAC-SHA256 of the seed in counter mode. A byte that would favour the first letters is passed over. */
function codesFrom(seed: string, n: number): string[] {
  const codes = new Set<string>()
  const fair = 256 - (256 % TICKET_LETTERS.length)
  let letters = ''
  for (let counter = 0; codes.size < n; counter += 1) {
    for (const byte of createHmac('sha256', seed).update(`ticket ${counter}`).digest()) {
      if (byte < fair) letters += TICKET_LETTERS[byte % TICKET_LETTERS.length]
    }
    for (; letters.length >= TICKET_LENGTH && codes.size < n; letters = letters.slice(TICKET_LENGTH)) {
      codes.add(ticketCode(letters.slice(0, TICKET_LENGTH)))
    }
  }
  return [...codes]
}
