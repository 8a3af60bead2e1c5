import { refuse } from '../../shared/base/outcome.ts'
import type { Seal } from '../../shared/results/seal.ts'
import { beginSession, type Fact, type LiveDefinition, type SessionState } from '../../shared/session/state.ts'
import type { Log } from '../log.ts'
import type { RedisClient } from '../redis/connect.ts'
import {
  decideBatch,
  endsVote,
  foldEntry,
  switchesVote,
  type Batch,
  type Decision,
  type Entry,
  type Fold,
  type StoredAnswer,
} from './journal.ts'
import { keys } from './keys.ts'
import type { RunScript } from './scripts.ts'
import { newSecret } from './secrets.ts'

export interface SessionParts {
  redis: RedisClient
  run: RunScript
  log: Log
  /** told after facts are on disk, in their order */
  onFacts(session: LiveSession, facts: readonly Fact[]): void
}

interface Waiting {
  decision: Decision
  resolve: (answer: StoredAnswer) => void
}

/* Enough to answer a whole hall in one sync, few enough that the script stays under a millisecond. */
const BATCH = 128

/**
 * One live session as this process holds it: the fold of its stream in Redis. Decisions are taken one after the other
 * on the latest state and committed in batches; what another node committed first is read before deciding again.
 */
export class LiveSession {
  readonly id: string
  readonly epoch: string
  #fold: Fold
  #waiting: Waiting[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #isWorking = false
  /** a commit ended without an answer: what is on disk must be read before anything is decided */
  #isUnsure = false
  #isDamaged = false
  readonly #parts: SessionParts

  private constructor(parts: SessionParts, definition: LiveDefinition, epoch: string) {
    this.#parts = parts
    this.id = definition.sessionId
    this.epoch = epoch
    this.#fold = { state: beginSession(definition), answered: new Map(), entries: 0, lastId: '0' }
  }

  /** Read a session from the store; null when it is not there. */
  static async load(parts: SessionParts, id: string): Promise<LiveSession | null> {
    const [definition, epoch] = await Promise.all([
      parts.redis.get(keys.definition(id)),
      parts.redis.hget(keys.frame(id), 'epoch'),
    ])
    if (definition === null || !epoch) return null
    const session = new LiveSession(parts, JSON.parse(definition) as LiveDefinition, epoch)
    await session.#catchUp()
    return session
  }

  get state(): SessionState {
    return this.#fold.state
  }

  /** The store came back without this session: it is stopped, and never continued silently. */
  get isDamaged(): boolean {
    return this.#isDamaged
  }

  markDamaged(): void {
    if (this.#isDamaged) return
    this.#isDamaged = true
    this.#parts.log.error({ session: this.id }, 'the store has lost this session; it is stopped')
    this.#parts.onFacts(this, [])
  }

  /** Whether the store still has this session; if not, it is stopped. */
  async lookForLoss(): Promise<void> {
    const epoch = await this.#parts.redis.hget(keys.frame(this.id), 'epoch')
    if (epoch !== this.epoch) this.markDamaged()
  }

  /** Read what other nodes have committed meanwhile. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#catchUp())
  }

  /** Decide on the present state and commit. Resolves when it is on disk or refused; `busy`: the store did not answer. */
  decide(decision: Decision): Promise<StoredAnswer> {
    return new Promise((resolve) => {
      this.#waiting.push({ decision, resolve })
      void this.#work()
    })
  }

  /**
   * Fix the result of a closed vote and erase its slots, in one step. Resolves when that is on disk, also when somebody
   * else did it. Throws when the store does not answer, or when it says that the vote is open.
   */
  seal(activity: string, { text, digest, result }: Seal): Promise<void> {
    const counted = countOf(result)
    return this.#inTurn(async () => {
      for (;;) {
        await this.#settle()
        const entry: Entry = {
          key: null,
          content: '',
          answer: { ok: true, revision: this.state.revision + 1 },
          facts: [{ type: 'voteSealed', activity, digest, ...counted }],
        }
        this.#isUnsure = true
        const outcome = await this.#parts.run(
          'sealVote',
          {
            frame: keys.frame(this.id),
            facts: keys.facts(this.id),
            ballots: keys.ballots(this.id, activity),
            voteKeys: keys.voteKeys(this.id),
            sealed: keys.sealed(this.id),
            origins: keys.origins(this.id, activity),
            groups: keys.groups(this.id),
          },
          [
            this.epoch,
            this.#fold.entries,
            activity,
            text,
            JSON.stringify(entry),
            isLastVote(this.state, activity) ? '1' : '',
          ],
        )
        if (outcome === 'open') throw new Error(`vote ${activity} of session ${this.id} is open and cannot be sealed`)
        if (outcome === 'damaged') return this.markDamaged()
        await this.#settle()
        if (outcome !== 'moved') return
      }
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    // One turn of the event loop later: what arrived together is decided and synced together.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#inTurn(() => this.#workOff(this.#waiting.slice(0, BATCH)))
    this.#isWorking = false
  }

