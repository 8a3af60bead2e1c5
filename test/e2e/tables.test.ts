import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { joinByPhone } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/* Three tables that write for themselves and bring what matters before the room, in Korean. */

const pictures = process.env.PICTURES
let house: House
let desk: Desk
let sessionId: string
let hall: Awaited<ReturnType<typeof steer>>

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const [plan] = await desk.get('listPlans')
  const { stages } = await desk.get('getPlan', { params: { id: plan!.id } })
  const session = await desk.get('createSession', {
    params: { id: plan!.id },
    body: {
      id: commandId(),
      session: {
        stageId: stages[1]!.id,
        kind: 'workshop',
        title: '조별 의제발굴 워크숍',
        heldAt: null,
        place: '',
        attendance: [],
        tables: { count: 3 },
        agenda: [
          {
            id: 'a1',
            kind: 'collect',
            title: '우리 동네에 무엇이 필요할까요?',
            minutes: 15,
            settings: { scope: 'tables' },
          },
          { id: 'a2', kind: 'vote', title: '무엇부터 할까요?', minutes: 10, settings: {} },
        ],
      },
    },
  })
  sessionId = session.id
  await desk.get('openSession', { params: { id: sessionId }, body: { id: commandId() } })
  hall = await steer(house, desk, sessionId)
})

const take = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
}
async function openTable(table: number): Promise<Page> {
  const { url } = await desk.get('createLink', {
    params: { id: sessionId },
    body: { id: commandId(), role: 'tableFacilitator', table, name: `${table}조 진행자` },
  })
  const { page } = await device('phone', { size: { width: 800, height: 1100 } })
  await page.goto(url.replace(/^https?:\/\/[^/]+/, house.publicUrl))
  await page.getByRole('heading', { name: `${table}조 진행` }).waitFor()
  return page
}
async function send(phone: Page, text: string): Promise<void> {
  await phone.getByLabel('한 가지씩 적어 주세요').fill(text)
  await phone.getByRole('button', { name: '보내기' }).click()
  await phone.getByText(text).first().waitFor()
}

describe('three tables', () => {
  it('[E2E-70] a phone says where it sits, by a tap or by the QR code of its table; what it wrote reaches its table only', async () => {
    const first = (await device('phone')).page
    await first.goto(hall.joinUrl())
    await first.getByRole('heading', { name: '몇 조에 앉으셨어요?' }).waitFor()
    await expectSound(first, 'phone, asking for the table', NARROW)
    await take(first, 'phone-tables')
    await first.getByRole('button', { name: '2조' }).click()
    await first.getByText('잘 오셨어요').waitFor()
    await first.getByRole('button', { name: '조 바꾸기' }).click()
    await first.getByRole('button', { name: '1조' }).click()
    await first.getByText('1조', { exact: true }).waitFor()

    const third = (await device('phone', { size: NARROW })).page
    await third.goto(`${hall.joinUrl()}?t=3`)
    await third.getByText('3조', { exact: true }).waitFor()
    expect(new URL(third.url()).search).toBe('')
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    const [tableOne, tableThree] = [await openTable(1), await openTable(3)]
    await send(first, '상설 매장이 필요합니다')
    await send(third, '모일 공간이 없습니다')
    await expectSound(third, 'narrow phone at a table')
    await take(first, 'phone-at-table')
    await tableThree.getByText('모일 공간이 없습니다').waitFor()
    await tableOne.getByText('상설 매장이 필요합니다').waitFor()
    expect(await tableThree.getByText('상설 매장이 필요합니다').count()).toBe(0)
    await tableOne.close()

    // Nobody at table 3 has a phone but one: the others say it aloud.
    for (const text of ['공유 공간이 있으면 좋겠어요', '마을기업 홍보가 필요해요']) {
      await tableThree.getByLabel('휴대폰이 없는 분의 의견').fill(text)
      await tableThree.getByRole('button', { name: '적기' }).click()
      await tableThree.locator('.table-issue').filter({ hasText: text }).waitFor()
    }
    await tableThree.setViewportSize({ width: 360, height: 740 })
    await take(tableThree, 'table-phone')
    await expectSound(tableThree, 'table on a phone', NARROW)
    await tableThree.setViewportSize({ width: 800, height: 1100 })
    expect(hall.view().step).toMatchObject({ kind: 'collect', cards: [] })

    const console = (await device('laptop', { signedInAs: desk })).page
    await console.goto(`${house.publicUrl}/console/${sessionId}`)
    const projector = (await device('projector', { signedInAs: desk })).page
    await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
    await console.getByRole('row', { name: /3조\s*1\s*3\s*0/ }).waitFor()

    const issue = (text: string) => tableThree.locator('.table-issue').filter({ hasText: text })
    await issue('모일 공간').click()
    await issue('공유 공간').click()
    await take(tableThree, 'table-picked')
    await expectSound(tableThree, 'table, two picked', { width: 360, height: 740 })
    await tableThree.getByRole('button', { name: '합치기' }).click()
    await tableThree.getByText('2건을 합침').waitFor()
    await tableThree.locator('.ui-toast').getByRole('button', { name: '되돌리기' }).click()
    await expect.poll(() => tableThree.getByText('2건을 합침').count()).toBe(0)
    await issue('모일 공간').click()
    await issue('공유 공간').click()
    await tableThree.getByRole('button', { name: '합치기' }).click()
    await tableThree.getByText('2건을 합침').waitFor()
    await issue('모일 공간').click()
    await tableThree.getByRole('button', { name: '전체에 올리기 · 1건' }).click()
    await tableThree.getByText('전체에 올림').first().waitFor()
    await projector.getByText('3조 · 모일 공간이 없습니다').waitFor()
    await console.getByRole('row', { name: /3조\s*1\s*2\s*1/ }).waitFor()
    await expectSound(console, 'console with tables')
    await expectSound(projector, 'projector with what a table brought', OLD_BEAMER)
    for (const [page, name] of [
      [console, 'console-tables'],
      [projector, 'projector-tables'],
      [tableThree, 'table-brought'],
    ] as const) {
      await take(page, name)
    }
    await console.getByRole('button', { name: '조별 QR과 링크' }).click()
    await console.getByRole('button', { name: '2조 진행자 링크' }).click()
    await console.getByLabel('2조 진행자 링크').waitFor()
    await expectSound(console, 'console with the QR codes of the tables')
    await take(console, 'console-table-cards')
    await console.keyboard.press('Escape')

    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    await hall.direct({ type: 'openActivity', activity: 'a2' })
    await expect.poll(() => hall.view().step).toMatchObject({ candidates: [{ title: '모일 공간이 없습니다' }] })
  })

  it('[E2E-71] whoever sits at no table takes part as well', async () => {
    const { page } = await device('phone')
    await page.goto(hall.joinUrl())
    await page.getByRole('button', { name: '조 없이 참여하기' }).click()
    await page.getByRole('heading', { name: '무엇부터 할까요?' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '무엇부터 할까요?' }).waitFor()
    const other = await joinByPhone(house.url, hall.view().code)
    expect(await other.deliver({ type: 'joinTable', table: 9 })).toMatchObject({ ok: false, code: 'unknown_table' })
  })

  it('nothing went wrong in any page, and the house has nothing to complain about', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
