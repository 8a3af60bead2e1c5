import type { Answer } from '../../shared/protocol/live.ts'
import type { Options } from './options.ts'
import { percentiles, type Percentiles } from './percentiles.ts'
import { voteToProjector, type TimedBallot, type TimedTurnout } from './vote-to-projector.ts'

export type Sent = 'issues' | 'ballots'

/** What became of one kind of message. `unanswered`: no acknowledgement until the end, so nobody may rely on it. */
export interface Counted {
  acked: number
  refused: Record<string, number>
  unanswered: number
}

/** What `simulate` prints; with `--json` as it stands. Times are in ms; null where there was nothing to measure. */
export interface Summary {
  scenario: string
  seed: string
  participants: number
  joined: number
  /** each resident: from the request for a seat to the first view */
  joinMs: Percentiles | null
  /** from the start to the last resident's first view; null when not all were in */
  allInMs: number | null
  issues: Counted
  /** `voters`: residents of whom at least one ballot was acknowledged */
  ballots: Counted & { voters: number }
  /** from sending to the acknowledgement, with everything that was sent again in between */
  ackMs: { issues: Percentiles | null; ballots: Percentiles | null; all: Percentiles | null }
  /** from sending a ballot to the first turnout on the projector that counts it; needs --watch */
  voteToProjectorMs: Percentiles | null
  /** messages from the server, all residents together, and their bytes */
  updates: number
  bytes: number
  /** answers "later" that were followed by another try, by code */
  retried: Record<string, number>
  errors: Record<string, number>
  seconds: number
}

const count = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}
const nothing = (): Counted => ({ acked: 0, refused: {}, unanswered: 0 })

/** Everything that is counted and timed in one simulation. */
export class Measurements {
  readonly began = performance.now()
  readonly joins: number[] = []
  readonly turnouts: TimedTurnout[] = []
  readonly errors: Record<string, number> = {}
  readonly retried: Record<string, number> = {}
  updates = 0
  bytes = 0
  lastIn = 0
  readonly #counted = { issues: nothing(), ballots: nothing() }
  readonly #acks: Record<Sent, number[]> = { issues: [], ballots: [] }
  readonly #onTheWay: Record<Sent, number> = { issues: 0, ballots: 0 }
  readonly #voters = new Set<number>()
  readonly #votes = new Set<string>()
  readonly #firstBallots: TimedBallot[] = []

  arrived(since: number): void {
    this.lastIn = performance.now()
    this.joins.push(this.lastIn - since)
  }

  sending(sent: Sent): number {
    this.#onTheWay[sent] += 1
    return performance.now()
  }

  answered(sent: Sent, answer: Answer | null, since: number): void {
    this.#onTheWay[sent] -= 1
    const counted = this.#counted[sent]
    if (answer === null) counted.unanswered += 1
    else if (!answer.ok) count(counted.refused, answer.code)
    else {
      counted.acked += 1
      this.#acks[sent].push(performance.now() - since)
    }
  }

  voted(resident: number, activity: string, sentAt: number, isFirst: boolean): void {
    this.#voters.add(resident)
    this.#votes.add(activity)
    if (isFirst) this.#firstBallots.push({ activity, sentAt, ackedAt: performance.now() })
  }

  failed(what: string): void {
    count(this.errors, what)
  }

  triedAgain(code: string): void {
    count(this.retried, code)
  }

  /** Has any ballot of this vote been acknowledged? */
  hasVotesIn(activity: string): boolean {
    return this.#votes.has(activity)
  }

  /** Messages without an answer so far. */
  get onTheWay(): number {
    return this.#onTheWay.issues + this.#onTheWay.ballots
  }

  get acked(): Record<Sent, number> {
    return { issues: this.#counted.issues.acked, ballots: this.#counted.ballots.acked }
  }

  summary({ scenario, seed, participants, watch }: Options): Summary {
    const { issues, ballots } = this.#acks
    return {
      scenario,
      seed,
      participants,
      joined: this.joins.length,
      joinMs: percentiles(this.joins),
      allInMs: this.joins.length === participants ? Math.round(this.lastIn - this.began) : null,
      issues: this.#outcome('issues'),
      ballots: { ...this.#outcome('ballots'), voters: this.#voters.size },
      ackMs: {
        issues: percentiles(issues),
        ballots: percentiles(ballots),
        all: percentiles([...issues, ...ballots]),
      },
      voteToProjectorMs: watch === null ? null : percentiles(voteToProjector(this.#firstBallots, this.turnouts)),
      updates: this.updates,
      bytes: this.bytes,
      retried: this.retried,
      errors: this.errors,
      seconds: Math.round((performance.now() - this.began) / 100) / 10,
    }
  }

  #outcome(sent: Sent): Counted {
    const counted = this.#counted[sent]
    return { ...counted, unanswered: counted.unanswered + this.#onTheWay[sent] }
  }
}
