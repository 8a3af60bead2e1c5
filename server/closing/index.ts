import type { TaskCause } from '../../shared/plan/priority-task.ts'
import type { Honest } from '../../shared/results/honest.ts'
import { marksOf } from '../../shared/results/marks.ts'
import type { CastBallot, ClosedVote, Seal } from '../../shared/results/seal.ts'
import { recordOf, type SessionRecord } from '../../shared/session/record.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Live, LiveSession } from '../live/index.ts'
import type { Log } from '../log.ts'
import { causesToFile, isOver, unfiledVotes, unmarkedVotes, voteToSeal } from './due.ts'

/** What the plan does with what a session leaves; each may be repeated, and then changes nothing. */
export interface PlanDoor {
  /** one transaction: the result, its entries in the priority-task list, their evidence */
  fileResult(result: { text: string; digest: string }): Promise<void>
  /** one transaction: the chosen causes of a session's issues, instead of those of an earlier revision */
  fileCauses(causes: {
    sessionId: string
    revision: number
    issues: readonly { issue: string; causes: readonly TaskCause[] }[]
  }): Promise<void>
  markSession(sessionId: string, state: 'running' | 'closed'): Promise<void>
  /** what stays of a closed session beside its results */
  fileRecord(record: SessionRecord): Promise<void>
}

interface ClosingParts {
  live: Live
  plan: PlanDoor
  /** counts and fixes a vote; in a thread of its own where a hall must not wait for it */
  seal(vote: ClosedVote, cast: readonly CastBallot[]): Promise<Seal>
  /** how much a sealed result can bear, by its bytes and their digest; takes seconds, in a thread of its own */
  honest(sealed: { text: string; digest: string }): Promise<Honest>
  /** lets the database put what was filed into its place */
  afterFiling(): Promise<void>
  log: Log
}

const RETRY_MS = 2_000
/* Phones that come back the week after still find the result; a rehearsal is gone with the evening. */
const KEEP_SECONDS = 7 * 24 * 3600
const KEEP_REHEARSAL_SECONDS = 3600

/**
 * From a closed vote to the plan: seal, erase, file. Every step looks at what is on disk and may be repeated, so a kill
 * at any moment leaves work that the next look finds.
 */
export class Closing {
  readonly #parts: ClosingParts
  /** sessions that something may be due in */
  readonly #due = new Set<string>()
  readonly #timer: NodeJS.Timeout
  #work: Promise<void> | null = null
  /** digests of results that are being looked at */
  readonly #marking = new Map<string, Promise<void>>()
  #mustErase = false
  #isStopped = false

  constructor(parts: ClosingParts) {
    this.#parts = parts
    parts.live.listen({
      facts: (session, facts) => {
        const mayBeDue = [
          'sessionStarted',
          'activityClosed',
          'paperChanged',
          'resultRevealed',
          'causesArranged',
          'causeStepUndone',
          'sessionClosed',
        ]
        if (facts.some(({ type }) => mayBeDue.includes(type))) this.#look(session.id)
      },
    })
    this.#timer = setInterval(() => this.#look(), RETRY_MS)
    this.#timer.unref()
  }

  /** Take up what an earlier process left. */
  async recover(): Promise<void> {
    for (const id of await this.#parts.live.unfinished()) this.#due.add(id)
    // It may have been killed between a seal and its erasing; nothing in the store tells.
    this.#mustErase = true
    this.#look()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#work
    await Promise.all(this.#marking.values())
  }

  #look(id?: string): void {
    if (id) this.#due.add(id)
    if (this.#work || this.#isStopped || (this.#due.size === 0 && !this.#mustErase)) return
    this.#work = this.#workOff().finally(() => {
      this.#work = null
    })
  }

