import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkSealed } from '../../shared/recount/sealed.ts'
import { SealedResult } from '../../shared/results/seal.ts'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/* Two rounds of a panel of six: one at a phone with a screen, five by socket. */

const ISSUES = ['골목시장 빈 가게를 함께 쓰는 공간으로', '청년 일자리를 연결해 주세요', '마을기업 홍보가 필요해요']
const delphi = { method: 'delphi', parameters: {} }
/** Where somebody who wants to look at it finds the pictures; without it none are taken. */
const pictures = process.env.PICTURES

let house: House
let desk: Desk
let planId: string
let sessionId: string
let hall: Awaited<ReturnType<typeof steer>>
let phone: Page
let projector: Page
let console_: Page
let experts: Awaited<ReturnType<typeof joinByPhone>>[]
let ids: string[]

const take = async (page: Page, name: string, size?: { width: number; height: number }) => {
  if (!pictures) return
  const usual = page.viewportSize()!
  if (size) await page.setViewportSize(size)
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: page === phone })
  await page.setViewportSize(usual)
}

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const plan = { title: '우리 동네 계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 }
  const made = await desk.get('createPlan', { body: { id: commandId(), templateId: 'social-economy', plan } })
  planId = made.id
  const session = await desk.get('createSession', {
    params: { id: planId },
    body: {
      id: commandId(),
      session: {
        stageId: made.stages[1]!.id,
        kind: 'workshop',
        title: '전문가 자문',
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [
          { id: 'a1', kind: 'collect', title: '무엇이 필요할까요?', minutes: 5, settings: {} },
          { id: 'a2', kind: 'vote', title: '이 과제는 타당한가?', minutes: 5, settings: delphi },
        ] as never,
      },
    },
  })
  sessionId = session.id
  await desk.get('openSession', { params: { id: sessionId }, body: { id: commandId() } })
  hall = await steer(house, desk, sessionId)
  projector = (await device('projector', { signedInAs: desk })).page
  await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
  console_ = (await device('laptop', { signedInAs: desk })).page
  await console_.goto(`${house.publicUrl}/console/${sessionId}`)
  phone = (await device('phone')).page
  await phone.goto(hall.joinUrl())
  experts = await Promise.all(Array.from({ length: 5 }, () => joinByPhone(house.url, hall.view().code)))
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ISSUES) {
    await experts[0]!.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await until(() => hall.view().issues.length === ISSUES.length, 'the issues')
  ids = hall.view().issues.map(({ id }) => id)
})

type Scores = readonly (readonly number[])[]
const scoresOf = (row: readonly number[]) => Object.fromEntries(ids.map((id, i) => [id, row[i]!]))
/** By the five at sockets; in a later round three tell what they gave before. */
async function vote(activity: string, scores: Scores, before: Scores = []): Promise<void> {
  for (const [i, row] of scores.entries()) {
    const earlier = before[i] && { before: scoresOf(before[i]) }
    const ballot = { scores: scoresOf(row), ...earlier }
    expect(await experts[i]!.deliver({ type: 'castBallot', activity, revision: 1, ballot })).toMatchObject({ ok: true })
  }
}
async function onPhone(row: readonly number[]): Promise<void> {
  for (const [i, score] of row.entries()) {
    await phone
      .getByRole('group', { name: ISSUES[i]! })
      .getByRole('radio', { name: String(score), exact: true })
      .tap()
  }
}
async function send(): Promise<void> {
  await phone.getByRole('button', { name: '보내기', exact: true }).tap()
  await phone.getByText('접수됐어요').waitFor()
}
async function reveal(activity: string): Promise<void> {
  await hall.direct({ type: 'closeActivity', activity })
  const phaseOf = () => hall.view().agenda.find(({ id }) => id === activity)?.phase
  await until(() => phaseOf() === 'sealed', 'the seal')
  await hall.direct({ type: 'revealResult', activity })
}

const FIRST: Scores = [
  [3, 5, 1],
  [4, 5, 5],
  [4, 4, 1],
  [5, 5, 5],
  [2, 4, 1],
]
const SECOND: Scores = [
  [4, 5, 1],
  [4, 5, 5],
  [4, 4, 1],
  [5, 5, 5],
  [4, 4, 1],
]

