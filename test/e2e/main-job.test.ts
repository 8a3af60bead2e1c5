import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import readXlsxFile, { type SheetData } from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, HALL, NARROW, OLD_BEAMER, readQr, tab } from '../harness/browser.ts'
import { logLines, startHouse, type House } from '../harness/house.ts'

/* The main job of the product, steps 1 to 8, in Korean, on the embedded defaults: every screen at once in a browser. */

const HOSTILE = '=1+1 <b>공동 판매장</b> 만들기'

let house: House
let desk: Page
let facilitator: Page
let projector: Page
let phones: Page[]
/** of the sealed vote, as the projector shows it */
let digest: string

beforeAll(async () => {
  house = await startHouse({ hostName: HALL, hasAdmin: false })
})

const text = (page: Page, words: string | RegExp) => page.getByText(words).first()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const seen = (page: Page, words: string | RegExp) => text(page, words).waitFor()

/** The console's one next step. It rests for a moment after each change, so that a doubled press does not take two. */
const step = (name: RegExp) => facilitator.locator('.console-foot .next').filter({ hasText: name })
/** Pressed until it is heard: a press while the button rests does nothing. */
async function pressUntil(isDone: () => Promise<boolean>, press: () => Promise<void>): Promise<void> {
  await expect
    .poll(async () => {
      if (await isDone()) return true
      await press().catch(() => undefined)
      return false
    })
    .toBe(true)
}
async function take(name: RegExp, then: RegExp): Promise<void> {
  await step(name).waitFor()
  await pressUntil(
    async () => (await step(then).count()) > 0,
    () => step(name).click({ timeout: 1000 }),
  )
}
/** The same for a step that cannot be undone: it asks first, and names what will happen. */
async function confirm(name: RegExp, question: string | RegExp): Promise<void> {
  await step(name).waitFor()
  const dialog = facilitator.getByRole('dialog')
  await pressUntil(
    () => dialog.isVisible(),
    () => step(name).click({ timeout: 1000 }),
  )
  await dialog.getByText(question).waitFor()
  await expectSound(facilitator, `console, asking: ${question}`)
  await dialog.getByRole('button', { name }).click()
}

