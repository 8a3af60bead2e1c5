import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../client/net/backoff.ts'
import { closeAgents, LineCut, type Client } from './client.ts'
import { medians, ROUNDS, spread, table } from './figures.ts'
import { ballotOf, envelope, inHouse, join, openSession, secret } from './house.ts'
import { cpuMs } from './machine.ts'

const HALL = 500
const CITY = 10_000
const CITY_SECONDS = 10
const CITY_ADDRESSES = 16
const VOTERS = 100
const MOST_ATTEMPTS = 10

/** A hall at one address, all at the same instant; and a city in ten seconds while a vote is running. */
export async function joins() {
  const hall = await inHouse(async (house) => {
    const rows = []
    for (let n = 0; n < ROUNDS; n += 1) {
      const session = await openSession(house, 1)
      const before = cpuMs(house.pid)
      const { took, phones, failed } = await storm(house.url, session.code, HALL, 0, 1)
      const { p50, p95, max } = spread(took)
      rows.push({ 'in p50': p50, 'in p95': p95, 'all in': max, failed, 'CPU s': (cpuMs(house.pid) - before) / 1000 })
      for (const phone of phones) phone.close()
      session.close()
      await sleep(1_000)
    }
    return { crowd: `${HALL} at once, one address`, ...medians(rows) }
  })
  const city = await inHouse(async (house) => {
    const session = await openSession(house, 1)
    await session.direct({ type: 'openActivity', activity: 'a1' })
    const early = await storm(house.url, session.code, VOTERS, 2, CITY_ADDRESSES)
    const acks: number[] = []
    let isOver = false
    const voting = early.phones.map(async (phone, n) => {
      for (let revision = 1; !isOver; revision += 1) {
        await sleep(500 + Math.random() * 1000)
        const sentAt = performance.now()
        const command = { type: 'castBallot', activity: 'a1', revision, ballot: ballotOf(n) }
        await phone.ask('command', { ...envelope(), ...command })
        acks.push(performance.now() - sentAt)
      }
    })
    const began = performance.now()
    const before = cpuMs(house.pid)
    const { took, phones, failed, again } = await storm(house.url, session.code, CITY, CITY_SECONDS, CITY_ADDRESSES)
    const allIn = performance.now() - began
    isOver = true
    await Promise.all(voting)
    const cpu = (cpuMs(house.pid) - before) / 1000
    for (const phone of [...phones, ...early.phones]) phone.close()
    session.close()
    const { p50, p95 } = spread(took)
    const crowd = `${CITY} in ${CITY_SECONDS} s, ${CITY_ADDRESSES} addresses, once`
    return {
      crowd,
      'in p50': p50,
      'in p95': p95,
      'all in': allIn,
      failed,
      'tried again': again,
      'CPU s': cpu,
      'ack p95 of who votes': spread(acks).p95,
    }
  })
  closeAgents()
  const rows = [hall, city].map((row) => ({ ...row, 'all in': Math.round(row['all in']) }))
  return {
    text: table(`Joins: a seat, a socket and the first view; medians of ${ROUNDS} for the hall; times in ms`, rows),
    rows,
  }
}

/**
 * So many phones within so many seconds; each has its time from the request for a seat to its first view. A line that is
 * cut is laid again after the back-off of a real phone, and counted; a refusal is one.
 */
export async function storm(url: string, code: string, phones: number, seconds: number, addresses: number) {
  const took: number[] = []
  const joined: Client[] = []
  let again = 0
  const refusals: string[] = []
  const arrive = async (n: number): Promise<Client> => {
    const seat = secret()
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await join(url, code, seat, n, addresses)
      } catch (error) {
        if (!(error instanceof LineCut) || attempt === MOST_ATTEMPTS) throw error
        again += 1
        await sleep(backoffMs(attempt))
      }
    }
  }
  const coming = Array.from({ length: phones }, async (_, n) => {
    await sleep((n / phones) * seconds * 1000)
    const since = performance.now()
    try {
      joined.push(await arrive(n))
      took.push(performance.now() - since)
    } catch (error) {
      refusals.push(String(error))
    }
  })
  await Promise.all(coming)
  for (const why of new Set(refusals)) {
    process.stderr.write(`${refusals.filter((one) => one === why).length} of ${phones} could not join: ${why}\n`)
  }
  return { took, phones: joined, failed: refusals.length, again }
}
