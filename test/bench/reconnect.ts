import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../client/net/backoff.ts'
import { until } from '../harness/processes.ts'
import type { Client } from './client.ts'
import { closeAgents } from './client.ts'
import { medians, ROUNDS, spread, table } from './figures.ts'
import { ballotOf, connectSeat, envelope, inHouse, join, openSession, secret, turnoutIn } from './house.ts'

const PHONES = 1_000
/* A hall is one address. */
const ADDRESSES = 1

/** The server is killed under a hall, and started again: when everybody has the present state, and that no ballot is lost. */
export async function reconnect() {
  return inHouse(async (house) => {
    const session = await openSession(house, 1)
    await session.direct({ type: 'openActivity', activity: 'a1' })
    let isOver = false
    let comeBack: number[] = []
    let voted = 0
    const clients = new Map<number, Client>()
    const seats = Array.from({ length: PHONES }, () => secret())
    const hear = (event: string, text: string) => {
      if (event === 'turnout') voted = turnoutIn(text).voted ?? voted
    }
    /** As a phone does: after a cut it tries again with back-off and jitter until it is in. */
    const stay = async (n: number) => {
      for (let attempt = 0; !isOver; attempt += 1) {
        await sleep(backoffMs(attempt))
        try {
          clients.set(n, await connectSeat(house.url, seats[n]!, n, ADDRESSES, hear, () => lost(n)))
          comeBack.push(performance.now())
          return
        } catch {
          // Not yet.
        }
      }
    }
    const lost = (n: number) => {
      if (clients.delete(n)) void stay(n)
    }
    await Promise.all(
      seats.map(async (seat, n) => {
        const first = await join(house.url, session.code, seat, n, ADDRESSES)
        const command = { type: 'castBallot', activity: 'a1', revision: 1, ballot: ballotOf(n) }
        await first.ask('command', { ...envelope(), ...command })
        first.close()
        clients.set(n, await connectSeat(house.url, seat, n, ADDRESSES, hear, () => lost(n)))
      }),
    )
    const rows = []
    for (let n = 0; n < ROUNDS; n += 1) {
      comeBack = []
      voted = 0
      const killedAt = performance.now()
      await house.kill()
      await house.start()
      const readyAt = performance.now()
      await until(() => comeBack.length >= PHONES && voted > 0, 'everybody to be back', 60_000)
      await sleep(1_500)
      const since = comeBack.map((at) => at - readyAt)
      const { p50, p95, max } = spread(since)
      rows.push({
        'down ms': Math.round(readyAt - killedAt),
        'back p50 after ready': p50,
        'back p95': p95,
        'all back': max,
        'all back after the kill': Math.round(max + readyAt - killedAt),
        'ballots lost': PHONES - voted,
      })
    }
    isOver = true
    for (const client of [...clients.values()]) client.close()
    session.close()
    closeAgents()
    const shown = [
      { phones: PHONES, ...medians(rows), 'ballots lost': Math.max(...rows.map((row) => row['ballots lost'])) },
    ]
    return {
      text: table(`Reconnect: kill -9 under ${PHONES} phones, medians of ${ROUNDS}; times in ms`, shown),
      rows: shown,
    }
  })
}
