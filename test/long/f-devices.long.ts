import { seededRandom } from '../../shared/base/seeded-random.ts'
import { openVotes, recast } from '../harness/crowd.ts'
import { device, HALL } from '../harness/browser.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { History } from '../harness/invariants.ts'
import { until } from '../harness/processes.ts'
import { signIn } from '../harness/staff.ts'
import { above, promise, seconds, SEED } from './promise.ts'

const TIMES = 5
const PHONES = 100
const TITLE = '1번째 투표'

promise('P7', `another device is projector ≤ 5 s, console ≤ 15 s, by signing in (${TIMES} times)`, async () => {
  const random = seededRandom(SEED)
  const { house } = await startHouseOnServers({ hostName: HALL })
  const hall = await openVotes(house, await signIn(house), 1)
  const phones = await hall.phones(PHONES)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  const history = new History()
  const voting = phones.map((phone) => recast(phone, 'a1', history, { random, acked: () => undefined }))
  await until(() => hall.voted() === PHONES, 'everybody to have voted')
  const took = { projector: [] as number[], console: [] as number[] }
  for (let n = 0; n < TIMES; n += 1) {
    for (const screen of ['projector', 'console'] as const) {
      const { page, context } = await device('laptop')
      const began = performance.now()
      await page.goto(`${house.publicUrl}/sign-in?next=/${screen}/${hall.sessionId}`)
      await page.getByLabel('이메일').fill(house.admin.email)
      await page.locator('input[type=password]').fill(house.admin.password)
      await page.getByRole('button', { name: '로그인' }).click()
      await page.waitForURL(`**/${screen}/**`)
      await page.getByText(TITLE).first().waitFor()
      await page
        .getByText(new RegExp(`(^|\\D)${PHONES}(\\D|$)`))
        .first()
        .waitFor()
      took[screen].push(performance.now() - began)
      await context.close()
    }
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await Promise.all(voting)
  const slowest = { projector: Math.max(...took.projector), console: Math.max(...took.console) }
  return {
    found: `projector ${seconds(slowest.projector)}, console ${seconds(slowest.console)} at most, sign-in included`,
    broken: [
      ...above('ms until another projector', slowest.projector, 5_000),
      ...above('ms until another console', slowest.console, 15_000),
    ],
  }
})
