import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectAccessible, expectFits, faults, HALL, readQr, tab } from '../harness/browser.ts'
import { logLines, startHouse, type House } from '../harness/house.ts'

/* The main job of the product, steps 1 to 8, in Korean, on the embedded defaults: every screen at once in a browser. */

const HOSTILE = '=1+1 <b>공동 판매장</b> 만들기'

let house: House
let desk: Page
let facilitator: Page
let projector: Page
let phones: Page[]

beforeAll(async () => {
  house = await startHouse({ hostName: HALL, hasAdmin: false })
})

const text = (page: Page, words: string | RegExp) => page.getByText(words).first()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const seen = (page: Page, words: string | RegExp) => text(page, words).waitFor()

/** The console's one next step. It rests for a moment after each change, so that a doubled press does not take two. */
const step = (name: RegExp) => facilitator.locator('.console-foot .next').filter({ hasText: name })
const press = (name: RegExp) =>
  step(name)
    .click({ timeout: 1000 })
    .catch(() => undefined)
const take = async (name: RegExp, then: RegExp) => {
  await step(name).waitFor()
  await expect
    .poll(async () => {
      if (await step(then).count()) return true
      await press(name)
      return false
    })
    .toBe(true)
}
/** The same for a step that cannot be undone: it asks first. */
const confirm = async (name: RegExp) => {
  await step(name).waitFor()
  const dialog = facilitator.getByRole('dialog')
  await expect
    .poll(async () => {
      if (await dialog.isVisible()) return true
      await press(name)
      return false
    })
    .toBe(true)
  await dialog.getByRole('button', { name }).click()
}

