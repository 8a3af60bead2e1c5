import type { Ballot } from '../../shared/ballots/index.ts'
import type { Programme } from './facilitator.ts'
import { Page } from './page.ts'
import { VOTE, type Surroundings } from './surroundings.ts'

const choices: Ballot[] = [
  { stickers: {} },
  { stickers: { i1: 1 } },
  { stickers: { i2: 1 } },
  { stickers: { i1: 1, i3: 1 } },
  { stickers: { i1: 1, i2: 1, i3: 1 } },
]

const deeds = [
  'vote',
  'vote',
  'vote',
  'vote',
  'double tap',
  'reload',
  'second tab',
  'other device',
  'away',
  'other node',
] as const

/** A resident with a phone: votes, changes their mind, reloads, loses the network, opens the same seat twice. */
export class Person {
  readonly #world: Surroundings
  readonly #name: string
  readonly #token: string
  readonly #pages: Page[] = []
  #opened = 0
  #hasSeveral = false

  constructor(world: Surroundings, number: number) {
    this.#world = world
    this.#name = `resident ${number}`
    this.#token = `seat-token-of-${world.session.slice(0, 8)}-${number}`
  }

  get openPages(): Page[] {
    return this.#pages.filter(({ host }) => !host.isGone)
  }

  /** What a phone says in the end that cannot be: with one device, nothing can have come between. */
  get contradictions(): string[] {
    if (this.#hasSeveral) return []
    const isReplaced = this.openPages.some(({ ballot }) => ballot.newsOf(VOTE)?.kind === 'replaced')
    return isReplaced ? [`one device, one order: ${this.#name} has one, and is shown that another was later`] : []
  }

  /** Come in and do this or that, most of it while the vote is open. */
  live({ openMs, closeMs }: Programme): void {
    const { dice, scheduler } = this.#world
    const endMs = closeMs + 3000
    const arrival = dice.isHit(0.15) ? dice.between(0, endMs) : dice.between(0, openMs)
    scheduler.after(arrival, null, `${this.#name} comes in`, () => this.#open('phone'))
    const howMany = 1 + Math.floor(dice.between(0, 6))
    for (let n = 0; n < howMany; n += 1) {
      const deed = n === 0 ? 'vote' : dice.pick(deeds)
      const at = dice.isHit(0.7) ? dice.between(openMs, closeMs + 100) : dice.between(0, endMs)
      scheduler.after(Math.max(arrival + 10, at), null, `${this.#name}: ${deed}`, () => this.#do(deed))
    }
  }

  #open(device: string): void {
    const { dice } = this.#world
    this.#opened += 1
    const scope = `${this.#world.session}.${this.#name}.${device}`
    // One phone in four has a clock of its own.
    const clockMs = dice.isHit(0.25) ? YEAR_MS * dice.pick([-1, 1]) : 0
    this.#pages.push(new Page(this.#world, this.#caller, `${this.#name}'s page ${this.#opened}`, scope, clockMs))
  }

  get #caller() {
    return { person: this.#name, token: this.#token }
  }

  #do(deed: (typeof deeds)[number]): void {
    const { dice, tally } = this.#world
    const page = dice.pick(this.openPages)
    tally.add(`resident: ${deed}`)
    const vote = (afterMs = 0) => {
      const choice = dice.pick(choices)
      page.do('votes', () => page.cast(choice), afterMs)
    }
    switch (deed) {
      case 'vote':
        return vote()
      case 'double tap':
        vote()
        return vote(dice.between(0, 300))
      case 'reload':
        page.close()
        return this.#open('phone')
      case 'second tab':
        this.#hasSeveral = true
        return this.#open('phone')
      case 'other device':
        this.#hasSeveral = true
        return this.#open(`copy ${this.#opened}`)
      case 'away':
        page.do('loses the network', () => {
          page.host.isCut = true
          page.disconnect()
        })
        return page.do('has a network', () => (page.host.isCut = false), dice.between(500, 40_000))
      case 'other node':
        return page.do('changes networks', () => page.disconnect())
    }
  }
}

const YEAR_MS = 365 * 24 * 3600 * 1000