describe('a panel in two rounds', () => {
  it('[E2E-95] the first round keeps the own scores on the device only, and says so', async () => {
    await hall.direct({ type: 'openActivity', activity: 'a2' })
    await phone.getByText('내 점수는 다음 라운드에서 보여 드리려고 이 기기에 남겨요').waitFor()
    expect(await phone.getByText('지난 라운드').count()).toBe(0)
    await onPhone([3, 5, 1])
    await send()
    await vote('a2', FIRST)
    await reveal('a2')
    await phone.getByText('중앙값 3.5 · 안정도 0.30, 더 묻지 않아도 됨').waitFor()
    await phone.getByText('중앙값 1 · 안정도 0.89, 한 번 더 물어야 함').waitFor()
  })

  it('[E2E-96] the next round shows what the panel and I said, and sends mine only where I say so', async () => {
    await console_.locator('.run-entry').filter({ hasText: '이 과제는 타당한가?' }).click()
    await console_.getByRole('button', { name: '다음 라운드' }).click()
    await take(console_, 'console-next-round')
    await console_.getByRole('menuitem', { name: '같은 후보로 다시' }).click()
    await until(() => hall.view().agenda.some(({ id }) => id === 'a3'), 'the next round')
    expect(hall.view().agenda.find(({ id }) => id === 'a3')).toMatchObject({ roundOf: 'a2', settings: { after: 'a2' } })
    await hall.direct({ type: 'openActivity', activity: 'a3' })
    const first = phone.locator('.item-cards li').filter({ hasText: ISSUES[0]! })
    await expect
      .poll(async () => (await first.locator('.before').innerText()).replace(/\s+/g, ' '))
      .toBe('지난 라운드 6명 중앙값 3.5 가운데 절반 3~4 평균 3.5 내 지난 점수 3점')
    await expectSound(phone, 'phone, a panel’s next round', NARROW)
    await take(phone, 'phone-next-round')
    await take(phone, 'phone-next-round-narrow', NARROW)
    await take(projector, 'projector-next-round')
    await onPhone([4, 5, 1])
    expect(await phone.getByLabel('내 지난 점수도 함께 보내기').isChecked()).toBe(false)
    await phone.getByLabel('내 지난 점수도 함께 보내기').tap()
    await send()
    await vote('a3', SECOND, FIRST.slice(0, 4))
  })

  it('[E2E-97] the result says how the median moved, who kept the score and whether to ask again', async () => {
    await reveal('a3')
    const moved = '중앙값 3.5 → 4 · 그대로 둔 사람 60% · 안정도 0.10, 더 묻지 않아도 됨'
    for (const page of [phone, projector]) await page.getByText(moved).first().waitFor()
    await expectSound(phone, 'phone, result of a panel', NARROW)
    await expectSound(projector, 'projector, result of a panel', OLD_BEAMER)
    await take(phone, 'phone-panel-result')
    await take(projector, 'projector-panel-result')
    await take(projector, 'projector-panel-result-old', OLD_BEAMER)

    const tasksOf = () => desk.get('listTasks', { params: { id: planId } })
    await expect.poll(async () => (await tasksOf())[0]?.evidence.length).toBe(2)
    const [task] = await tasksOf()
    const { resultDigest } = task!.evidence.at(-1)!
    await console_.goto(`${house.publicUrl}/desk/results/${resultDigest}`)
    await console_.getByText(moved).first().waitFor()
    await expectSound(console_, 'desk, result of a panel')
    await take(console_, 'desk-panel-result')
    const sealed = SealedResult.parse(await desk.get('getResult', { params: { digest: resultDigest } }))
    expect(sealed.figures).toMatchObject({ answeredTwice: { [ids[0]!]: 5 }, shareKept: { [ids[0]!]: 0.6 } })
    expect(checkSealed({ ...sealed }, sealed, resultDigest)).toMatchObject({
      value: { isDigestRight: true, differences: [] },
    })
    expect(sealed.ballots.filter((ballot) => 'before' in ballot && ballot.before)).not.toHaveLength(0)
    expect(faults).toEqual([])
  })
})
