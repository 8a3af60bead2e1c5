import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/* Seconds, as Prometheus wants them: from a solid-state disk's sync to a phone that has waited too long. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * Figures for whoever runs the house. No label names a person, a session or what is in it: a role, an event and a kind
 * of command are all that is told apart.
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #parts = { registers: [this.#registry] }
  readonly #acknowledgements = new Histogram({
    ...this.#parts,
    name: 'madang_acknowledgement_seconds',
    help: 'From the arrival of a command to its answer, on disk where it was taken.',
    labelNames: ['command', 'answer'],
    buckets: SECONDS,
  })
  readonly #ballots = new Counter({
    ...this.#parts,
    name: 'madang_ballots_total',
    help: 'Ballots that were acknowledged, changes and resends among them.',
  })
  readonly #store = new Histogram({
    ...this.#parts,
    name: 'madang_store_seconds',
    help: 'A write that goes the way of a ballot, once a second.',
    buckets: SECONDS,
  })
  readonly #messages = new Counter({
    ...this.#parts,
    name: 'madang_sent_messages_total',
    help: 'Updates and turnouts sent, one for each screen that got it.',
    labelNames: ['role', 'event'],
  })
  readonly #bytes = new Counter({
    ...this.#parts,
    name: 'madang_sent_bytes_total',
    help: 'Bytes of JSON in those, before compression. Divided by the screens of the role: bytes per phone.',
    labelNames: ['role', 'event'],
  })

  constructor() {
    // Of the process: event loop, heap, garbage, file handles.
    collectDefaultMetrics({ register: this.#registry })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }

  /** A figure that is asked for when somebody looks; one that cannot be had then is left as it was. */
  read(name: string, help: string, value: () => number | Promise<number>): void {
    const collect = async () => {
      try {
        gauge.set(await value())
      } catch {
        // The store is away: that is told by the conditions.
      }
    }
    const gauge: Gauge = new Gauge({ ...this.#parts, name, help, collect })
  }

  acknowledged(command: string, isOk: boolean, ms: number): void {
    const isBallot = command === 'castBallot'
    const labels = { command: isBallot ? 'castBallot' : 'other', answer: isOk ? 'ok' : 'refused' }
    this.#acknowledgements.observe(labels, ms / 1000)
    if (isBallot && isOk) this.#ballots.inc()
  }

  storeAnswered(ms: number): void {
    this.#store.observe(ms / 1000)
  }

  sent(role: string, event: string, bytes: number, screens: number): void {
    this.#messages.inc({ role, event }, screens)
    this.#bytes.inc({ role, event }, bytes * screens)
  }
}
