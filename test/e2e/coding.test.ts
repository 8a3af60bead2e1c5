import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectAccessible, expectFits, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone, Screen } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/*
 * An FGI from its guide to the record: every question is asked, what was said is coded and becomes candidate issues, and
 * the people who said it confirm them before they leave. PICTURES_TO=folder keeps what the screens looked like.
 */

/* A guide from the first easy fact to the summary, and what was said to each of its questions. */
const GUIDE = [
  ['opening', '어떤 일을 하시는지 한 문장으로 소개해 주세요'],
  ['introductory', '사회적경제라고 하면 무엇이 먼저 떠오르나요?'],
  ['transition', '직접 겪어 본 일을 들려주세요'],
  ['key', '지금 가장 어려운 점은 무엇인가요?'],
  ['ending', '오늘 빠진 이야기가 있나요?'],
] as const
const SAID = [
  ['1', '물건을 만들어도 상설로 팔 데가 없어요', true],
  ['2', '장터가 한 달에 한 번이라도 열리면 좋겠습니다', true],
  ['1', '온라인은 어르신들이 어려워해요', false],
  ['3', '모여서 의논할 공간이 필요해요', true],
  ['2', '청년이 들어올 일감이 있어야 합니다', false],
] as const

let house: House
let desk: Desk
let sessionId: string
let hall: Awaited<ReturnType<typeof steer>>
let coder: Page
let phone: Page
let projector: Page

async function keep(page: Page, name: string, ...sizes: { width: number; height: number }[]): Promise<void> {
  const folder = process.env.PICTURES_TO
  if (!folder) return
  const own = page.viewportSize()!
  for (const size of [own, ...sizes]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), fullPage: true })
  }
  await page.setViewportSize(own)
}

const questions = GUIDE.map(([kind, text], n) => ({ id: `q${n + 1}`, kind, text, prompts: [], minutes: 10 }))

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: '우리 동네 계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  const session = await desk.get('createSession', {
    params: { id: plan.id },
    body: {
      id: commandId(),
      session: {
        stageId: plan.stages[1]!.id,
        kind: 'fgi',
        title: '사회적경제조직 FGI',
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [
          { id: 'a1', kind: 'discuss', title: '무엇이 어려운가요?', minutes: 60, settings: { questions } },
          { id: 'a2', kind: 'coding', title: '이야기를 정리합니다', minutes: 15, settings: {} },
          { id: 'a3', kind: 'memberCheck', title: '이렇게 정리했습니다', minutes: 10, settings: {} },
        ] as never,
      },
    },
  })
  sessionId = session.id
  await desk.get('openSession', { params: { id: sessionId }, body: { id: commandId() } })
  hall = await steer(house, desk, sessionId)
  const link = await desk.get('createLink', {
    params: { id: sessionId },
    body: { id: commandId(), role: 'noteTaker', name: '이기록' },
  })
  const token = link.url.split('/').at(-1)!
  const noteTaker = await new Screen(house.url, { link: token }).ready()
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const [n, [speaker, text, quote]] of SAID.entries()) {
    const question = `q${n + 1}`
    await until(() => hall.view().discussion?.question === question, 'the question')
    const answer = await noteTaker.deliver({
      type: 'takeNote',
      activity: 'a1',
      question,
      note: commandId(),
      speaker,
      text,
      tone: 'neutral',
      quote,
      at: Date.now(),
    })
    expect(answer).toMatchObject({ ok: true })
    if (hall.view().next.does === 'askQuestion') {
      await hall.direct({ type: 'askQuestion', activity: 'a1', question: `q${n + 2}` })
    }
  }
  projector = (await device('projector', { signedInAs: { cookie: desk.cookie } })).page
  await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
  phone = (await device('phone')).page
  await phone.goto(hall.joinUrl())
  coder = (await device('laptop', { signedInAs: { cookie: desk.cookie } })).page
  await coder.goto(`${house.publicUrl}/coding/${sessionId}`)
  await coder.getByRole('button', { name: /물건을 만들어도/ }).waitFor()
})