  async #workOff(jobs: readonly Waiting[]): Promise<void> {
    const answers = await this.#answer(jobs.map(({ decision }) => decision))
    if (answers === null) return
    if (answers === 'busy') {
      // Those who came meanwhile have waited already: behind one another they would hear it after twice the time.
      for (const { resolve } of this.#waiting.splice(0)) resolve(refuse('busy'))
      return
    }
    this.#waiting.splice(0, answers.length).forEach(({ resolve }, i) => resolve(answers[i] as StoredAnswer))
  }

  /**
   * Answers to the first of these decisions; null when another node was first and they must be decided again, `busy` when
   * the store did not answer.
   */
  async #answer(decisions: readonly Decision[]): Promise<StoredAnswer[] | 'busy' | null> {
    if (this.#isDamaged) return decisions.map(() => refuse('damaged'))
    try {
      await this.#settle()
      const batch = decideBatch(this.#fold, decisions)
      const outcome = batch.entries.length === 0 ? 'ok' : await this.#commit(batch)
      if (outcome === 'damaged') return decisions.map(() => refuse('damaged'))
      return outcome === 'moved' ? null : batch.answers
    } catch (error) {
      this.#parts.log.warn({ session: this.id, reason: (error as Error).message }, 'a commit was not confirmed')
      return 'busy'
    }
  }

  async #commit({ entries, facts }: Batch): Promise<'ok' | 'moved' | 'damaged'> {
    const last = facts.at(-1)
    const vote = last ? switchesVote(last) : null
    this.#isUnsure = true
    const outcome = await this.#parts.run(
      facts.some(endsVote) ? 'commitWhenFull' : 'commitFacts',
      {
        frame: keys.frame(this.id),
        facts: keys.facts(this.id),
        seats: keys.seats(this.id),
        voteKeys: keys.voteKeys(this.id),
        groups: keys.groups(this.id),
      },
      [
        this.epoch,
        this.#fold.entries,
        ...(vote?.to === 'open' ? [vote.vote, newSecret()] : ['', '']),
        vote?.to === 'closed' ? vote.vote : '',
        ...entries.map((entry) => JSON.stringify(entry)),
      ],
    )
    if (outcome === 'damaged') this.markDamaged()
    if (outcome === 'damaged' || outcome === 'moved') return outcome
    for (const entry of entries) this.#fold = foldEntry(this.#fold, entry, String(outcome))
    this.#isUnsure = false
    if (facts.length > 0) this.#parts.onFacts(this, facts)
    return 'ok'
  }

  async #settle(): Promise<void> {
    if (this.#isUnsure) await this.#catchUp()
  }

  async #catchUp(): Promise<void> {
    const facts: Fact[] = []
    for (const [id, fields] of await this.#parts.redis.xrange(keys.facts(this.id), `(${this.#fold.lastId}`, '+')) {
      const entry = JSON.parse(fields[1] ?? '') as Entry
      this.#fold = foldEntry(this.#fold, entry, id)
      facts.push(...entry.facts)
    }
    this.#isUnsure = false
    if (facts.length > 0) this.#parts.onFacts(this, facts)
  }
}

/** Whether every other vote of this session is sealed already. */
const isLastVote = ({ activities }: SessionState, id: string): boolean =>
  !activities.some(
    (other) => other.kind === 'vote' && other.id !== id && ['prepared', 'open', 'closed'].includes(other.phase),
  )

/** What the state keeps of a sealed result: nothing that is as long as its ballots. */
function countOf({ checkIns, channels, pools, present, representation, ...result }: Seal['result']) {
  const { ranking, scores, votersPerItem, accepted, rejected, blank, figures, combined } = result
  return {
    checkIns,
    tally: {
      ...{ ranking, scores, votersPerItem, accepted, rejected, blank },
      ...(figures && { figures }),
      ...(combined && { combined }),
    },
    ...(channels && { channels }),
    ...(pools && { pools: pools.map(({ counts: _, ...pool }) => pool) }),
    ...(present !== undefined && { present }),
    ...(representation && { representation }),
  }
}
