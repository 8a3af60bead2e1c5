import { randomInt } from 'node:crypto'
import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { limits } from '../../shared/base/limits.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from './keys.ts'
import type { RunScript } from './scripts.ts'
import { hashOf } from './secrets.ts'
import type { LiveSession } from './session.ts'

/* A code outlives the longest day in a hall and is taken away when its session closes. */
const CODE_SECONDS = 7 * 24 * 3600

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

  sessionByJoinToken(token: string): Promise<string | null> {
    return this.redis.get(keys.joinToken(token))
  }

  /** A seat for the holder of this token; the same token is the same seat. Refuses `joining_locked`, `session_full`. */
  async takeSeat(session: LiveSession, seatToken: string): Promise<Outcome<string>> {
    const reply = await this.run('takeSeat', { frame: keys.frame(session.id), seats: keys.seats(session.id) }, [
      session.epoch,
      hashOf(seatToken),
      limits.seatsPerSession,
      session.state.joiningOpen ? '1' : '0',
    ])
    switch (reply) {
      case 'damaged':
        session.markDamaged()
        return refuse('damaged')
      case 'locked':
        return refuse('joining_locked')
      case 'full':
        return refuse('session_full')
      default:
        await this.redis.set(keys.seat(hashOf(seatToken)), session.id, 'EX', CODE_SECONDS)
        return ok(String(reply))
    }
  }

  /** The session and the seat that this token opened, if it did. */
  async seatOf(seatToken: string): Promise<{ sessionId: string; seat: string } | null> {
    const hash = hashOf(seatToken)
    const sessionId = await this.redis.get(keys.seat(hash))
    const seat = sessionId && (await this.redis.hget(keys.seats(sessionId), hash))
    return sessionId && seat ? { sessionId, seat } : null
  }

  countSeats(session: string): Promise<number> {
    return this.redis.hlen(keys.seats(session))
  }
}
