import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, OLD_BEAMER, NARROW } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer } from './hall.ts'

/* Two facilitators group one board, one with the mouse, the other with the keyboard alone; the hall and a phone look on. */

const written = [
  '사회적경제 제품을 팔 수 있는 상설 매장이 필요합니다',
  '청년이 동네에서 일할 자리가 부족합니다',
  '혼자 사는 어르신을 돌볼 사람이 모자랍니다',
  '청년 일자리가 너무 적어요',
  '우리 동네에서 만든 물건을 팔 데가 없어요',
  '협동조합 설립 서류가 너무 어렵습니다',
  '혼자 사시는 어르신 돌봄이 부족해요',
]
const mine = '빈 점포를 청년에게 싸게 빌려주면 좋겠어요'

let house: House
let desk: Desk
let kim: Page
let park: Page
let projector: Page
let phone: Page
let room: Awaited<ReturnType<typeof steer>>

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const { sessionId } = await createWorkshop(desk, {
    plan: '강북구 사회적경제 활성화계획(2020~2023)',
    title: '의제발굴 워크숍',
    collect: '우리 동네에 무엇이 필요합니까?',
    group: '비슷한 의제를 모아 봅시다',
    vote: '먼저 할 일을 골라 주세요',
  })
  room = await steer(house, desk, sessionId)
  await room.direct({ type: 'openActivity', activity: 'a1' })
  phone = (await device('phone')).page
  await phone.goto(room.joinUrl())
  await phone.getByLabel('한 가지씩 적어 주세요').fill(mine)
  await phone.getByRole('button', { name: '보내기' }).first().click()
  await phone.getByText('내가 낸 의제 1개').waitFor()
  for (const text of written) {
    await room.direct({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
  await room.direct({ type: 'closeActivity', activity: 'a1' })
  await room.direct({ type: 'openActivity', activity: 'a2' })
  const { url } = await desk.get('createLink', {
    params: { id: sessionId },
    body: { id: commandId(), role: 'coFacilitator', name: '박진행' },
  })
  kim = (await device('laptop', { signedInAs: desk })).page
  await kim.goto(`${house.publicUrl}/console/${sessionId}`)
  park = (await device('laptop')).page
  await park.goto(url)
  projector = (await device('projector', { signedInAs: desk })).page
  await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
  for (const page of [kim, park]) await column(page, '아직 묶지 않은 의제').waitFor()
})

const column = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const card = (page: Page, words: string) => page.locator('[data-issue]').filter({ hasText: words })
const box = (page: Page, words: string) => page.getByRole('checkbox', { name: words })
const titles = (page: Page, title: string) => column(page, title).locator('.title').allTextContents()
/** What the board shows, column by column. */
const boardOf = (page: Page) =>
  page
    .locator('.board-column')
    .evaluateAll((columns) =>
      columns.map((one) => [
        one.getAttribute('aria-label'),
        [...one.querySelectorAll('.title')].map((title) => title.textContent),
      ]),
    )
async function take(page: Page, name: string) {
  if (process.env.MADANG_PICTURES) await page.screenshot({ path: join(process.env.MADANG_PICTURES, `${name}.png`) })
}
async function drag(page: Page, words: string, onto: string) {
  await card(page, words).scrollIntoViewIfNeeded()
  const from = (await card(page, words).boundingBox())!
  const to = (await page.locator(onto).boundingBox())!
  await page.mouse.move(from.x + 60, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 90, from.y + 40, { steps: 3 })
  await page.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 8 })
  await page.locator('.board-target').waitFor()
  await take(page, 'dragging')
  await page.mouse.up()
}

