import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import type { PhoneView } from '../../shared/session/views.ts'
import { Measurements, type Summary } from './measurements.ts'
import type { Options } from './options.ts'
import { Clock } from './pace.ts'
import { Resident, type Room } from './resident.ts'
import { watchProjector } from './watch-projector.ts'

/** Between two residents at the door, so that 300 arrive within 6 s. */
const ARRIVAL_MS = 20
/** After a reveal: how long residents wait whether something else is opened. */
const LINGER_MS = 5_000
/** At the end: how long an answer is waited for that is still on its way. */
const LAST_ANSWERS_MS = 2_000

export interface Simulation {
  finished: Promise<Summary>
  /** end early; `finished` still brings the summary */
  stop: () => void
  /** how it stands now */
  measured: Measurements
}

export interface Hooks {
  /** each issue and ballot of which the server said that it is on disk */
  acked?: Room['acked']
}

/** Send residents into a session. What fails is counted in the summary's `errors`; `finished` does not reject. */
export function startSimulation(options: Options, hooks: Hooks = {}): Simulation {
  const measured = new Measurements()
  const clock = new Clock()
  let stop: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (stop = resolve))
  const around = { url: options.url, clock, measured }
  const room: Room = { ...around, options, saw: endOf(options, measured, stop), acked: hooks.acked }
  const residents = Array.from({ length: options.participants }, (_, number) => new Resident(number, room))
  const projector = options.watch === null ? null : watchProjector(around, options.watch)
  const tooLong = setTimeout(stop, options.seconds * 1000)
  void arrive(residents, room).then((someoneIsIn) => someoneIsIn || stop())

  const finished = ended.then(async () => {
    clearTimeout(tooLong)
    clock.stop()
    for (let waited = 0; measured.onTheWay > 0 && waited < LAST_ANSWERS_MS; waited += 25) await sleep(25)
    const summary = measured.summary(options)
    for (const resident of residents) resident.leave()
    projector?.close()
    return summary
  })
  return { finished, stop, measured }
}

/** One after the other, as people come through a door; in a storm all at once. False when nobody got a seat. */
async function arrive(residents: readonly Resident[], { options, clock }: Room): Promise<boolean> {
  const random = seededRandom(`${options.seed}/arrivals`)
  const spreadMs = options.scenario === 'storm' ? 0 : Math.min(residents.length * ARRIVAL_MS, options.seconds * 100)
  const seated = residents.map(async (resident) => {
    if (spreadMs > 0) await clock.pause(random() * spreadMs)
    return !clock.isStopped && (await resident.come())
  })
  return (await Promise.all(seated)).includes(true)
}

/** Looks at what the screens show, and says when there is nothing left to do. */
function endOf(options: Options, measured: Measurements, stop: () => void): (view: PhoneView) => void {
  let shown = ''
  let lingering: NodeJS.Timeout | undefined
  return ({ life, step }) => {
    if (life === 'closed') return stop()
    const now = `${step?.activity} ${step?.phase}`
    if (now === shown) return
    shown = now
    clearTimeout(lingering)
    if (options.stay || step?.kind !== 'vote' || step.phase !== 'revealed' || !measured.hasVotesIn(step.activity))
      return
    lingering = setTimeout(stop, LINGER_MS).unref()
  }
}
