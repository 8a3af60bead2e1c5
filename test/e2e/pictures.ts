import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { it } from 'vitest'
import { device, HALL } from '../harness/browser.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { codeOn, Screen, type Wish } from '../harness/screens.ts'
import { atTheEnd } from '../harness/services.ts'
import { openWorkshop, signIn } from '../harness/staff.ts'

const folder = join(import.meta.dirname, 'pictures')
const simulator = join(import.meta.dirname, '../../dist/server/simulate.js')

/* One picture of each screen for the README, of a hall with 24 simulated residents. */
it('takes the pictures of the README', async () => {
  mkdirSync(folder, { recursive: true })
  const { house } = await startHouseOnServers({ hostName: HALL })
  const desk = await signIn(house)
  const { sessionId, planId } = await openWorkshop(desk)
  const steering = await new Screen(
    house.url,
    { session: sessionId, screen: 'console' },
    { cookie: desk.cookie },
  ).ready()
  const direct = async (wish: Wish) => {
    const answer = await steering.deliver(wish)
    if (!answer.ok) throw new Error(`${wish.type}: ${answer.code}`)
  }
  const view = () => (steering.latest?.role === 'console' ? steering.latest.view : null)
  const open = async (kind: 'phone' | 'laptop' | 'desk' | 'projector', path: string): Promise<Page> => {
    const { page, context } = await device(kind)
    const [name = '', value = ''] = desk.cookie.split('=')
    await context.addCookies([{ name, value, domain: HALL, path: '/', httpOnly: true, sameSite: 'Strict' }])
    await page.goto(`${house.publicUrl}${path}`)
    return page
  }
  const take = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) })

  const code = codeOn(steering)
  const args = ['--url', house.url, '--code', code, '--participants', '24', '--seconds', '90', '--seed', 'pictures']
  const residents = spawn(process.execPath, [simulator, ...args, '--stay'], { stdio: 'ignore' })
  atTheEnd(() => void residents.kill())
  const projector = await open('projector', `/projector/${sessionId}`)
  const phone = await open('phone', new URL(view()?.joinUrl ?? '').pathname)
  await until(() => steering.turnout?.joined === 25, 'everybody to be in', 60_000)
  await projector.getByText('25').first().waitFor()
  await take(projector, 'projector-lobby')

  await direct({ type: 'openActivity', activity: 'a1' })
  await until(() => (view()?.issues.length ?? 0) >= 26, 'issues', 60_000)
  await phone.getByRole('textbox').first().fill('골목시장 빈 가게를 함께 쓰는 공간으로 만들어 주세요')
  await take(phone, 'phone-collect')
  const console_ = await open('laptop', `/console/${sessionId}`)
  await console_.locator('.console-foot .next').waitFor()
  await console_.waitForLoadState('networkidle')
  await take(console_, 'console')
  await projector
    .getByText(view()?.issues.at(-1)?.title ?? '')
    .first()
    .waitFor()
  await take(projector, 'projector-wall')
  await direct({ type: 'closeActivity', activity: 'a1' })
  const keep = 9
  const issues = view()?.issues ?? []
  await direct({ type: 'mergeIssues', into: issues[0]!.id, issues: issues.slice(keep, keep + 4).map(({ id }) => id) })
  await direct({ type: 'hideIssues', issues: issues.slice(keep + 4).map(({ id }) => id), reason: 'unclear' })
  const fields = view()?.fields ?? []
  for (const [n, { id }] of issues.slice(0, keep).entries()) {
    await direct({ type: 'assignField', issues: [id], fieldId: fields[n % fields.length]?.id ?? null })
  }

  await direct({ type: 'openActivity', activity: 'a3' })
  const options = phone.locator('.item-toggle')
  for (const n of [0, 2]) await options.nth(n).click()
  // Taken when the colours have settled.
  await phone.waitForTimeout(500)
  await take(phone, 'phone-vote')
  await until(() => (steering.turnout?.voted ?? 0) >= 23, 'votes', 60_000)
  await direct({ type: 'closeActivity', activity: 'a3' })
  await until(() => view()?.next.does === 'revealResult', 'the seal')
  await direct({ type: 'revealResult', activity: 'a3' })
  await projector.getByText('결과 확인값').waitFor()
  await take(projector, 'projector-reveal')
  await until(() => view()?.agenda.some(({ filed }) => filed) === true, 'the filing')

  const planPage = await open('desk', `/desk/plans/${planId}`)
  await planPage.getByText('현황분석 및 의제발굴').first().waitFor()
  await take(planPage, 'desk-plan')
  const tasks = await desk.get('listTasks', { params: { id: planId } })
  const list = await open('desk', `/desk/plans/${planId}/tasks?task=${tasks[0]?.id}`)
  await list.locator('.task-panel').getByText('김').or(list.locator('.task-panel h2')).first().waitFor()
  await list.waitForLoadState('networkidle')
  await take(list, 'desk-tasks')
})