/** The three screens of the hall, and the phone in its usual size and in the narrowest. */
async function expectHallSound(when: string): Promise<void> {
  await expectSound(facilitator, `console, ${when}`)
  await expectSound(projector, `projector, ${when}`, OLD_BEAMER)
  await expectSound(phones[0]!, `phone, ${when}`)
  await expectSound(phones[2]!, `narrow phone, ${when}`)
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
    await expectSound(desk, 'invitation')
    await button(desk, '계정 만들기').click()
    await seen(desk, '강북구 사회적경제 활성화계획(2016~2019)')
    await expectSound(desk, 'plans')
  })

  it('[E2E-2] staff make a plan from the template and prepare a workshop in stage 2', async () => {
    await desk.getByRole('link', { name: '새 계획' }).first().click()
    await desk.getByLabel('계획 이름').fill('강북구 사회적경제 활성화계획(2020~2023)')
    await desk.getByLabel('자치구').fill('강북구')
    await desk.getByLabel('담당 부서').fill('일자리지원과')
    await desk.getByLabel('시작하는 해').fill('2020')
    await desk.getByLabel('끝나는 해').fill('2023')
    await expectSound(desk, 'new plan')
    await button(desk, '계획 만들기').click()
    await seen(desk, '현황분석 및 의제발굴')
    await expectSound(desk, 'plan')
    await desk
      .getByRole('link', { name: /회의 만들기/ })
      .nth(1)
      .click()
    await desk.getByLabel('회의 이름').fill('의제발굴 워크숍')
    await button(desk, '의제발굴 워크숍 순서 넣기').click()
    await expectSound(desk, 'session editor')
    await button(desk, '회의 만들기').click()
    await button(desk, '대기실 열기').click()
    await desk.getByRole('dialog').getByRole('button', { name: '대기실 열기' }).click()
    await seen(desk, '진행 화면 열기')
    await expectSound(desk, 'session')
  })

  it('[E2E-3] the projector shows a code and a QR code that a camera reads; three phones are in within seconds', async () => {
    const consoleUrl = await desk.getByRole('link', { name: '진행 화면 열기' }).getAttribute('href')
    const projectorUrl = await desk.getByRole('link', { name: '프로젝터 화면 열기' }).getAttribute('href')
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

    phones = await Promise.all([{}, {}, { size: NARROW }].map(async (own) => (await device('phone', own)).page))
    await phones[0]!.goto(joinUrl)
    await phones[1]!.goto(joinUrl)
    await phones[2]!.goto(house.publicUrl)
    await expectSound(phones[2]!, 'phone, asking for the code')
    await phones[2]!.getByLabel('참여 코드 여섯 자리').fill(code)
    for (const phone of phones) await seen(phone, '잘 오셨어요')
    await seen(projector, '명이 함께하고 있습니다')
    await expect.poll(() => projector.getByText('3', { exact: true }).count()).toBeGreaterThan(0)
    await expectHallSound('lobby')
  })

  it('[E2E-4] residents submit issues; a refresh keeps the seat; the wall fills, and words stay words', async () => {
    await take(/의제 수집 시작/, /의제 수집 마감/)
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
    await phones[0]!.reload()
    await seen(phones[0]!, '내가 낸 의제 2개')
    for (const issue of issues.flat()) await projector.getByText(issue).first().waitFor()
    expect(await projector.locator('b').count(), 'markup of a resident is not markup').toBe(0)
    await step(/의제 수집 마감 · 6건/).waitFor()
    await expectHallSound('collect')
  })

  it('[E2E-5] the facilitator merges, assigns a field, hides with a reason, and undoes', async () => {
    await facilitator.locator('body').click({ position: { x: 4, y: 4 } })
    await facilitator.keyboard.press('Space')
    await facilitator.keyboard.press('Space')
    await step(/의제 묶기 시작 · 6건/).waitFor()
    for (const phone of phones) await seen(phone, '의제 모으기가 끝났어요')
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
    await expect.poll(() => projector.getByText('상관없는 이야기').count()).toBe(0)
    await projector.getByText('재정·교육·홍보', { exact: true }).waitFor()
    await expectHallSound('group')
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
    await expectHallSound('vote')
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
    await expectHallSound('after voting')
  })

  it('[E2E-7] close, reveal: the ranking with its ties appears everywhere, and is filed', async () => {
    await confirm(/투표 마감/, '3명의 투표를 마감합니다')
    await seen(projector, '표를 모두 세었습니다. 곧 결과를 공개합니다.')
    for (const phone of phones) await seen(phone, '투표가 마감됐어요')
    expect(await projector.locator('ol').count(), 'counted is not yet shown').toBe(0)
    await expectHallSound('sealed')
    await confirm(/결과 공개/, '투표 결과를 공개합니다')
    const places = ['공동 1 2개', '공동 1 2개', '공동 3 1개', '공동 3 1개']
    const rows = projector.locator('.ranking-hall li')
    await expect
      .poll(() => rows.locator('.rank, .figures strong').allInnerTexts())
      .toEqual(places.flatMap((place) => [place.slice(0, -3).replace(' ', '\n'), place.slice(-2)]))
    for (const phone of phones) {
      await seen(phone, '3명의 표를 세었어요.')
      expect(await phone.getByText('1위').count()).toBe(2)
      expect(await phone.getByText('3위').count()).toBe(2)
      expect(await phone.getByText('공동', { exact: true }).count()).toBe(4)
    }
    await seen(facilitator, '우선과제 목록에 반영됨')
    digest = /결과 확인값 (\w+)/.exec(await projector.locator('.ranking-hall .foot').innerText())?.[1] ?? ''
    expect(digest).toMatch(/^[0-9a-f]{12}$/)
    await facilitator.locator('.present-step').getByText(digest).waitFor()
    await expectHallSound('reveal')
    await confirm(/회의 마치기/, '회의를 마칩니다')
    for (const phone of phones) await seen(phone, '함께해 주셔서 고맙습니다')
    await seen(projector, '함께해 주셔서 고맙습니다')
    await expectHallSound('end')
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
    expect(await rows.locator('.rank').allInnerTexts()).toEqual(['공동 1위', '공동 1위', '공동 3위', '공동 3위'])
    await expectSound(desk, 'list')

    const entry = desk.locator('.task-panel')
    const decision = entry.getByRole('group', { name: '결정' })
    await rows.filter({ hasText: '공동 판매장' }).click()
    for (const words of [HOSTILE, '공동 판매장을 만들기']) await entry.getByText(words).first().waitFor()
    await entry.getByText(digest).waitFor()
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
    await expect.poll(() => entry.getByText(/^결정.*김주무/).count()).toBe(1)
    await expectSound(desk, 'entry')

    await desk.getByRole('button', { name: '채택 1', exact: true }).click()
    await expect.poll(() => rows.locator('a').allInnerTexts()).toEqual(['골목 공동 판매장 조성'])
    await desk.getByRole('button', { name: '전체 4', exact: true }).click()
    await desk.getByRole('button', { name: '재정·교육·홍보 1', exact: true }).click()
    await expect.poll(() => rows.locator('a').allInnerTexts()).toEqual(['마을기업 홍보가 필요해요'])
    await desk.getByRole('button', { name: '재정·교육·홍보 1', exact: true }).click()
    await expect.poll(() => rows.count()).toBe(4)
  })

  it('[E2E-9] the exported spreadsheet has the list, its evidence and the residents’ words, all as text and numbers', async () => {
    const downloading = desk.waitForEvent('download')
    await desk.getByRole('link', { name: /XLSX/ }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/우선과제.*\.xlsx$/)
    const sheets = await readXlsxFile(readFileSync(await download.path()))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['우선과제 목록', '근거', '주민 원문'])
    const [tasks, evidence, words] = sheets.map(({ data }) => rowsOf(data))
    expect(tasks!.map((row) => [row.순위, row.동점, row.집계값, row['결과 확인값']])).toEqual([
      [1, '동점', 2, digest],
      [1, '동점', 2, digest],
      [3, '동점', 1, digest],
      [3, '동점', 1, digest],
    ])
    const market = tasks!.find((row) => row.과제명 === '골목 공동 판매장 조성')
    expect(market).toMatchObject({ 결정: '채택', '합쳐진 의제 수': 2, '근거 회의': '의제발굴 워크숍' })
    expect(market?.['투표자 비율']).toBeCloseTo(2 / 3, 3)
    expect(tasks!.find((row) => row.과제명 === '마을기업 홍보가 필요해요')).toMatchObject({
      분야: '재정·교육·홍보',
      결정: '보류',
      이유: '다음 해 예산에서 다시 살핌',
    })
    expect(evidence!.map((row) => row['투표지 수'])).toEqual([3, 3, 3, 3])
    expect(words!.map((row) => row['주민이 쓴 글']).toSorted()).toEqual(
      [
        HOSTILE,
        '공동 판매장을 만들기',
        '청년 일자리를 연결해 주세요',
        '골목 빈 가게를 함께 쓰기',
        '마을기업 홍보가 필요해요',
      ].toSorted(),
    )
  })

  it('[E2E-10] console, projector and desk change to English where they stand', async () => {
    await desk.getByRole('button', { name: 'English' }).click()
    await seen(desk, 'Adopted')
    await expectSound(desk, 'list, English')
    await facilitator.getByRole('button', { name: 'English' }).click()
    await seen(facilitator, 'The meeting has ended')
    await projector.keyboard.press('l')
    await seen(projector, 'Thank you for taking part')
    await phones[2]!.getByRole('button', { name: '언어 바꾸기' }).click()
    await seen(phones[2]!, 'Thank you for taking part')
    await phones[0]!.getByRole('button', { name: '언어 바꾸기' }).click()
    await expectHallSound('end, English')
  })

  it('[E2E-11] in all of it no page and no process had an error', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})

/** The table of a sheet, each row by the words at the head of its columns; what stands above the table is left out. */
function rowsOf(data: SheetData): Record<string, unknown>[] {
  const at = data.findIndex((row) => row.includes('과제명'))
  const head = (data[at] ?? []).map(String)
  const named = (row: readonly unknown[]): Record<string, unknown> =>
    Object.fromEntries<unknown>(row.map((cell, n): [string, unknown] => [head[n] ?? '', cell]))
  return data.slice(at + 1).map(named)
}
