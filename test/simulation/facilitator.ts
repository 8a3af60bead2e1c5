import type { Wish } from '../../client/net/socket.ts'
import { Page } from './page.ts'
import { VOTE, type Surroundings } from './surroundings.ts'

export interface Programme {
  openMs: number
  closeMs: number
  revealMs: number
}

/* A reveal that was refused ("not sealed yet") is asked for again by hand. */
const LOOK_AGAIN_MS = 1000

/** Who leads the vote, at one console, and a colleague at a second one who presses the same keys. */
export class Facilitator {
  readonly consoles: Page[] = []
  readonly #world: Surroundings

  constructor(world: Surroundings, { openMs, closeMs, revealMs }: Programme) {
    const { dice } = world
    this.#world = world
    const first = this.#sitDown('console 1')
    first.do('opens the vote', () => this.#press(first, 'openActivity'), openMs)
    first.do('closes the vote', () => this.#press(first, 'closeActivity'), closeMs)
    first.do('reveals', () => this.#press(first, 'revealResult'), revealMs)
    if (!dice.isHit(0.5)) return
    const second = this.#sitDown('console 2')
    const about = (ms: number) => Math.max(1, ms + dice.between(-400, 400))
    if (dice.isHit(0.5)) second.do('opens the vote too', () => this.#press(second, 'openActivity'), about(openMs))
    if (dice.isHit(0.5)) second.do('closes the vote too', () => this.#press(second, 'closeActivity'), about(closeMs))
    if (dice.isHit(0.5))
      second.do('sets the timer', () => void this.#send(second, { type: 'setTimer', seconds: 60 }), about(closeMs))
    if (dice.isHit(0.5)) second.do('reveals too', () => this.#press(second, 'revealResult'), about(revealMs))
  }

  #sitDown(name: string): Page {
    const page = new Page(this.#world, { person: name, token: null }, name, null, 0)
    this.consoles.push(page)
    return page
  }

  #send(page: Page, wish: Wish) {
    this.#world.tally.add(`facilitator: ${wish.type}`)
    return page.outbox.send(wish)
  }

  #press(page: Page, type: 'openActivity' | 'closeActivity' | 'revealResult'): void {
    void this.#send(page, { type, activity: VOTE }).then((answer) => {
      if (!answer.ok && answer.code === 'vote_not_sealed')
        page.do('looks again', () => this.#press(page, type), LOOK_AGAIN_MS)
    })
  }
}
