import type { Ballot } from '../../shared/ballots/index.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { Snapshot, Update, type Mine, type Shown } from '../../shared/protocol/live.ts'
import { updated } from '../../shared/protocol/updated.ts'
import type { PhoneView } from '../../shared/session/views.ts'
import { chooseBallot } from './choose-ballot.ts'
import { Connection, secret, type Command, type Surroundings } from './connection.ts'
import type { Sent } from './measurements.ts'
import type { Options } from './options.ts'
import { humanPause, hurryOf, type Pause } from './pace.ts'
import { takeSeat } from './take-seat.ts'
import { writeDetail, writeIssue } from './writing.ts'

/** What a resident tells the room: what the screen shows, and what has been recorded for sure. */
export interface Room extends Surroundings {
  options: Options
  saw(view: PhoneView): void
  acked?(message: { resident: number; sent: Sent; command: Command }): void
}

type Step<Kind> = Extract<PhoneView['step'], { kind: Kind }>

/** One simulated resident with a phone of its own. */
export class Resident {
  readonly #random: () => number
  readonly #connection: Connection
  readonly #seat = secret()
  /** activities in which this resident has begun to do something */
  readonly #begun = new Set<string>()
  #shown: Shown | null = null
  #view: PhoneView | null = null
  #stored: Mine['ballot'] = null

  constructor(
    readonly number: number,
    readonly room: Room,
  ) {
    this.#random = seededRandom(`${room.options.seed}/resident ${number}`)
    this.#connection = new Connection(room, { seat: this.#seat }, this.#random)
  }

  /** Take a seat and connect. False when there is no seat for this one. */
  async come(): Promise<boolean> {
    const since = performance.now()
    if (!(await takeSeat(this.room, this.room.options.code, this.#seat, this.#random))) return false
    const { socket } = this.#connection
    // An update for all phones may come before the snapshot: only with this is a phone in.
    socket.once('snapshot', () => this.room.measured.arrived(since))
    socket.on('snapshot', (snapshot: Snapshot) => {
      if (snapshot.role !== 'phone' || !this.#fits(Snapshot, snapshot)) return
      this.#stored = snapshot.mine.ballot
      this.#show(snapshot)
    })
    socket.on('update', (update: Update) => {
      if (!this.#fits(Update, update) || this.#shown === null) return
      const next = updated(this.#shown, update)
      if (next === null) this.#connection.askForSnapshot()
      else this.#show(next)
    })
    socket.on('mine', (mine: Mine) => (this.#stored = mine.ballot))
    socket.onAny(() => (this.room.measured.updates += 1))
    socket.connect()
    return true
  }

  leave(): void {
    this.#connection.close()
  }

  /** The first resident reads every message by its schema, for all of them get the same. */
  #fits(schema: typeof Snapshot | typeof Update, message: unknown): boolean {
    if (this.number > 0 || schema.safeParse(message).success) return true
    this.room.measured.failed('malformed view')
    return false
  }

  #show(shown: Shown): void {
    this.#shown = shown
    if (shown.role === 'phone') this.#look(shown.view)
  }

  #look(view: PhoneView): void {
    this.#view = view
    this.room.saw(view)
    const { step } = view
    if (step?.phase !== 'open' || this.#begun.has(step.activity) || this.room.clock.isStopped) return
    this.#begun.add(step.activity)
    if (step.kind === 'vote') void this.#vote(step)
    if (step.kind === 'collect' && this.room.options.scenario === 'workshop') void this.#write(step)
  }

  /** One to three issues, while they are collected. */
  async #write(step: Step<'collect'>): Promise<void> {
    const wanted = Math.min(step.perPerson, 1 + Math.floor(this.#random() * 3))
    for (let i = 0; i < wanted; i += 1) {
      await this.#pause(i === 0 ? 'firstIssue' : 'nextIssue')
      if (!this.#isOpen(step.activity)) return
      const fields = this.#view?.fields ?? []
      const field =
        step.askField && this.#random() < 0.5 ? fields[Math.floor(this.#random() * fields.length)] : undefined
      const answer = await this.#send('issues', {
        type: 'submitIssue',
        activity: step.activity,
        text: writeIssue(this.#random),
        detail: step.askDetail ? writeDetail(this.#random) : '',
        fieldId: field?.id ?? null,
      })
      if (!answer) return
    }
  }

  /** A ballot, and now and then a second thought. */
  async #vote(step: Step<'vote'>): Promise<void> {
    await this.#pause('ballot')
    if (!this.#isOpen(step.activity)) return
    if (!(await this.#cast(step)) || this.#random() >= 0.15) return
    await this.#pause('secondThought')
    if (this.#isOpen(step.activity)) await this.#cast(step)
  }

  async #cast(step: Step<'vote'>): Promise<boolean> {
    const { measured, options } = this.room
    const ballot: Ballot = chooseBallot(step, options.seed, this.#random)
    const before = this.#stored?.activity === step.activity ? this.#stored.revision : 0
    const revision = before + 1
    const sentAt = performance.now()
    const isAcked = await this.#send('ballots', { type: 'castBallot', activity: step.activity, revision, ballot })
    if (!isAcked) return false
    measured.voted(this.number, step.activity, sentAt, before === 0)
    if ((this.#stored?.activity === step.activity ? this.#stored.revision : 0) < revision) {
      this.#stored = { activity: step.activity, revision, ballot }
    }
    return true
  }

  async #send(sent: Sent, command: Command): Promise<boolean> {
    const since = this.room.measured.sending(sent)
    const answer = await this.#connection.deliver(command)
    this.room.measured.answered(sent, answer, since)
    if (!answer?.ok) return false
    this.room.acked?.({ resident: this.number, sent, command })
    return true
  }

  #pause(pause: Pause): Promise<void> {
    const { clock, options } = this.room
    const hurry = options.scenario === 'storm' ? 0 : hurryOf(options.seconds)
    return hurry === 0 ? Promise.resolve() : clock.pause(humanPause(pause, hurry, this.#random))
  }

  #isOpen(activity: string): boolean {
    const step = this.#view?.step
    return !this.room.clock.isStopped && step?.activity === activity && step.phase === 'open'
  }
}
