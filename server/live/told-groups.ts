import { canonicalJson } from '../../shared/base/digest.ts'
import { refuse } from '../../shared/base/outcome.ts'
import type { Groups } from '../../shared/base/profile.ts'
import type { TellGroups } from '../../shared/session/commands.ts'
import type { Log } from '../log.ts'
import type { RedisClient } from '../redis/connect.ts'
import type { Ballots } from './ballots.ts'
import type { Doors } from './doors.ts'
import type { StoredAnswer } from './journal.ts'
import { keys } from './keys.ts'
import type { RunScript } from './scripts.ts'
import { hashOf } from './secrets.ts'
import type { LiveSession } from './session.ts'

interface Parts {
  redis: RedisClient
  run: RunScript
  log: Log
  doors: Doors
  ballots: Ballots
}

/** What residents tell of themselves, voluntarily and coarsely, for as long as a vote needs it. */
export class ToldGroups {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What a seat has told of itself. */
  async of(session: LiveSession, seatToken: string): Promise<Groups> {
    const told = await this.#parts.redis.hget(keys.groups(session.id), hashOf(seatToken))
    return JSON.parse(told ?? '{}') as Groups
  }

  /**
   * Keep what a seat tells of itself, until the last seal. It stands in no fact. Refuses `unknown_group`, `seat_unknown`,
   * `session_not_live`, `damaged`, `busy`.
   */
  async tell(session: LiveSession, seatToken: string, { answers }: TellGroups): Promise<StoredAnswer> {
    if (session.isDamaged) return refuse('damaged')
    const { life, revision, definition } = session.state
    if (life === 'closed') return refuse('session_not_live')
    const told = Object.entries(answers)
    const isKnown = ([attribute, group]: (typeof told)[number]) =>
      group === null ||
      definition.profile?.some((one) => one.attribute === attribute && one.groups.some(({ id }) => id === group))
    if (!told.every(isKnown)) return refuse('unknown_group')
    try {
      const seat = await this.#parts.doors.seatOf(seatToken)
      if (!seat) return refuse('seat_unknown')
      const before = await this.of(session, seatToken)
      const groups = Object.fromEntries(Object.entries({ ...before, ...answers }).filter(([, group]) => group !== null))
      const vote = session.state.activities.find((one) => one.kind === 'vote' && one.phase === 'open')?.id ?? ''
      const slot = vote && (await this.#parts.ballots.slot(session, vote, seatToken))
      const reply = await this.#parts.run(
        'tellGroups',
        {
          frame: keys.frame(session.id),
          groups: keys.groups(session.id),
          ballots: keys.ballots(session.id, vote),
          origins: keys.origins(session.id, vote),
        },
        [session.epoch, hashOf(seatToken), canonicalJson(groups), slot ? vote : '', slot ?? '', seat.channel],
      )
      if (reply !== 'damaged') return { ok: true, revision }
      session.markDamaged()
      return refuse('damaged')
    } catch (error) {
      this.#parts.log.warn({ session: session.id, reason: (error as Error).message }, 'an answer was not confirmed')
      return refuse('busy')
    }
  }
}
