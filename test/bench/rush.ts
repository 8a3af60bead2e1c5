import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../harness/processes.ts'
import { Client, closeAgents } from './client.ts'
import { medians, ROUNDS, spread, table } from './figures.ts'
import { ballotOf, envelope, inHouse, openSession, turnoutIn } from './house.ts'
import { storm } from './joins.ts'

const PHONES = 3_000
const ADDRESSES = 16

/** "Now!": everybody votes at the same instant. When the last one is acknowledged, and that none is lost. */
export async function rush() {
  return inHouse(async (house) => {
    const session = await openSession(house, ROUNDS)
    const { phones } = await storm(house.url, session.code, PHONES, PHONES / 300, ADDRESSES)
    let voted = 0
    const onEvent = (event: string, text: string) => {
      if (event === 'turnout') voted = turnoutIn(text).voted ?? voted
    }
    const projector = await Client.open({ url: house.url, auth: { link: session.projector }, onEvent })
    const rows = []
    for (let n = 1; n <= ROUNDS; n += 1) {
      const activity = `a${n}`
      await session.direct({ type: 'openActivity', activity })
      await sleep(1_500)
      const began = performance.now()
      const answers = phones.map(async (phone, seat) => {
        const command = { type: 'castBallot', activity, revision: 1, ballot: ballotOf(seat) }
        const answer = await phone.ask('command', { ...envelope(), ...command })
        if (!answer.includes('"ok":true')) throw new Error(`a ballot was refused: ${answer}`)
        return performance.now() - began
      })
      const { p50, p95, max } = spread(await Promise.all(answers))
      await until(() => voted === phones.length, 'the projector to show all', 10_000)
      const shownAll = performance.now() - began
      rows.push({ 'ack p50': p50, 'ack p95': p95, 'last ack': max, 'all on the wall': shownAll, voted })
      await session.direct({ type: 'closeActivity', activity })
      await sleep(1_500)
    }
    for (const one of [...phones, projector, session]) one.close()
    closeAgents()
    const shown = [{ phones: phones.length, ...medians(rows), 'slowest of all rounds': worst(rows) }]
    return {
      text: table(`Rush: ${PHONES} phones vote at the same instant, medians of ${ROUNDS}; times in ms`, shown),
      rows: shown,
    }
  })
}

const worst = (rows: readonly { 'last ack': number }[]): number => Math.max(...rows.map((row) => row['last ack']))