describe('two facilitators at one board', () => {
  it('[BOARD-1] a card dropped on “new group” makes one, named by hand; the other console has it at once', async () => {
    await take(kim, 'console-before')
    await drag(kim, '상설 매장', '[data-column="new"]')
    await kim.getByRole('dialog').getByLabel('묶음 이름').fill('판로')
    await take(kim, 'naming')
    await kim.getByRole('dialog').getByRole('button', { name: '만들기' }).click()
    await expect.poll(() => titles(park, '판로')).toEqual([written[0]])
    await park.getByText(/님이 새 묶음을 만들었습니다/).waitFor()
  })

  it('[BOARD-2] by keyboard alone: arrows, Space, G and Enter; what happened is read out', async () => {
    await box(park, '청년 일자리가 너무 적어요').focus()
    await park.keyboard.press('Space')
    for (let i = 0; i < 9 && !(await focused(park)).includes('일할 자리'); i += 1)
      await park.keyboard.press('ArrowDown')
    await park.keyboard.press('Space')
    await park.getByText('2건을 골랐습니다').waitFor()
    await park.keyboard.press('g')
    await park.getByRole('menuitem', { name: '새 묶음으로…' }).waitFor()
    await park.keyboard.press('Enter')
    await park.getByRole('dialog').getByLabel('묶음 이름').waitFor()
    await park.keyboard.type('청년')
    await park.keyboard.press('Enter')
    await expect.poll(() => titles(kim, '청년')).toEqual([written[3], written[1]])
    await box(park, mine).focus()
    await park.keyboard.press('Enter')
    await park.keyboard.press('ArrowDown')
    await park.keyboard.press('ArrowDown')
    await park.keyboard.press('Enter')
    await expect.poll(() => titles(kim, '청년')).toContain(mine)
    await park
      .getByRole('status')
      .filter({ hasText: `‘${mine}’` })
      .waitFor({ state: 'attached' })
    await kim.getByText('박진행 님이 1건을 ‘청년’ 묶음으로 옮겼습니다').waitFor()
    // The card that was moved keeps the focus.
    await expect.poll(() => focused(park)).toContain('빈 점포')
    await take(kim, 'console-news')
  })

  it('[BOARD-3] by tap: choose cards, then the group; dragging takes all that are chosen', async () => {
    await box(kim, '팔 데가 없어요').check()
    await column(kim, '판로').getByRole('button', { name: '고른 1건 여기로' }).click()
    await expect.poll(() => titles(park, '판로')).toEqual([written[4], written[0]])
    await box(kim, '돌볼 사람').check()
    await box(kim, '설립 서류').check()
    await drag(kim, '설립 서류', '[data-column="none"] + [data-column]')
    await expect.poll(async () => (await titles(park, '판로')).length).toBe(4)
  })

  it('[BOARD-4] undo takes back the step that the button names, also with U, and the hall follows', async () => {
    await kim.getByRole('button', { name: /되돌리기: 묶기 2건/ }).click()
    await expect.poll(() => titles(park, '판로')).toEqual([written[4], written[0]])
    await box(park, '돌봄이 부족해요').focus()
    await park.keyboard.press('u')
    await expect.poll(async () => (await titles(kim, '판로')).length).toBe(1)
    await box(kim, '팔 데가 없어요').check()
    await column(kim, '판로').getByRole('button', { name: '고른 1건 여기로' }).click()
    await expect.poll(async () => (await titles(park, '판로')).length).toBe(2)
  })

  it('[BOARD-5] drafts of groups name the shared words, and nothing moves before one is accepted', async () => {
    const before = await boardOf(kim)
    await kim.getByRole('button', { name: '비슷한 것끼리 모아 보기' }).click()
    const dialog = kim.getByRole('dialog')
    await dialog.getByText(/함께 나온 말: .*어르신/).waitFor()
    await take(kim, 'drafts')
    await expectSound(kim, 'drafts of groups')
    expect(await boardOf(kim)).toEqual(before)
    await dialog.getByLabel('묶음 이름 (2건)').fill('어르신 돌봄')
    await dialog.getByRole('button', { name: '이대로 묶기' }).click()
    await dialog.getByText('더 모을 만한 의제가 없습니다.').waitFor()
    await dialog.getByRole('button', { name: '닫기' }).first().click()
    await expect.poll(() => titles(park, '어르신 돌봄')).toEqual([written[6], written[2]])
  })

  it('[BOARD-6] both boards, the wall and the phone say the same', async () => {
    await park.keyboard.press('Escape')
    expect(await boardOf(park)).toEqual(await boardOf(kim))
    expect((await boardOf(kim)).map(([title]) => title)).toEqual(['아직 묶지 않은 의제', '판로', '청년', '어르신 돌봄'])
    const headings = () => projector.locator('.hall-wall h2').allInnerTexts()
    await expect.poll(headings).toEqual(['판로', '청년', '어르신 돌봄', '아직 묶지 않은 의제'])
    await phone.getByText('지금 앞에서 의제를 묶고 있어요').waitFor()
    await phone.getByText('‘청년’ 묶음에 있어요').waitFor()
    await take(kim, 'console-after')
    await take(projector, 'projector')
    await take(phone, 'phone')
    await expectSound(kim, 'console, board of groups')
    await expectSound(projector, 'wall by groups', OLD_BEAMER)
    await expectSound(phone, 'phone while issues are grouped', NARROW)
    await kim.getByRole('button', { name: '넓게 보기' }).click()
    await expectSound(kim, 'console, wide board')
    await take(kim, 'console-wide')
    await box(kim, '설립 서류').check()
    await take(kim, 'console-wide-chosen')
    expect(faults).toEqual([])
  })
})

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[data-issue]')?.textContent ?? '')
