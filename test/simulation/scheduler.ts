/** Whoever has a life of its own: a node's process, a phone's page. What it has planned ends with it. */
export interface Host {
  readonly name: string
  isGone: boolean
  /** without network */
  isCut: boolean
  /** how far its clock is off */
  clockMs: number
}

interface Planned {
  at: number
  host: Host | null
  label: string
  run: () => void | Promise<void>
}

const nextTurn = setImmediate
/** Everything that promises have set going has come to a stop: it waits for something that is planned, or for nothing. */
const untilQuiet = () => new Promise<void>((resolve) => nextTurn(resolve))

/**
 * The one order of all that happens, on a clock that jumps from one event to the next. What a host does is run until it
 * is quiet before anything else happens; what has no host is the world outside (store, wires) and is waited for.
 */
export class Scheduler {
  /** ms since the world began */
  now = 0
  /** whose code is running */
  running: Host | null = null
  /** one line for each thing that happened */
  readonly trace: string[] = []
  #queue: Planned[] = []

  /** Plan something; the answer takes it back. */
  after(ms: number, host: Host | null, label: string, run: Planned['run']): () => void {
    const planned: Planned = { at: this.now + Math.max(0, ms), host, label, run }
    let place = this.#queue.length
    while (place > 0 && this.#queue[place - 1]!.at > planned.at) place -= 1
    this.#queue.splice(place, 0, planned)
    return () => {
      const found = this.#queue.indexOf(planned)
      if (found >= 0) this.#queue.splice(found, 1)
    }
  }

  /** Let things happen until all is over; throws when that takes more than `limitMs` of the world's time. */
  async run(isOver: () => boolean, limitMs: number): Promise<void> {
    while (!isOver()) {
      const next = this.#queue.shift()
      if (!next || next.at > limitMs) throw new Error(`no rest after ${limitMs / 1000} s`)
      if (next.host?.isGone) continue
      this.now = next.at
      this.trace.push(`${next.at.toFixed(1)} ${next.host?.name ?? 'outside'}: ${next.label}`)
      if (next.host) await this.#runOn(next.host, next.run)
      else await next.run()
    }
  }

  async #runOn(host: Host, run: Planned['run']): Promise<void> {
    this.running = host
    try {
      // Not waited for: what it promises depends on what is planned.
      void run()
      await untilQuiet()
    } finally {
      this.running = null
    }
  }
}