describe('from what was said to what was confirmed', () => {
  it('[CODING-6] a codebook is made and lines are coded with the keyboard alone', async () => {
    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    await hall.direct({ type: 'openActivity', activity: 'a2' })
    await coder.keyboard.press('n')
    await coder.keyboard.type('판로')
    await coder.keyboard.press('Tab')
    await coder.keyboard.press('Tab')
    await coder.keyboard.press('Tab')
    await coder.keyboard.type('함께 팔기')
    await coder.keyboard.press('Enter')
    await coder.getByRole('button', { name: '판로 함께 팔기' }).waitFor()
    await coder.locator('body').click({ position: { x: 5, y: 760 } })
    await coder.keyboard.press('1')
    await coder.keyboard.press('ArrowDown')
    await coder.keyboard.press('1')
    await coder.getByText('2명이 2번 말함').waitFor()
    await expectAccessible(coder, 'the coding desk')
    await expectFits(coder, 'the coding desk')
    await keep(coder, 'coding')
    await keep(phone, 'coding-phone')
  })

  it('[CODING-7] a theme becomes a candidate issue with its lines', async () => {
    await coder.locator('.theme-panel').getByRole('button', { name: '의제 후보로' }).first().click()
    const dialog = coder.getByRole('dialog')
    await dialog.getByText('발언 2개가 근거로 붙습니다').waitFor()
    await keep(coder, 'candidate')
    await dialog.getByLabel('의제를 한 문장으로').fill('상설 판매장을 함께 만든다')
    await dialog.getByRole('button', { name: '의제 후보 만들기' }).click()
    await until(() => hall.view().issues.length === 1, 'the candidate')
    await coder.keyboard.press('Escape')
    await coder.keyboard.press('ArrowDown')
    await coder.keyboard.press('ArrowDown')
    await coder.keyboard.press('i')
    await dialog.getByLabel('의제를 한 문장으로').fill('모일 공간을 마련한다')
    await dialog.getByRole('button', { name: '의제 후보 만들기' }).click()
    await until(() => hall.view().issues.length === 2, 'the second candidate')
    await projector.getByText('모일 공간을 마련한다').waitFor()
    await keep(projector, 'coding-hall')
  })

  it('[CHECK-5] participants confirm and correct on their phones, and their words can take the place of ours', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => joinByPhone(house.url, hall.view().code)))
    await hall.direct({ type: 'closeActivity', activity: 'a2' })
    await hall.direct({ type: 'openActivity', activity: 'a3' })
    await phone.getByText('물건을 만들어도 상설로 팔 데가 없어요').waitFor()
    await expectSound(phone, 'the check on a phone', NARROW)
    await phone.locator('.candidate-check').nth(0).getByText('맞아요').click()
    await phone.locator('.candidate-check').nth(1).getByText('조금 달라요').click()
    await phone.getByLabel('어떻게 고치면 좋을까요?').fill('밤에도 여는 공간을 마련한다')
    await phone.getByRole('button', { name: '고칠 말 보내기' }).click()
    await phone.getByText('모두 확인했어요').waitFor()
    await keep(phone, 'check-phone', NARROW)
    for (const resident of others) {
      const wish = { type: 'checkIssue', activity: 'a3', issue: 'i1', answer: 'right', correction: '' } as const
      expect(await resident.deliver(wish)).toMatchObject({ ok: true })
    }
    await projector.getByText('6명이 확인했습니다').waitFor()
    await expectSound(projector, 'the check in the hall', OLD_BEAMER)
    await keep(projector, 'check-hall', OLD_BEAMER)

    await coder.getByRole('tab', { name: /의제 후보/ }).click()
    await coder.getByText('맞음 6 · 조금 다름 0 · 아님 0').waitFor()
    await keep(coder, 'candidates')
    await coder.getByRole('button', { name: '이 말로 바꾸기' }).click()
    await phone.getByText('밤에도 여는 공간을 마련한다').first().waitFor()
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await projector.getByText('확인됨').first().waitFor()
    await keep(projector, 'checked-hall')
  })

  it('[RECORD-3] the record is a spreadsheet at the desk, with transcript, codebook and quotes by theme', async () => {
    await hall.direct({ type: 'closeSession' })
    const page = (await device('desk', { signedInAs: { cookie: desk.cookie } })).page
    await page.goto(`${house.publicUrl}/desk/sessions/${sessionId}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '회의 기록 (XLSX)' }).click(),
    ])
    await keep(page, 'record-desk')
    expect(download.suggestedFilename()).toBe('회의 기록 - 사회적경제조직 FGI.xlsx')
    const sheets = await readExcelFile(await download.path())
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '진행순서',
      '의제',
      '발언록',
      '코드북',
      '주제별 발언',
      '의제 확인',
    ])
    const said = sheets.find(({ sheet }) => sheet === '발언록')!.data.slice(1)
    expect(said.map((row) => [row[1], row[4]])).toEqual(SAID.map(([, text], n) => [GUIDE[n]![1], text]))
    expect(faults).toEqual([])
  })
})
