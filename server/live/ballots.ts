import { checkBallot } from '../../shared/activities/vote/index.ts'
import type { CastBallot as CastBallotCommand } from '../../shared/activities/vote/commands.ts'
import { ChannelId } from '../../shared/base/channels.ts'
import type { Groups } from '../../shared/base/profile.ts'
import type { Ballot } from '../../shared/ballots/index.ts'
import { canonicalJson, sha256Hex } from '../../shared/base/digest.ts'
import { refuse } from '../../shared/base/outcome.ts'
import { receiptOf, SealedResult, type Attendance, type CastBallot } from '../../shared/results/seal.ts'
import type { RedisClient } from '../redis/connect.ts'
import type { StoredAnswer, StoredBallot } from './journal.ts'
import { keys } from './keys.ts'
import type { RunScript } from './scripts.ts'
import { hashOf, slotOf } from './secrets.ts'
import type { LiveSession } from './session.ts'

/** The way of a ballot, from the seat that sent it to the store and, at the seal, out of it without a slot. */
export class Ballots {
  /** The keys of open votes, by session and activity: read once, gone with the process. */
  readonly #voteKeys = new Map<string, string>()

  constructor(
    private readonly redis: RedisClient,
    private readonly run: RunScript,
  ) {}

  /**
   * Store a ballot in one atomic step, if its vote is open and nothing newer is stored. The answer is `ok` only when it
   * is on disk. Refuses what the method's rule refuses, `vote_closed`, and `stale` or `conflict` with what is stored.
   */
  async cast(session: LiveSession, seatToken: string, id: string, command: CastBallotCommand): Promise<StoredAnswer> {
    const { activity, revision, ballot } = command
    const find = () => session.state.activities.find((one) => one.id === activity)
    // It may have been opened on another node, a moment ago.
    if (find()?.phase === 'prepared') await session.refresh()
    const vote = find()
    if (vote?.kind !== 'vote') return refuse('activity_not_found')
    const allowed = checkBallot(vote, ballot)
    if (!allowed.ok && allowed.refusal !== 'vote_closed') return allowed
    const slot = await this.#slot(session.id, activity, seatToken)
    if (slot === null) return this.#withoutSlot(session, command, id)

    const text = canonicalJson(ballot)
    const reply = await this.run(
      'castBallot',
      {
        frame: keys.frame(session.id),
        ballots: keys.ballots(session.id, activity),
        seats: keys.seats(session.id),
        groups: keys.groups(session.id),
        origins: keys.origins(session.id, activity),
      },
      [session.epoch, activity, slot, revision, sha256Hex(text), id, text, hashOf(seatToken)],
    )
    const [outcome, stored] = reply as ['ok' | 'closed' | 'damaged' | 'stale' | 'conflict' | 'unknown', string]
    switch (outcome) {
      case 'ok':
        return { ok: true, revision }
      case 'closed':
        return stored === '' ? this.#withoutSlot(session, command, id) : refuse('vote_closed')
      case 'damaged':
        session.markDamaged()
        return refuse('damaged')
      case 'unknown':
        return refuse('seat_unknown')
      default:
        return { ...refuse(outcome), stored: parseStored(stored) }
    }
  }

  /** The ballot of one seat while its vote has slots; null without one, and for ever after the seal. */
  async read(session: LiveSession, activity: string, seatToken: string): Promise<StoredBallot | null> {
    const slot = await this.#slot(session.id, activity, seatToken)
    if (slot === null) return null
    const stored = await this.redis.hget(keys.ballots(session.id, activity), slot)
    return stored === null ? null : parseStored(stored)
  }

  count(session: string, activity: string): Promise<number> {
    return this.redis.hlen(keys.ballots(session, activity))
  }

  /** All ballots of a closed vote, without their slots, and who was there when it was closed. */
  async closed(session: string, activity: string): Promise<{ cast: CastBallot[] } & Attendance> {
    const [stored, origins, there] = await Promise.all([
      this.redis.hgetall(keys.ballots(session, activity)),
      this.redis.hgetall(keys.origins(session, activity)),
      this.redis.hmget(keys.frame(session), `checkIns:${activity}`, `seats:${activity}`, `groups:${activity}`),
    ])
    const cast = Object.entries(stored).map(([slot, one]) => {
      const { ballot, commandId } = parseStored(one)
      return { ballot, commandId, ...parseOrigin(origins[slot]) }
    })
    const [checkIns, seats, told] = there
    return {
      cast,
      checkIns: Number(checkIns ?? 0),
      seats: JSON.parse(seats ?? '{}') as Attendance['seats'],
      groupsPresent: Object.entries(JSON.parse(told ?? '{}') as Record<string, number>).map(([groups, people]) => ({
        groups: JSON.parse(groups) as Groups,
        people,
      })),
    }
  }

  /** The slot of this seat in a vote; null when it has none yet or any more. */
  slot(session: LiveSession, activity: string, seatToken: string): Promise<string | null> {
    return this.#slot(session.id, activity, seatToken)
  }

  async #slot(session: string, activity: string, seatToken: string): Promise<string | null> {
    const name = `${session} ${activity}`
    const key = this.#voteKeys.get(name) ?? (await this.redis.hget(keys.voteKeys(session), activity))
    if (!key) return null
    this.#voteKeys.set(name, key)
    return slotOf(key, seatToken)
  }

  forget(session: string, activity: string): void {
    this.#voteKeys.delete(`${session} ${activity}`)
  }

  /** The slot is gone. Whether this very message was counted can still be told, by its receipt; by whom, cannot. */
  async #withoutSlot(session: LiveSession, command: CastBallotCommand, id: string): Promise<StoredAnswer> {
    const [text, epoch] = await Promise.all([
      this.redis.hget(keys.sealed(session.id), command.activity),
      this.redis.hget(keys.frame(session.id), 'epoch'),
    ])
    if (epoch !== session.epoch) {
      session.markDamaged()
      return refuse('damaged')
    }
    const isCounted = text !== null && SealedResult.parse(JSON.parse(text)).receipts.includes(receiptOf(id))
    return isCounted ? { ok: true, revision: command.revision } : refuse('vote_closed')
  }
}

function parseStored(stored: string): StoredBallot & { commandId: string } {
  const [revision = '', digest = '', commandId = ''] = stored.split(':', 3)
  const text = stored.slice(revision.length + digest.length + commandId.length + 3)
  return { revision: Number(revision), commandId, ballot: JSON.parse(text) as Ballot }
}

/** Ballots of the release before have none: they came from phones in the hall. */
function parseOrigin(origin: string | undefined): { channel: ChannelId; groups: Groups } {
  if (origin === undefined) return { channel: 'hall', groups: {} }
  const [channel = ''] = origin.split(' ', 1)
  return { channel: ChannelId.parse(channel), groups: JSON.parse(origin.slice(channel.length + 1)) as Groups }
}
