import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ballot } from '../../shared/ballots/index.ts'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/*
 * One session with three votes by different methods, from the choice of the method to the evidence in the task list.
 * PICTURES_TO=folder keeps what the screens looked like.
 */

const ISSUES = ['골목시장 공유 공간', '상설 판매장', '청년 일자리 연결', '마을기업 홍보'] as const

let house: House
let desk: Desk
let planId: string
let sessionId: string
let hall: Awaited<ReturnType<typeof steer>>
let residents: Awaited<ReturnType<typeof joinByPhone>>[]
let phone: Page
let projector: Page
let console_: Page
/** ids of the issues, in their order */
let ids: string[]

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

/** All residents vote, the vote is closed, and its result shown. */
async function holdVote(activity: string, ballots: readonly Ballot[]): Promise<void> {
  for (const [n, ballot] of ballots.entries()) {
    const answer = await residents[n]!.deliver({ type: 'castBallot', activity, revision: 1, ballot })
    expect(answer).toMatchObject({ ok: true })
  }
  await hall.direct({ type: 'closeActivity', activity })
  await until(() => hall.view().next.does === 'revealResult', 'the seal')
  expect(await projector.locator('.ranking-hall').count(), 'no standing before the reveal').toBe(0)
  await hall.direct({ type: 'revealResult', activity })
  await projector.locator('.ranking-hall').waitFor()
  await phone.locator('.ranking-phone').waitFor()
}
/** What stands on the projector's first page, from the best on. */
const expectFigures = (...figures: string[]) =>
  expect
    .poll(async () =>
      (await projector.locator('.ranking-hall .figures strong').allInnerTexts()).slice(0, figures.length),
    )
    .toEqual(figures)
const onPhone = (words: string | RegExp) => phone.locator('.ranking-phone').getByText(words).first().waitFor()

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: '우리 동네 계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  planId = plan.id
  const vote = (id: string, title: string, settings: object) => ({ id, kind: 'vote', title, minutes: 10, settings })
  const session = await desk.get('createSession', {
    params: { id: planId },
    body: {
      id: commandId(),
      session: {
        stageId: plan.stages[1]!.id,
        kind: 'workshop',
        title: '의제발굴 워크숍',
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [
          { id: 'a1', kind: 'collect', title: '무엇이 필요할까요?', minutes: 10, settings: {} },
          vote('a2', '받아들일 수 있는 것은?', {
            method: 'approval',
            parameters: { max: 0 },
            whoCounts: '우리 동 주민',
            topK: 1,
            tieRule: 'draw',
            seed: '2019',
          }),
          vote('a3', '무엇부터 할까요?', { method: 'stickers', parameters: {} }),
          vote('a4', '얼마나 좋은가요?', { method: 'score', parameters: { min: 1, max: 5 } }),
        ] as never,
      },
    },
  })
  sessionId = session.id
  await desk.get('openSession', { params: { id: sessionId }, body: { id: commandId() } })
  hall = await steer(house, desk, sessionId)
  projector = (await device('projector', { signedInAs: { cookie: desk.cookie } })).page
  await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
  console_ = (await device('laptop', { signedInAs: { cookie: desk.cookie } })).page
  await console_.goto(`${house.publicUrl}/console/${sessionId}`)
  phone = (await device('phone')).page
  await phone.goto(hall.joinUrl())
  residents = await Promise.all(Array.from({ length: 6 }, () => joinByPhone(house.url, hall.view().code)))
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ISSUES) {
    await residents[0]!.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await until(() => hall.view().issues.length === ISSUES.length, 'the issues')
  ids = hall.view().issues.map(({ id }) => id)
})