describe('the main job', () => {
  it('[E2E-1] the first administrator is made by the link that the start prints', async () => {
    const link = /http:\/\/\S+\/invite\/\S+/.exec(house.output())?.[0] ?? ''
    desk = (await device('desk')).page
    await desk.goto(link)
    expect(await desk.evaluate(() => isSecureContext), 'a hall has no secure context').toBe(false)
    await desk.getByLabel('이메일').fill('office@gangbuk.example.kr')
    await desk.getByLabel('이름').fill('김주무')
    await desk.locator('input[type=password]').fill('활성화계획-2016!')
    await expectAccessible(desk, 'invitation')
    await button(desk, '계정 만들기').click()
    await seen(desk, '강북구 사회적경제 활성화계획(2016~2019)')
    await expectAccessible(desk, 'plans')
  })

  it('[E2E-2] staff make a plan from the template and prepare a workshop in stage 2', async () => {
    await desk.getByRole('link', { name: '새 계획' }).first().click()
    await desk.getByLabel('계획 이름').fill('강북구 사회적경제 활성화계획(2020~2023)')
    await desk.getByLabel('자치구').fill('강북구')
    await desk.getByLabel('담당 부서').fill('일자리지원과')
    await desk.getByLabel('시작하는 해').fill('2020')
    await desk.getByLabel('끝나는 해').fill('2023')
    await expectAccessible(desk, 'new plan')
    await button(desk, '계획 만들기').click()
    await seen(desk, '현황분석 및 의제발굴')
    await expectAccessible(desk, 'plan')
    await desk
      .getByRole('link', { name: /회의 만들기/ })
      .nth(1)
      .click()
    await desk.getByLabel('회의 이름').fill('의제발굴 워크숍')
    await button(desk, '의제발굴 워크숍 순서 넣기').click()
    await expectAccessible(desk, 'session editor')
    await button(desk, '회의 만들기').click()
    await button(desk, '대기실 열기').click()
    await desk.getByRole('dialog').getByRole('button', { name: '대기실 열기' }).click()
    await seen(desk, '진행 화면 열기')
    await expectAccessible(desk, 'session')
  })

  it('[E2E-3] the projector shows a code and a QR code that a camera reads; three phones are in within seconds', async () => {
    const consoleUrl = await desk.getByRole('link', { name: '진행 화면 열기' }).getAttribute('href')
    const projectorUrl = await desk.getByRole('link', { name: '빔 화면 열기' }).getAttribute('href')
    facilitator = (await device('laptop', { signedInAs: desk })).page
    await facilitator.goto(new URL(consoleUrl ?? '', house.publicUrl).href)
    projector = (await device('projector', { signedInAs: desk })).page
    await projector.goto(new URL(projectorUrl ?? '', house.publicUrl).href)
    const code = (
      await projector
        .getByText(/^\s*\d{3}\s*\d{3}\s*$/)
        .first()
        .innerText()
    ).replace(/\D/g, '')
    expect(code).toMatch(/^\d{6}$/)
    const joinUrl = await readQr(projector)
    expect(joinUrl).toMatch(new RegExp(`^http://${HALL}:${house.port}/j/`))

    phones = await Promise.all([1, 2, 3].map(async () => (await device('phone')).page))
    await phones[0]!.goto(joinUrl)
    await phones[1]!.goto(joinUrl)
    await phones[2]!.goto(house.publicUrl)
    await phones[2]!.getByLabel('참여 코드 여섯 자리').fill(code)
    for (const phone of phones) await seen(phone, '잘 오셨어요')
    await seen(projector, '명이 함께하고 있습니다')
    await expect.poll(() => projector.getByText('3', { exact: true }).count()).toBeGreaterThan(0)
    await expectAccessible(projector, 'projector, lobby')
    await expectAccessible(facilitator, 'console, lobby')
    await expectAccessible(phones[0]!, 'phone, lobby')
    await expectFits(phones[0]!, 'phone, lobby')
  })

  it('[E2E-4] residents submit issues; a refresh keeps the seat; the wall fills, and words stay words', async () => {
    await take(/의제 모으기 시작/, /의제 모으기 마감/)
    const issues = [
      [HOSTILE, '청년 일자리를 연결해 주세요'],
      ['골목 빈 가게를 함께 쓰기', '공동 판매장을 만들기'],
      ['마을기업 홍보가 필요해요', '상관없는 이야기'],
    ]
    for (const [n, phone] of phones.entries()) {
      for (const issue of issues[n]!) {
        await phone.getByLabel('한 가지씩 적어 주세요').fill(issue)
        await button(phone, '보내기').click()
        await phone.getByText(issue).last().waitFor()
      }
      await seen(phone, '내가 낸 의제 2개')
    }
    await expectAccessible(phones[0]!, 'phone, collect')
    await phones[0]!.reload()
    await seen(phones[0]!, '내가 낸 의제 2개')
    for (const issue of issues.flat()) await projector.getByText(issue).first().waitFor()
    expect(await projector.locator('b').count(), 'markup of a resident is not markup').toBe(0)
    await expectAccessible(projector, 'projector, collect')
    await expectAccessible(facilitator, 'console, collect')
  })

  it('[E2E-5] the facilitator merges, assigns a field, hides with a reason, and undoes', async () => {
    await expect
      .poll(async () => {
        await facilitator.keyboard.press('Space')
        return step(/의제 묶기 시작/).count()
      })
      .toBe(1)
    await take(/의제 묶기 시작/, /의제 묶기 마치기/)
    const row = (words: string) => facilitator.getByRole('checkbox', { name: words })
    await row('공동 판매장을 만들기').check()
    await row(HOSTILE).check()
    await facilitator.getByRole('button', { name: /^합치기/ }).click()
    await seen(facilitator, /원래 글 2건/)
    await row('마을기업 홍보가 필요해요').check()
    await facilitator.getByRole('button', { name: '분야', exact: true }).click()
    await facilitator.getByRole('menuitem', { name: '재정·교육·홍보' }).click()
    await row('상관없는 이야기').check()
    await facilitator.getByRole('button', { name: '숨기기', exact: true }).click()
    await facilitator.getByRole('menuitem', { name: '주제와 다름' }).click()
    await expect.poll(() => projector.getByText('상관없는 이야기').count()).toBe(0)
    await seen(phones[2]!, '까닭: 주제와 다름')
    await button(facilitator, /되돌리기: 숨기기 1건/).click()
    await projector.getByText('상관없는 이야기').first().waitFor()
    await row('상관없는 이야기').check()
    await facilitator.getByRole('button', { name: '숨기기', exact: true }).click()
    await facilitator.getByRole('menuitem', { name: '주제와 다름' }).click()
    await expectAccessible(facilitator, 'console, group')
    await expectAccessible(projector, 'projector, group')
    await take(/의제 묶기 마치기/, /투표 열기/)
  })

  it('[E2E-6] everybody puts stickers; another tab and a cut wire change nothing; no standing shows', async () => {
    await take(/투표 열기/, /투표 마감/)
    const choose = async (phone: Page, titles: RegExp[]) => {
      for (const title of titles) await phone.getByRole('button', { name: title }).first().click()
      await button(phone, '보내기').click()
      await seen(phone, '접수됐어요')
    }
    await seen(phones[0]!, '3개 더 고를 수 있어요')
    await expectAccessible(phones[0]!, 'phone, vote')
    await expectFits(phones[0]!, 'phone, vote')
    const market = /공동 판매장을?/
    await choose(phones[0]!, [market, /청년 일자리/])
    await choose(phones[1]!, [market, /청년 일자리/, /골목 빈 가게/])
    const second = await tab(phones[1]!.context())
    await second.goto(house.publicUrl)
    await seen(second, '접수됐어요')
    await seen(second, /골목 빈 가게/)
    await second.close()

    await phones[2]!.context().setOffline(true)
    await phones[2]!
      .getByRole('button', { name: /마을기업 홍보/ })
      .first()
      .click()
    await button(phones[2]!, '보내기').click()
    await seen(phones[2]!, /보내는 중이에요/)
    await phones[2]!.context().setOffline(false)
    await seen(phones[2]!, '접수됐어요')
    await seen(projector, /3명 가운데/)
    await step(/투표 마감 · 3명 투표함/).waitFor()
    for (const screen of [projector, facilitator, ...phones]) {
      expect(await screen.getByText(/\d위|스티커 \d+%|결과 확인값/).count(), 'no standing before the reveal').toBe(0)
    }
    await expectAccessible(phones[0]!, 'phone, after voting')
    await expectAccessible(projector, 'projector, vote')
    await expectAccessible(facilitator, 'console, vote')
  })

  it('[E2E-7] close, reveal: the ranking with its ties appears everywhere, and is filed', async () => {
    await confirm(/투표 마감/)
    await confirm(/결과 공개/)
    for (const phone of phones) {
      await phone.getByText('1위').first().waitFor()
      await phone.getByText('공동', { exact: true }).first().waitFor()
    }
    await seen(projector, '결과 확인값')
    await expect.poll(() => projector.getByText('공동', { exact: true }).count()).toBeGreaterThanOrEqual(2)
    await seen(facilitator, '우선과제 목록에 반영됨')
    await expectAccessible(projector, 'projector, reveal')
    await expectAccessible(phones[0]!, 'phone, reveal')
    await confirm(/회의 마치기/)
    for (const phone of phones) await seen(phone, '함께해 주셔서 고맙습니다')
    await expectAccessible(phones[0]!, 'phone, end')
    await expectAccessible(projector, 'projector, end')
  })

  it('[E2E-8] staff review: the evidence in the residents’ words, an edit, decisions with reasons, and a history', async () => {
    await desk.getByRole('link', { name: /계획/ }).first().click()
    await desk
      .getByRole('link', { name: /2020~2023/ })
      .first()
      .click()
    await desk.getByRole('link', { name: '우선과제 목록 열기' }).click()
    const rows = desk.locator('tbody').getByRole('row')
    await expect.poll(() => rows.count()).toBe(4)
    expect(await rows.first().innerText()).toMatch(/공동 1위/)
    await expectAccessible(desk, 'list')

    const entry = desk.locator('.task-panel')
    const decision = entry.getByRole('group', { name: '결정' })
    await rows.filter({ hasText: '공동 판매장' }).click()
    for (const words of [HOSTILE, '공동 판매장을 만들기']) await entry.getByText(words).first().waitFor()
    await entry.getByRole('button', { name: '과제 이름과 분야 고치기' }).click()
    await entry.getByRole('textbox').first().fill('골목 공동 판매장 조성')
    await entry.getByRole('button', { name: '저장' }).click()
    await entry.getByRole('heading', { name: '골목 공동 판매장 조성' }).waitFor()
    await decision.getByRole('button', { name: '채택', exact: true }).click()
    await entry.getByRole('button', { name: /채택으로 결정/ }).click()
    await seen(desk, '채택으로 결정했습니다.')

    await rows.filter({ hasText: '마을기업 홍보' }).click()
    await decision.getByRole('button', { name: '보류', exact: true }).click()
    await entry.getByRole('button', { name: /보류로 결정/ }).click()
    await entry.getByText('보류와 불채택에는 이유가 필요합니다.').waitFor()
    await entry.getByLabel('이유').fill('다음 해 예산에서 다시 살핌')
    await entry.getByRole('button', { name: /보류로 결정/ }).click()
    await seen(desk, '보류로 결정했습니다.')
    await entry.getByText('김주무').first().waitFor()
    await expectAccessible(desk, 'entry')
  })

  it('[E2E-9] the exported spreadsheet has the list, its evidence and the residents’ words, all as text and numbers', async () => {
    const downloading = desk.waitForEvent('download')
    await desk.getByRole('link', { name: /XLSX/ }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/우선과제.*\.xlsx$/)
    const file = readFileSync(await download.path())
    const sheets = await readXlsxFile(file)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['우선과제 목록', '근거', '주민 원문'])
    const cellsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.flat() ?? []
    expect(cellsOf('우선과제 목록')).toContain('청년 일자리를 연결해 주세요')
    const words = cellsOf('주민 원문')
    expect(words.filter((cell) => typeof cell === 'string' && cell.includes('<b>공동 판매장</b>'))).toHaveLength(1)
    expect(words).toContain('공동 판매장을 만들기')
    expect(words).not.toContain('상관없는 이야기')
  })

  it('[E2E-10] every screen speaks English too, and the phone’s first page not a word of Korean', async () => {
    const { page } = await device('phone', { locale: 'en-US' })
    await page.goto(house.publicUrl)
    await page
      .getByRole('button', { name: 'Change language' })
      .or(page.getByRole('button', { name: '언어 바꾸기' }))
      .click()
    await page.getByText(/code/i).first().waitFor()
    const words = await page.locator('body').innerText()
    // Left are the name of the other language, and the sign for larger letters.
    expect(words.replace(/한국어|가/g, '')).not.toMatch(/\p{Script=Hangul}/u)
    await expectAccessible(page, 'phone, English')
    await desk.getByRole('button', { name: /English/ }).click()
    await desk.getByText('Adopted').first().waitFor()
    await expectAccessible(desk, 'list, English')
    await facilitator.getByRole('button', { name: /English/ }).click()
    await expectAccessible(facilitator, 'console, English')
  })

  it('[E2E-11] in all of it no page and no process had an error', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
