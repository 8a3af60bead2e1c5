import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'
import { device, expectSound, faults, NARROW } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { joinByPhone } from '../harness/screens.ts'
import type { Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer, type Words } from './hall.ts'

/* Ballots on which all items stand at once: what was chosen arrives, and is shown as it was meant. */

const words: Words = {
  plan: '우리 동네 계획(2026~2029)',
  title: '의제발굴 워크숍',
  collect: '우리 동네에 무엇이 필요할까요?',
  group: '비슷한 의견을 모아 봅시다',
  vote: '무엇부터 하면 좋을까요?',
}
const [MARKET, SHOP, JOBS] = ['골목시장 공유 공간', '상설 판매장', '청년 일자리 연결'] as const
const TWENTY = Array.from({ length: 20 }, (_, n) => `${n + 1}번 의제: 동네를 돌보는 일`)

let house: House
let desk: Desk

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
})

/** A phone in front of a vote on these issues. */
async function voter(method: MethodId, parameters: Parameters, issues: readonly string[] = [MARKET, SHOP, JOBS]) {
  const { sessionId } = await createWorkshop(desk, words, { method, parameters })
  const hall = await steer(house, desk, sessionId)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (let n = 0; n < issues.length; n += 5) {
    const writer = await joinByPhone(house.url, hall.view().code)
    for (const text of issues.slice(n, n + 5)) {
      await writer.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
    }
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await hall.direct({ type: 'openActivity', activity: 'a3' })
  const { page } = await device('phone')
  await page.goto(hall.joinUrl())
  await page
    .locator('main li')
    .nth(issues.length - 1)
    .waitFor()
  return page
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const tap = (page: Page, name: string | RegExp) => button(page, name).tap()
const noted = (page: Page, note: string | RegExp) => page.locator('.phone-action .note').getByText(note).waitFor()
/** An answer of a row: the first row of an item, or another. */
const choose = (page: Page, item: string, answer: string | number, row = 0) =>
  page
    .locator('main li')
    .filter({ hasText: item })
    .getByRole('radio', { name: String(answer), exact: true })
    .nth(row)
    .tap()

const mine = (page: Page) => page.getByRole('list', { name: '내가 고른 것' }).getByRole('listitem')
/** What the phone shows after sending, which is what the server has said that it holds: also after a reload. */
async function expectSent(page: Page, lines: string[]): Promise<void> {
  await tap(page, '보내기')
  await page.getByText('접수됐어요').waitFor()
  await page.reload()
  await page.getByText('접수됐어요').waitFor()
  expect((await mine(page).allInnerTexts()).map((line) => line.replace(/\s*\n\s*/g, ' | '))).toEqual(lines)
  await expectSound(page, 'sent', NARROW)
}

describe('ballots with all items at once', () => {
  it('[E2E-70] approval: no more than the rule allows, cleared, put back, and changed after sending', async () => {
    const page = await voter('approval', { max: 2 })
    await noted(page, '2개 더 고를 수 있어요')
    await tap(page, MARKET)
    await tap(page, JOBS)
    await tap(page, SHOP)
    await noted(page, '2개를 모두 골랐어요. 바꾸려면 고른 것을 먼저 빼 주세요.')
    await expectSound(page, 'approval', NARROW)
    await tap(page, '모두 지우기')
    await noted(page, '2개 더 고를 수 있어요')
    await tap(page, '지운 것 되돌리기')
    await tap(page, MARKET)
    await expectSent(page, [JOBS])
    await tap(page, '바꾸기')
    await tap(page, JOBS)
    await tap(page, '보내기')
    await noted(page, '아직 고르지 않았어요. 고르지 않고 보낼까요?')
    await tap(page, '고르지 않고 보내기')
    await page.getByText('아무것도 고르지 않았어요.').waitFor()
  })

  it('[E2E-71] for and against: each item by itself, an answer is taken back by a second tap', async () => {
    const page = await voter('for-against', {})
    await choose(page, MARKET, '찬성')
    await choose(page, SHOP, '반대')
    await choose(page, JOBS, '기권')
    await noted(page, '모두 답했어요. 보내기를 눌러 주세요.')
    await expectSound(page, 'for and against', NARROW)
    await choose(page, JOBS, '기권')
    await noted(page, '3개 가운데 2개에 답했어요')
    await expectSent(page, [`${MARKET} | 찬성`, `${SHOP} | 반대`])
  })

  it('[E2E-72] points: in steps of 5 and 10, never more than there are', async () => {
    const page = await voter('points', {})
    for (let n = 0; n < 7; n += 1) await tap(page, `${MARKET} 10점 더`)
    await tap(page, `${SHOP} 5점 더`)
    await noted(page, '25점이 남았어요')
    for (let n = 0; n < 3; n += 1) await tap(page, `${JOBS} 10점 더`)
    await noted(page, '점수를 다 나누었어요. 보내기를 눌러 주세요.')
    await tap(page, `${SHOP} 10점 더`)
    await noted(page, '100점을 모두 나누었어요. 바꾸려면 다른 의제에서 먼저 빼 주세요.')
    await expectSound(page, 'points', NARROW)
    await tap(page, `${SHOP} 10점 빼기`)
    await expectSent(page, [`${MARKET} | 70점`, `${JOBS} | 25점`])
  })

  it('[E2E-73] quadratic: what votes cost is shown, and what is missing for one more', async () => {
    const page = await voter('quadratic', { credits: 10 })
    for (let n = 0; n < 2; n += 1) await tap(page, `${MARKET} 한 표 더`)
    await page.getByText('찬성 2표 · 4포인트').waitFor()
    await tap(page, `${JOBS} 한 표 덜`)
    await page.getByText('반대 1표 · 1포인트').waitFor()
    await noted(page, '5포인트가 남았어요')
    for (let n = 0; n < 2; n += 1) await tap(page, `${MARKET} 한 표 더`)
    await noted(page, '4표에는 16포인트가 들어요. 지금은 7포인트가 모자라요.')
    await expectSound(page, 'quadratic', NARROW)
    await expectSent(page, [`${MARKET} | 찬성 3표`, `${JOBS} | 반대 1표`])
  })

  it('[E2E-74] scores: 1 to 5, and 0 to 10 in two rows', async () => {
    const page = await voter('score', { min: 0, max: 10 })
    await choose(page, JOBS, 10)
    await choose(page, MARKET, 0)
    await noted(page, '3개 가운데 2개를 매겼어요')
    await expectSound(page, 'scores 0 to 10', NARROW)
    await expectSent(page, [`${JOBS} | 10점`, `${MARKET} | 0점`])

    const five = await voter('majority-judgment', {})
    await choose(five, SHOP, 4)
    await choose(five, JOBS, 5)
    await expectSound(five, 'scores 1 to 5', NARROW)
    await expectSent(five, [`${JOBS} | 5점`, `${SHOP} | 4점`])
  })

  it('[E2E-75] criteria: one at a time, with a way back', async () => {
    const page = await voter('criteria', { criteria: ['urgency', '주민이 함께함'], weights: [1, 2] })
    await page.getByRole('heading', { name: '시급도' }).waitFor()
    await choose(page, MARKET, 2)
    await choose(page, JOBS, 5)
    expect(await button(page, '보내기').count(), 'not before the last criterion').toBe(0)
    await expectSound(page, 'criteria', NARROW)
    await tap(page, '다음')
    await page.getByRole('heading', { name: '주민이 함께함' }).waitFor()
    await choose(page, MARKET, 4)
    await tap(page, '이전')
    await choose(page, MARKET, 3)
    await tap(page, '다음')
    await noted(page, '6개 가운데 3개를 매겼어요')
    await expectSent(page, [`${MARKET} | 시급도 3 · 주민이 함께함 4`, `${JOBS} | 시급도 5`])
  })

  it('[E2E-76] needs: importance and the present level of each item', async () => {
    const page = await voter('borich', {})
    await choose(page, MARKET, 4, 0)
    await choose(page, MARKET, 3, 1)
    await choose(page, SHOP, 5, 0)
    await choose(page, SHOP, 1, 1)
    await choose(page, JOBS, 2, 0)
    await noted(page, '3개 가운데 2개를 매겼어요')
    await expectSound(page, 'needs', NARROW)
    await expectSent(page, [`${SHOP} | 중요 5 · 지금 1`, `${JOBS} | 중요 2`, `${MARKET} | 중요 4 · 지금 3`])
  })

  it('[E2E-77] stickers: more than one on an item, and some against', async () => {
    const page = await voter('stickers', { perVoter: 3, perItem: 2, negative: 1 })
    await tap(page, `${MARKET} 하나 더`)
    await tap(page, `${MARKET} 하나 더`)
    await tap(page, `${MARKET} 하나 더`)
    await noted(page, '한 의제에는 2개까지 붙일 수 있어요.')
    await tap(page, `${JOBS} 하나 빼기`)
    await expectSound(page, 'stickers against', NARROW)
    await expectSent(page, [`${MARKET} | 2개`, `${JOBS} | 반대 1개`])
  })

  it('[E2E-78] ranking of 3: equal places, a place chosen from the list, and dragging', async () => {
    const page = await voter('borda', {})
    for (const item of [MARKET, SHOP, JOBS]) await tap(page, item)
    await tap(page, '다음')
    await expectOrder(page, [MARKET, SHOP, JOBS])
    await page.getByLabel(`${JOBS}의 순위`).selectOption('1위')
    await expectOrder(page, [JOBS, MARKET, SHOP])
    await tap(page, `${MARKET} 아래로`)
    await expectOrder(page, [JOBS, SHOP, MARKET])
    await drag(page, MARKET, JOBS)
    await expectOrder(page, [MARKET, JOBS, SHOP])
    await page.locator('main li').filter({ hasText: SHOP }).getByText('위와 같은 순위').tap()
    await expectSound(page, 'order', NARROW)
    await expectSent(page, [`${MARKET} | 1위`, `${JOBS} | 공동 2위`, `${SHOP} | 공동 2위`])
  })

  it('[E2E-79] the first five of 20 by taps only: seven taps', async () => {
    const page = await voter('borda', { topK: 5 }, TWENTY)
    const wanted = [13, 2, 20, 7, 5].map((n) => TWENTY[n - 1]!)
    let taps = 0
    const count = (target: Locator) => ((taps += 1), target.tap())
    for (const item of wanted) await count(row(page, item))
    await expectSound(page, '20 items', NARROW)
    await row(page, TWENTY[0]!).tap()
    await noted(page, '5위까지 다 골랐어요. 바꾸려면 고른 것을 먼저 빼 주세요.')
    await count(button(page, '다음'))
    await expectOrder(page, wanted)
    await count(button(page, '보내기'))
    await page.getByText('접수됐어요').waitFor()
    expect(await mine(page).allInnerTexts()).toEqual(wanted.map((item, n) => `${item}\n${n + 1}위`))
    expect(taps).toBe(7)
  })

  it('[E2E-80] all of 20 by keyboard only, and the last moved to the first place: 128 keys', async () => {
    const page = await voter('borda', {}, TWENTY)
    let keys = 0
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    const reach = async (target: Locator) => {
      for (let n = 0; n < 200; n += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await press('Tab')
      }
      throw new Error('the Tab key does not reach it')
    }
    const items = page.locator('main li button')
    const shown = await page.locator('main li bdi').allInnerTexts()
    for (let n = 0; n < shown.length; n += 1) {
      await reach(items.nth(n))
      await press('Space')
    }
    await reach(button(page, '다음'))
    await press('Enter')
    await expectOrder(page, shown)
    const last = shown.at(-1)!
    const place = page.getByLabel(`${last}의 순위`)
    await reach(place)
    await press('Home')
    const order = [last, ...shown.slice(0, -1)]
    await expectOrder(page, order)
    expect(await place.evaluate((element) => element === document.activeElement), 'the focus went along').toBe(true)
    await reach(button(page, '보내기'))
    await press('Enter')
    await page.getByText('접수됐어요').waitFor()
    expect(await mine(page).allInnerTexts()).toEqual(order.map((item, n) => `${item}\n${n + 1}위`))
    expect(keys).toBeLessThanOrEqual(128)
  })

  it('[E2E-81] a ballot whose script and style do not come at first is asked for again, and has its style', async () => {
    const { sessionId } = await createWorkshop(desk, words, { method: 'points', parameters: {} })
    const hall = await steer(house, desk, sessionId)
    const { page, context } = await device('phone')
    const failed: string[] = []
    await context.route(/PointsInput|points-.*\.(js|css)/, (route) => {
      const { pathname } = new URL(route.request().url())
      if (failed.includes(pathname)) return route.continue()
      failed.push(pathname)
      return route.abort()
    })
    await page.goto(hall.joinUrl())
    const writer = await joinByPhone(house.url, hall.view().code)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    await writer.deliver({ type: 'submitIssue', activity: 'a1', text: MARKET, detail: '', fieldId: null })
    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    await hall.direct({ type: 'openActivity', activity: 'a3' })
    await tap(page, `${MARKET} 10점 더`)
    expect(failed.map((path) => path.replace(/.*\./, '')).toSorted()).toEqual(['css', 'js'])
    expect(await page.locator('.hand').evaluate((hand) => getComputedStyle(hand).display)).toBe('grid')
  })

  it('[E2E-82] in all of it no page and no process had an error', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})

const row = (page: Page, item: string) => page.locator('main li button').filter({ hasText: new RegExp(`^\\s*${item}`) })

async function expectOrder(page: Page, order: readonly string[]): Promise<void> {
  await expect.poll(() => page.locator('main ol bdi').allInnerTexts()).toEqual(order)
}

/** One row by its handle onto another, as a mouse or a finger does. */
async function drag(page: Page, item: string, onto: string): Promise<void> {
  const rowOf = (title: string) => page.locator('main ol li').filter({ hasText: title })
  const middle = async (target: Locator) => {
    const { x, y, width, height } = (await target.boundingBox())!
    return { x: x + width / 2, y: y + height / 2 }
  }
  const from = await middle(rowOf(item).locator('.handle'))
  const to = await middle(rowOf(onto))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, to.y, { steps: 8 })
  await page.mouse.up()
}