describe('three votes by three methods', () => {
  it('[E2E-90] everybody reads the rule before the vote opens: who votes, how, and what a tie means', async () => {
    const rule = /우리 동 주민은 한 사람에 한 장씩 투표합니다.*추첨 번호 2019와 결과 확인값으로 추첨합니다/
    for (const screen of [phone, projector, console_]) await screen.getByText(rule).first().waitFor()
    await expectSound(phone, 'phone, rule of the coming vote', NARROW)
    await expectSound(projector, 'projector, rule of the coming vote', OLD_BEAMER)
    await expectSound(console_, 'console, rule of the coming vote')
    await keep(phone, 'coming-phone', NARROW)
    await keep(projector, 'coming-projector')
    await keep(console_, 'coming-console')
    await hall.direct({ type: 'openActivity', activity: 'a2' })
    await phone.getByText(rule).first().waitFor()
  })

  it('[E2E-91] approval: both shares are named, and a tie across the line is drawn with the number', async () => {
    const [a, b, c] = ids as [string, string, string]
    await holdVote('a2', [
      { approve: [a, b] },
      { approve: [a, b] },
      { approve: [a, b, c] },
      { approve: [a, b] },
      { approve: [] },
    ])
    await expectFigures('4명', '4명', '1명')
    await onPhone('5명의 표를 세었어요.')
    await onPhone(/찬성 4명 · 찬성 표의 44% · 투표자의 80%/)
    for (const screen of [phone, projector]) {
      await screen.getByText(/1개가 올라가는 경계의 동점 2개를 추첨 번호 2019\/[0-9a-f]{12}/).waitFor()
      expect(await screen.getByText('올라감', { exact: true }).count()).toBe(1)
      expect(await screen.getByText('경계의 동점', { exact: true }).count()).toBe(2)
    }
    await expectSound(phone, 'phone, approval', NARROW)
    await expectSound(projector, 'projector, approval', OLD_BEAMER)
    await keep(phone, 'approval-phone', NARROW)
    await keep(projector, 'approval-projector')
  })

  it('[E2E-92] the facilitator chooses another method by what is to be decided; a ranking shows its duels', async () => {
    await console_.getByRole('button', { name: /추린 목록/ }).click()
    await console_.getByLabel('투표 방법').waitFor()
    expect(await console_.getByLabel('투표 방법').inputValue()).toBe('schulze')
    await console_.getByRole('button', { name: '바꾼 것 저장' }).click()
    await phone.getByText(/의제를 둘씩 맞대/).waitFor()
    await expectSound(console_, 'console, method chosen')
    await keep(console_, 'methods-console')
    await hall.direct({ type: 'openActivity', activity: 'a3' })
    const order = (...places: number[]): Ballot => ({ ranking: places.map((n) => [ids[n]!]) })
    await holdVote('a3', [order(1, 0, 2, 3), order(1, 0), order(0, 1, 2), order(1, 2, 0), order(1, 0, 3, 2)])
    await expectFigures('3개', '2개', '1개')
    await onPhone(/앞선 의제 3개/)
    await onPhone(`모든 맞대결에서 이긴 의제: ${ISSUES[1]}`)
    await expectSound(phone, 'phone, ranking', NARROW)
    await expectSound(projector, 'projector, ranking', OLD_BEAMER)
    await keep(phone, 'schulze-phone', NARROW)
    await keep(projector, 'schulze-projector')
  })

  it('[E2E-95] the facilitator puts on the projector what is level and what other rules say; phones say it in words', async () => {
    await onPhone(/위 3개에 드는 것이 확실해요|아슬아슬해요/)
    await console_.getByRole('button', { name: '사실상 비슷함 보이기' }).click()
    await projector
      .locator('.ranking-hall')
      .getByText(/사실상 비슷함/)
      .first()
      .waitFor()
    await expectSound(projector, 'projector, bands', OLD_BEAMER)
    await keep(projector, 'bands-projector', OLD_BEAMER)
    await expectSound(phone, 'phone, marks', NARROW)
    await keep(phone, 'marks-phone', NARROW)
    await console_.getByRole('button', { name: '다른 규칙으로 보기' }).click()
    await projector
      .locator('.robustness-hall')
      .getByText(/11가지 방법으로 세어/)
      .waitFor()
    await expectSound(projector, 'projector, other rules', OLD_BEAMER)
    await keep(projector, 'rules-projector', OLD_BEAMER)
    await expectSound(console_, 'console, marks')
    await keep(console_, 'marks-console')
    await console_.getByRole('button', { name: '다른 규칙 감추기' }).click()
    await projector.locator('.ranking-hall').waitFor()
  })

  it('[E2E-93] scores: the mean with its spread', async () => {
    await hall.direct({ type: 'openActivity', activity: 'a4' })
    const scores = (...given: number[]): Ballot => ({
      scores: Object.fromEntries(given.map((score, n) => [ids[n]!, score])),
    })
    await holdVote('a4', [scores(5, 4, 1), scores(5, 4, 2), scores(4, 4, 5), scores(5, 3, 1), scores(4, 5, 1)])
    await expectFigures('4.6점', '4점', '2점')
    await onPhone(/평균 4.6점 · 매긴 사람 5명/)
    await onPhone(/4점 2명 · 5점 3명/)
    await expectSound(phone, 'phone, scores', NARROW)
    await expectSound(projector, 'projector, scores', OLD_BEAMER)
    await keep(phone, 'score-phone', NARROW)
    await keep(projector, 'score-projector')
  })

  it('[E2E-94] the task list has the evidence of all three, each with its own figures', async () => {
    await hall.direct({ type: 'closeSession' })
    const filed = async () => (await desk.get('listTasks', { params: { id: planId } }))[0]?.evidence.length
    await expect.poll(filed).toBe(3)
    const tasks = await desk.get('listTasks', { params: { id: planId } })
    const first = tasks.find(({ title }) => title === ISSUES[0])!
    expect(first.evidence.map(({ method, score, shareOfStickers }) => [method, score, shareOfStickers])).toEqual([
      ['approval', 4, 4 / 9],
      ['schulze', 2, null],
      ['score', 4.6, null],
    ])
    const sealed = await desk.get('getResult', { params: { digest: first.evidence[0]!.resultDigest } })
    expect(sealed).toMatchObject({ topK: 1, tieRule: 'draw', seed: '2019' })
    expect(sealed.ruleCard?.ko).toContain('우리 동 주민은')

    const { page } = await device('desk', { signedInAs: { cookie: desk.cookie } })
    await page.goto(`${house.publicUrl}/desk/plans/${planId}/tasks?task=${first.id}`)
    const panel = page.locator('.task-panel')
    for (const words of ['4.6점', '2개', '4명']) await panel.getByText(words, { exact: true }).first().waitFor()
    expect(await page.getByText('스티커').count(), 'nothing is called a sticker that is none').toBe(0)
    await expectSound(page, 'list')
    await keep(page, 'tasks-desk')

    await page.goto(`${house.publicUrl}/desk/results/${first.evidence[1]!.resultDigest}`)
    await page.getByText('다른 규칙이었다면').first().waitFor()
    await page.getByText(/켄달의 일치도 W = /).waitFor()
    await page.getByText(/들어온 7명 가운데 5명이 투표했습니다/).waitFor()
    await expectSound(page, 'result')
    await keep(page, 'result-desk')
  })

  it('[E2E-94] without an error anywhere', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
