import { randomInt } from 'node:crypto'
import { ChannelId, type DoorChannel } from '../../shared/base/channels.ts'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import type { RefusalCode } from '../../shared/base/refusals.ts'
import { limits } from '../../shared/base/limits.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from './keys.ts'
import type { RunScript } from './scripts.ts'
import { hashOf } from './secrets.ts'
import type { LiveSession } from './session.ts'

/* A code outlives the longest day in a hall and is taken away when its session closes. */
const CODE_SECONDS = 7 * 24 * 3600
/* A vote before the day may be open for weeks. */
const DOOR_SECONDS = 60 * 24 * 3600

/** The ways into a session: its 6-digit code, the QR code's token, and the seats that they lead to. */
export class Doors {
  constructor(
    private readonly redis: RedisClient,
    private readonly run: RunScript,
  ) {}

  /** A code that leads nowhere else, taken for this session. */
  async takeCode(session: string): Promise<string> {
    for (;;) {
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
      if ((await this.redis.set(keys.code(code), session, 'EX', CODE_SECONDS, 'NX')) === 'OK') return code
    }
  }

  async keepJoinToken(token: string, session: string): Promise<void> {
    await this.redis.set(keys.joinToken(token), session, 'EX', CODE_SECONDS)
  }

  async close(code: string, joinToken: string): Promise<void> {
    await Promise.all([this.redis.del(keys.code(code)), this.redis.del(keys.joinToken(joinToken))])
  }

  sessionByCode(code: string): Promise<string | null> {
    return this.redis.get(keys.code(code))
  }

  /** Where a QR code or a door leads; `closesAt`: epoch ms, 0: never. */
  async byJoinToken(token: string): Promise<{ session: string; channel: ChannelId; closesAt: number } | null> {
    const kept = await this.redis.get(keys.joinToken(token))
    if (kept === null) return null
    const [session = '', channel = 'hall', closesAt = '0'] = kept.split(' ')
    return { session, channel: ChannelId.parse(channel), closesAt: Number(closesAt) }
  }

  /** A door of its own for many people; again with the same token it is the same door. */
  async keepDoor(token: string, session: string, channel: DoorChannel, closesAt: number | null): Promise<void> {
    await this.redis.set(keys.joinToken(token), `${session} ${channel} ${closesAt ?? 0}`, 'EX', DOOR_SECONDS)
  }

  /**
   * A seat for the holder of this token; the same token is the same seat, of the channel that it was taken in. `refusal`:
   * why there is none for somebody new, whoever they are. Refuses that, `joining_locked`, `session_full`, `damaged`.
   */
  async takeSeat(
    session: LiveSession,
    seatToken: string,
    channel: ChannelId = 'hall',
    refusal: RefusalCode | null = null,
  ): Promise<Outcome<string>> {
    const { joiningOpen } = session.state
    const reply = await this.run('takeSeat', { frame: keys.frame(session.id), seats: keys.seats(session.id) }, [
      session.epoch,
      hashOf(seatToken),
      limits.seatsPerSession,
      joiningOpen && refusal === null ? '1' : '0',
      channel === 'hall' ? '' : `:${channel}`,
    ])
    if (reply === 'locked' && joiningOpen && refusal !== null) return refuse(refusal)
    return this.#seated(session, seatToken, String(reply))
  }

  /** What came of taking a seat: its id, kept where its token finds it. */
  async #seated(session: LiveSession, seatToken: string, reply: string): Promise<Outcome<string>> {
    if (reply === 'damaged') session.markDamaged()
    const refusal = notSeated[reply]
    if (refusal) return refuse(refusal)
    await this.redis.set(keys.seat(hashOf(seatToken)), session.id, 'EX', DOOR_SECONDS)
    return ok(parseSeat(reply).seat)
  }

  /** The session and the seat that this token opened, if it did. */
  async seatOf(seatToken: string): Promise<{ sessionId: string; seat: string; channel: ChannelId } | null> {
    const hash = hashOf(seatToken)
    const sessionId = await this.redis.get(keys.seat(hash))
    const seat = sessionId && (await this.redis.hget(keys.seats(sessionId), hash))
    return sessionId && seat ? { sessionId, ...parseSeat(seat) } : null
  }

  /** A seat for this ticket, read by `readTicket`. Refuses `ticket_unknown`, `ticket_used`, `ticket_void` besides. */
  async useTicket(session: LiveSession, seatToken: string, ticketHash: string): Promise<Outcome<string>> {
    const reply = await this.run(
      'useTicket',
      { frame: keys.frame(session.id), seats: keys.seats(session.id), tickets: keys.tickets(session.id) },
      [session.epoch, hashOf(seatToken), limits.seatsPerSession, session.state.joiningOpen ? '1' : '0', ticketHash],
    )
    return this.#seated(session, seatToken, String(reply))
  }

  countSeats(session: string): Promise<number> {
    return this.redis.hlen(keys.seats(session))
  }
}

const notSeated: Record<string, RefusalCode | undefined> = {
  damaged: 'damaged',
  locked: 'joining_locked',
  full: 'session_full',
  unknown: 'ticket_unknown',
  used: 'ticket_used',
  void: 'ticket_void',
}

/** Seats of the release before have no channel: they are of the hall. */
function parseSeat(kept: string): { seat: string; channel: ChannelId } {
  const [seat = '', channel = 'hall'] = kept.split(':')
  return { seat, channel: ChannelId.parse(channel) }
}
