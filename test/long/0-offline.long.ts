import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { closeVote, lookBehind, openVotes, sealAndCheck, type Behind, type Hall } from '../harness/crowd.ts'
import { device, HALL } from '../harness/browser.ts'
import { startHouseOnServers, type House } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { until } from '../harness/processes.ts'
import { signIn } from '../harness/staff.ts'
import { above, p95, promise, seconds } from './promise.ts'

/* Real pages, for it is the browser that tells them that the network is back. */
const PHONES = 8
/* By then the server has noticed that a silent phone is gone. */
const NOTICED_MS = 45_000
const groups = [
  { name: '2 s', awayMs: 2_000, rounds: 10 },
  { name: '2 min', awayMs: 120_000, rounds: 3 },
  { name: '10 min', awayMs: 600_000, rounds: 1 },
]

promise('P6', `${PHONES} phones offline 2 s, 2 min, 10 min: right ≤ 3 s after the network is back (p95)`, async () => {
  const { house, redis, databaseUrl } = await startHouseOnServers({ hostName: HALL })
  const desk = await signIn(house)
  const behind = await lookBehind(redis.url, databaseUrl)
  const halls: Hall[] = []
  const crowds: Page[][] = []
  for (const { rounds } of groups) {
    const hall = await openVotes(house, desk, rounds + 1)
    halls.push(hall)
    crowds.push(await pagesIn(house, hall))
  }
  const took = await Promise.all(groups.map((group, n) => awayAndBack(group, halls[n]!, crowds[n]!, behind)))
  const rows = groups.map(({ name }, n) => ({ name, of: took[n]!.length, p95: p95(took[n]!) }))
  return {
    found: rows.map((row) => `${row.name}: p95 ${seconds(row.p95)} of ${row.of}`).join('; '),
    broken: rows.flatMap((row) => above(`${row.name} offline: ms until right`, row.p95, 3_000)),
  }
})

async function pagesIn(house: House, hall: Hall): Promise<Page[]> {
  const pages: Page[] = []
  // One after the other: a browser that opens all of them at once starves what is measured elsewhere.
  for (let n = 0; n < PHONES; n += 1) {
    const { page } = await device('phone')
    await page.goto(hall.joinUrl.replace(/^https?:\/\/[^/]+/, house.publicUrl))
    pages.push(page)
  }
  return pages
}

/** For each phone and round, how long it took until it showed what the others see, in ms from the return of its network. */
async function awayAndBack(
  { name, awayMs, rounds }: (typeof groups)[number],
  hall: Hall,
  pages: Page[],
  behind: Behind,
): Promise<number[]> {
  const took: number[] = []
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (let round = 1; round <= rounds; round += 1) {
    const title = `${round + 1}번째 투표`
    const heading = (page: Page) => page.getByRole('heading', { name: title })
    await until(() => hall.connected() >= pages.length, 'the phones')
    const offlineAt = performance.now()
    await Promise.all(pages.map((page) => page.context().setOffline(true)))
    const history = new History()
    await closeVote(hall, `a${round}`, history)
    await hall.direct({ type: 'openActivity', activity: `a${round + 1}` })
    await sleep(Math.max(0, awayMs - (performance.now() - offlineAt)))
    const wasAwayMs = performance.now() - offlineAt
    if (wasAwayMs > awayMs + 2_000) throw new Error(`${name}: the phones were away for ${seconds(wasAwayMs)}`)
    const seen = await Promise.all(pages.map((page) => heading(page).count()))
    if (seen.some((count) => count > 0)) throw new Error(`${name}: a phone that was offline saw what happened`)
    if (awayMs > NOTICED_MS && hall.connected() > 0) throw new Error(`${name}: a phone was not cut off`)
    await Promise.all(
      pages.map(async (page) => {
        await page.context().setOffline(false)
        const backAt = performance.now()
        await heading(page).waitFor({ timeout: 60_000 })
        took.push(performance.now() - backAt)
      }),
    )
    await sealAndCheck(hall, `a${round}`, history, behind)
  }
  return took
}
