import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from './client.ts'
import { closeAgents } from './client.ts'
import { medians, ROUNDS, table } from './figures.ts'
import { inHouse, openSession } from './house.ts'
import { storm } from './joins.ts'
import { cpuMs, memoryKb, openFilesLimit } from './machine.ts'

const MOST = 10_000
const ADDRESSES = 16
/* Of the process itself: stores, files, what the kernel wants. */
const SPARE_FILES = 500
const SETTLE_MS = 8_000
const LOOK_MS = 10_000

/** What a phone costs that is only there: memory, and CPU for its heartbeat. In five steps, each a fifth of all. */
export async function idle() {
  const step = Math.floor(Math.min(MOST, openFilesLimit() - SPARE_FILES) / ROUNDS)
  return inHouse(async (house) => {
    const session = await openSession(house, 1)
    const phones: Client[] = []
    await storm(house.url, session.code, 200, 1, ADDRESSES).then(({ phones }) =>
      phones.forEach((phone) => phone.close()),
    )
    await sleep(SETTLE_MS)
    const empty = memoryKb(house.pid)
    const rows = []
    let before = empty
    for (let n = 0; n < ROUNDS; n += 1) {
      phones.push(...(await storm(house.url, session.code, step, step / 500, ADDRESSES)).phones)
      await sleep(SETTLE_MS)
      const cpu = cpuMs(house.pid)
      await sleep(LOOK_MS)
      const now = memoryKb(house.pid)
      const all = { 'kB a phone, this step': (now - before) / step, 'kB a phone, all': (now - empty) / phones.length }
      rows.push({ ...all, 'CPU ms a second': ((cpuMs(house.pid) - cpu) * 1000) / LOOK_MS })
      before = now
    }
    const there = phones.filter(({ isOpen }) => isOpen).length
    for (const phone of phones) phone.close()
    session.close()
    closeAgents()
    const last = rows.at(-1)!
    const shown = [
      { phones: `steps of ${step}, median`, ...medians(rows) },
      { phones: `${there} still there, of ${phones.length}`, ...medians([last]) },
    ]
    return {
      text: table(`Idle phones: resident memory of the server, from ${Math.round(empty / 1024)} MB without any`, shown),
      rows: shown,
    }
  })
}