  async #workOff(): Promise<void> {
    // A Set hands out what is added while it is walked.
    for (const id of this.#due) {
      this.#due.delete(id)
      try {
        await this.#settle(id)
      } catch (error) {
        this.#parts.log.warn({ session: id, reason: String(error) }, 'not settled yet; it will be tried again')
        queueMicrotask(() => this.#due.add(id))
        return
      }
    }
    if (this.#mustErase) await this.#erase()
  }

  async #settle(id: string): Promise<void> {
    const session = await this.#parts.live.session(id)
    if (!session || session.isDamaged) return
    for (let vote = voteToSeal(session.state); vote; vote = voteToSeal(session.state)) {
      await this.#seal(session, vote)
    }
    const isRehearsal = session.state.definition.rehearsalOf !== null
    const isKept = isRehearsal || (await this.#file(session))
    if (!isRehearsal) await this.#fileCauses(session)
    for (const { activity, digest } of unmarkedVotes(session.state)) this.#startMarking(session, activity, digest)
    if (isKept && isOver(session.state)) {
      // What seats told of themselves goes with it.
      this.#mustErase = true
      await this.#parts.live.retire(session, isRehearsal ? KEEP_REHEARSAL_SECONDS : KEEP_SECONDS)
    }
  }

  async #seal(session: LiveSession, vote: NonNullable<ReturnType<typeof voteToSeal>>): Promise<void> {
    const { cast, ...there } = await this.#parts.live.ballots.closed(session.id, vote.activity.id)
    const result = await this.#parts.seal({ ...vote, ...there }, cast)
    // Before it: a seal whose answer is lost has erased slots too, and the next look finds it done.
    this.#mustErase = true
    await session.seal(vote.activity.id, result)
    this.#parts.live.ballots.forget(session.id, vote.activity.id)
    this.#parts.log.info({ session: session.id, activity: vote.activity.id, digest: result.digest }, 'vote sealed')
  }

  /** Beside the work that is due: no seal and no reveal waits for it. One that fails is looked for again at the next look. */
  #startMarking(session: LiveSession, activity: string, digest: string): void {
    if (this.#marking.has(digest)) return
    const work = this.#mark(session, activity, digest)
      .catch((error: unknown) =>
        this.#parts.log.warn({ session: session.id, digest, reason: String(error) }, 'a result is without its marks'),
      )
      .finally(() => this.#marking.delete(digest))
    this.#marking.set(digest, work)
  }

  async #mark(session: LiveSession, activity: string, digest: string): Promise<void> {
    const text = await this.#parts.live.sealedText(session.id, activity)
    if (text === null) throw new Error('the sealed result is not in the store')
    const marks = marksOf(await this.#parts.honest({ text, digest }))
    const noted = await session.decide({
      key: null,
      content: '',
      decide: (state) => ({
        ok: true,
        value: unmarkedVotes(state).some((vote) => vote.digest === digest)
          ? [{ type: 'marksFound', activity, marks }]
          : [],
      }),
    })
    if (!noted.ok) throw new Error(noted.refusal)
  }

  /**
   * True when the plan has all of a closed session. One that is closed while its results are being filed is looked at
   * again, as its closing has asked for, and not let go of before.
   */
  async #file(session: LiveSession): Promise<boolean> {
    const { life } = session.state
    if (life !== 'lobby') await this.#parts.plan.markSession(session.id, life)
    for (const { activity, digest } of unfiledVotes(session.state)) {
      const text = await this.#parts.live.sealedText(session.id, activity)
      if (text === null) throw new Error(`the sealed result ${digest} is not in the store`)
      await this.#parts.plan.fileResult({ text, digest })
      const noted = await session.decide({
        key: null,
        content: '',
        decide: (state) => ({ ok: true, value: isFiled(state, activity) ? [] : [{ type: 'resultFiled', activity }] }),
      })
      // The next look files once more, which changes nothing, and notes it then.
      if (!noted.ok) throw new Error(`that ${digest} is filed could not be noted: ${noted.refusal}`)
      this.#parts.log.info({ session: session.id, activity, digest }, 'result filed')
      await this.#parts.afterFiling()
    }
    if (life === 'closed') await this.#parts.plan.fileRecord(recordOf(session.state))
    return life === 'closed'
  }

  async #fileCauses(session: LiveSession): Promise<void> {
    const causes = causesToFile(session.state)
    if (!causes) return
    const { issues, revision, digest } = causes
    await this.#parts.plan.fileCauses({ sessionId: session.id, revision, issues })
    const noted = await session.decide({
      key: null,
      content: '',
      decide: (state) => ({
        ok: true,
        // What was chosen meanwhile is filed by the next look, which those facts have asked for.
        value: causesToFile(state)?.digest === digest ? [{ type: 'causesFiled', digest }] : [],
      }),
    })
    if (!noted.ok) throw new Error(`that causes are filed could not be noted: ${noted.refusal}`)
    this.#parts.log.info({ session: session.id, digest }, 'causes filed')
    await this.#parts.afterFiling()
  }

  async #erase(): Promise<void> {
    try {
      await this.#parts.live.rewriteLog()
      this.#mustErase = false
    } catch (error) {
      this.#parts.log.warn(
        { reason: String(error) },
        'slots are erased, but still in the append-only file; trying again',
      )
    }
  }
}

const isFiled = (state: SessionState, id: string): boolean => !unfiledVotes(state).some((vote) => vote.activity === id)
