import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectAccessible, expectFits, faults, HALL } from '../harness/browser.ts'
import { logLines, startHouseOnServers, type House } from '../harness/house.ts'
import { commandId, openWorkshop, signIn, type Desk } from '../harness/staff.ts'

let house: House
let desk: Desk
let hall: Awaited<ReturnType<typeof openWorkshop>>

beforeAll(async () => {
  house = (await startHouseOnServers({ hostName: HALL })).house
  desk = await signIn(house)
  hall = await openWorkshop(desk)
})

async function signedIn(kind: 'laptop' | 'projector'): Promise<Page> {
  const { page, context } = await device(kind)
  const [name = '', value = ''] = desk.cookie.split('=')
  await context.addCookies([{ name, value, domain: HALL, path: '/', httpOnly: true, sameSite: 'Strict' }])
  return page
}

const linkFor = async (role: 'coFacilitator' | 'projector') =>
  (await desk.get('createLink', { params: { id: hall.sessionId }, body: { id: commandId(), role } })).url

describe('beside the main job', () => {
  it('[E2E-20] a link opens the console, and another the projector, for somebody without an account', async () => {
    const { page: console_ } = await device('laptop')
    await console_.goto(await linkFor('coFacilitator'))
    await console_.locator('.console-foot .next').waitFor()
    expect(await console_.getByRole('button', { name: '리허설', exact: true }).count(), 'needs an account').toBe(0)
    await expectAccessible(console_, 'console by link')
    const { page: projector } = await device('projector')
    await projector.goto(await linkFor('projector'))
    await projector.getByText('휴대폰 카메라로 QR을 비추세요').waitFor()
    expect(await projector.getByRole('button').count(), 'a projector has no controls').toBe(0)
  })

  it('[E2E-21] a rehearsal fills with simulated residents, says what it is, ends, and stands in no list', async () => {
    const page = await signedIn('laptop')
    await page.goto(`${house.publicUrl}/console/${hall.sessionId}`)
    await page.getByRole('button', { name: '리허설', exact: true }).click()
    await page.getByRole('menuitem', { name: '가상 주민 10명' }).click()
    await page.getByText('리허설입니다. 가상 주민이 참여하고, 아무것도 남지 않습니다.').waitFor()
    expect(new URL(page.url()).pathname).not.toContain(hall.sessionId)
    await page.getByText('10명').filter({ visible: true }).first().waitFor()
    await expectAccessible(page, 'console, rehearsal')

    const next = page.locator('.console-foot .next')
    await next.filter({ hasText: '의제 수집 시작' }).click()
    await next.filter({ hasText: /의제 수집 마감 · [1-9]\d*건/ }).waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: '리허설 끝내기' }).click()
    await page.waitForURL(`**/console/${hall.sessionId}`)

    const plan = await desk.get('getPlan', { params: { id: hall.planId } })
    expect(plan.sessions.map(({ id, state }) => [id, state])).toEqual([[hall.sessionId, 'lobby']])
    expect(await desk.get('listTasks', { params: { id: hall.planId } })).toEqual([])
  })

  it('[E2E-22] the gallery shows every part on every surface, in both languages, without a barrier', async () => {
    const { page } = await device('desk')
    for (const surface of ['phone', 'projector', 'console', 'desk']) {
      for (const lang of ['ko', 'en']) {
        await page.goto(`${house.publicUrl}/gallery?surface=${surface}&lang=${lang}`)
        await page.locator('h1').first().waitFor()
        await expectAccessible(page, `gallery, ${surface}, ${lang}`)
      }
    }
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${house.publicUrl}/gallery?surface=phone`)
    await expectFits(page, 'gallery on a phone')
  })

  it('[E2E-23] in all of it no page and no process had an error', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
