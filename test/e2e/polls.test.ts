import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AgendaItem } from '../../shared/activities/index.ts'
import { sessionTemplates } from '../../shared/session/session-template.ts'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/* Quick polls, an open question with its cloud, a presentation, the survey at the end, and the templates. */

let house: House
let desk: Desk
let plan: Awaited<ReturnType<typeof desk.get<'createPlan'>>>

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const draft = { title: '우리 동네 계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 }
  plan = await desk.get('createPlan', { body: { id: commandId(), templateId: 'social-economy', plan: draft } })
})

async function openSession(title: string, agenda: AgendaItem[]) {
  const session = { stageId: plan.stages[1]!.id, kind: 'workshop' as const, title, heldAt: null, place: '' }
  const made = await desk.get('createSession', {
    params: { id: plan.id },
    body: { id: commandId(), session: { ...session, attendance: [], agenda } },
  })
  await desk.get('openSession', { params: { id: made.id }, body: { id: commandId() } })
  return { id: made.id, hall: await steer(house, desk, made.id) }
}
type Hall = Awaited<ReturnType<typeof openSession>>['hall']

async function reveal(hall: Hall, activity: string): Promise<void> {
  await hall.direct({ type: 'closeActivity', activity })
  await until(() => hall.view().next.does === 'revealResult', 'the seal')
  await hall.direct({ type: 'revealResult', activity })
}

/** Opened for somebody who is signed in. */
async function open(kind: 'laptop' | 'projector' | 'desk', path: string): Promise<Page> {
  const { page } = await device(kind, { signedInAs: desk })
  await page.goto(`${house.publicUrl}${path}`)
  return page
}
const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const look = (page: Page, where: string) =>
  page.viewportSize()!.width < 500
    ? expectSound(page, where, NARROW)
    : expectSound(page, where, ...(where.startsWith('projector') ? [OLD_BEAMER] : []))

const poll = (id: string, title: string, settings: object): AgendaItem =>
  ({ id, kind: 'vote', title, minutes: 3, settings }) as AgendaItem
const options = ['강북구', '도봉구', '노원구', '그 밖']
const ANSWERS = [
  '청년 일자리가 부족해요',
  '일자리',
  '판로를 넓히고 일자리도 늘려 주세요',
  '마을 기업 홍보',
  '마을기업을 알리는 장터',
  '돌봄 서비스',
  '어르신 돌봄',
  '주민이 모일 공간',
  '공간이 필요합니다',
  '판로 개척',
  '협동조합끼리 공동구매',
  '홍보, 홍보, 홍보!',
]

describe('polls, open questions and presentations', () => {
  it('[E2E-60] a poll of each type is asked, answered and shown as a poll, and files nothing', async () => {
    const { id, hall } = await openSession('설문이 있는 회의', [
      poll('a1', '어디에서 오셨나요?', {
        method: 'approval',
        parameters: { max: 1 },
        subject: { of: 'options', options },
      }),
      poll('a2', '함께할 수 있는 것은?', {
        method: 'approval',
        parameters: { max: 0 },
        subject: { of: 'options', options: ['회의에 나오기', '공간 내주기', '알리기'] },
      }),
      poll('a3', '오늘 회의는 어떠셨나요?', {
        method: 'score',
        parameters: { min: 1, max: 5 },
        subject: {
          of: 'options',
          options: ['목적을 알 수 있었다', '충분히 말할 수 있었다'],
          ends: ['전혀 그렇지 않다', '매우 그렇다'],
        },
      }),
    ])
    const { page: phone } = await device('phone')
    await phone.goto(hall.joinUrl())
    const projector = await open('projector', `/projector/${id}`)
    const console_ = await open('laptop', `/console/${id}`)
    const next = console_.locator('.console-foot .next')
    const others = await Promise.all(Array.from({ length: 5 }, () => joinByPhone(house.url, hall.view().code)))
    const cast = (activity: string, ballot: object) =>
      Promise.all(others.map((one) => one.deliver({ type: 'castBallot', activity, revision: 1, ballot } as never)))

    await seen(console_, '다음: 설문 열기')
    await look(console_, 'console of a poll')
    await next.click()
    await seen(phone, '어디에서 오셨나요?')
    expect(await phone.locator('.item-toggle').allInnerTexts()).toEqual(options)
    await look(phone, 'phone with a single choice')
    await look(projector, 'projector of a poll')
    await phone.locator('.item-toggle').first().tap()
    await phone.getByRole('button', { name: '보내기' }).tap()
    await seen(phone, '접수됐어요')
    await cast('a1', { approve: ['i2'] })
    await seen(console_, '설문 마감 · 6명 답함')
    await reveal(hall, 'a1')
    await seen(phone, '6명이 답했어요.')
    await seen(projector, '17%')
    await seen(projector, '응답 6명')
    await look(phone, 'phone with the result of a poll')
    await look(projector, 'projector with the result of a poll')
    await console_.locator('.run-entry').first().click()
    await seen(console_, '설문 결과가 이 회의의 기록에 있습니다')
    expect(await console_.getByText('우선과제 목록에 반영됨').count()).toBe(0)

    await hall.direct({ type: 'openActivity', activity: 'a2' })
    await seen(phone, '여러 개를 고를 수 있습니다')
    await cast('a2', { approve: ['i1', 'i3'] })
    await reveal(hall, 'a2')
    await seen(projector, '여러 개를 고를 수 있어')

    await hall.direct({ type: 'openActivity', activity: 'a3' })
    await seen(phone, '매우 그렇다')
    await look(phone, 'phone with a scale')
    await cast('a3', { scores: { i1: 5, i2: 4 } })
    await reveal(hall, 'a3')
    await seen(projector, '평균 5.0점')
    await look(projector, 'projector with means')
    await seen(phone, '평균 4.0점')
    await until(() => hall.view().agenda.every(({ filed }) => filed), 'the filing')
    expect(await desk.get('listTasks', { params: { id: plan.id } })).toEqual([])
    const results = await desk.get('listResults', { params: { id: plan.id } })
    expect(results.map(({ title }) => title)).toEqual([
      '오늘 회의는 어떠셨나요?',
      '함께할 수 있는 것은?',
      '어디에서 오셨나요?',
    ])
    expect(faults).toEqual([])
  })

  it('[E2E-61] twelve phones answer an open question; the cloud comes after the close, without what was hidden', async () => {
    const { id, hall } = await openSession('낱말 구름', [
      {
        id: 'a1',
        kind: 'words',
        title: '우리 동네에 무엇이 필요할까요?',
        minutes: 5,
        settings: { perPerson: 2, show: 'cloud', reveal: 'together' },
      },
    ])
    const { page: phone } = await device('phone')
    await phone.goto(hall.joinUrl())
    const projector = await open('projector', `/projector/${id}`)
    const console_ = await open('laptop', `/console/${id}`)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    for (const text of ANSWERS) {
      const one = await joinByPhone(house.url, hall.view().code)
      await one.deliver({ type: 'submitResponse', activity: 'a1', text })
    }
    await seen(phone, '모두 적은 뒤에 함께 봐요.')
    await look(phone, 'phone that answers')
    await phone.getByRole('textbox').fill('욕설이 있는 답')
    await phone.getByRole('button', { name: '보내기' }).tap()
    await phone.locator('.my-responses li').getByRole('button', { name: '고치기' }).waitFor()
    await seen(projector, '13')
    expect(await projector.getByText('일자리').count()).toBe(0)
    await look(projector, 'projector while all write')
    await seen(console_, '받은 답 13건')
    await look(console_, 'console of an open question')
    const row = console_.locator('.response-list li').filter({ hasText: '욕설이 있는 답' })
    await row.getByRole('button', { name: '숨기기' }).click()
    await console_.getByRole('menuitem').first().click()
    await seen(phone, '진행자가 화면에서 내렸어요')
    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    await projector.locator('.word-cloud li').first().waitFor({ state: 'attached' })
    const words = await projector.locator('.word-cloud li').allInnerTexts()
    expect(words.slice(0, 5)).toEqual(['일자리 3명', '공간 2명', '돌봄 2명', '마을기업 2명', '홍보 2명'])
    expect(words.join()).not.toContain('욕설')
    await look(projector, 'projector with the cloud')
    await seen(phone, '많이 나온 낱말')
    await look(phone, 'phone with the words')
    expect(faults).toEqual([])
  })

  it('[E2E-62] a figure and an earlier result stand on the projector, turned by the arrow keys', async () => {
    const points = [2014, 2015, 2016].map((year, n) => ({ year, value: [31, 42, 54][n]! }))
    const { id, hall } = await openSession('자료를 보는 회의', [
      poll('a1', '어디에서 오셨나요?', {
        method: 'approval',
        parameters: { max: 1 },
        subject: { of: 'options', options },
      }),
      {
        id: 'a2',
        kind: 'present',
        title: '우리 구의 사회적경제는 지금',
        minutes: 5,
        settings: {
          pages: [
            { kind: 'figure', title: '사회적경제조직 수', unit: '개', source: '강북구, 2016', points },
            { kind: 'vote', activity: 'a1' },
            { kind: 'statement', text: '함께 만드는 동네', source: '' },
          ],
        },
      },
    ])
    const { page: phone } = await device('phone')
    await phone.goto(hall.joinUrl())
    const projector = await open('projector', `/projector/${id}`)
    const console_ = await open('laptop', `/console/${id}`)
    const one = await joinByPhone(house.url, hall.view().code)
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    await one.deliver({ type: 'castBallot', activity: 'a1', revision: 1, ballot: { approve: ['i2'] } } as never)
    await reveal(hall, 'a1')
    await hall.direct({ type: 'openActivity', activity: 'a2' })
    await seen(projector, '출처: 강북구, 2016')
    await look(projector, 'projector with a figure')
    await seen(phone, '사회적경제조직 수')
    await look(phone, 'phone with a figure')
    await seen(console_, '1 / 3쪽')
    await look(console_, 'console that presents')
    await console_.keyboard.press('ArrowRight')
    await seen(projector, '도봉구')
    await look(projector, 'projector with an earlier result')
    await seen(phone, '도봉구')
    await console_.keyboard.press('PageDown')
    await seen(projector, '함께 만드는 동네')
    await look(projector, 'projector with a sentence')
    expect(faults).toEqual([])
  })

  it('[E2E-63] a session is made from a template on the desk, saved as one of the office, renamed and removed', async () => {
    const page = await open('desk', `/desk/plans/${plan.id}/sessions/new?stage=${plan.stages[1]!.id}`)
    const cards = page.locator('.session-templates li')
    await cards.first().waitFor()
    expect(await cards.count()).toBe(sessionTemplates.length)
    await look(page, 'desk with the templates')
    await page.getByRole('button', { name: '의제발굴 워크숍 서식 쓰기' }).click()
    await page.getByRole('button', { name: '만족도 조사' }).click()
    await page.getByRole('button', { name: '현황 자료' }).first().waitFor({ state: 'detached' })
    await look(page, 'desk with a running order')
    await page.getByRole('button', { name: '회의 만들기' }).first().click()
    await page.getByRole('button', { name: '서식으로 저장' }).click()
    await page.getByLabel('서식 이름').fill('우리 워크숍')
    await page.getByRole('dialog').getByRole('button', { name: '저장', exact: true }).click()
    await seen(page, '서식 ‘우리 워크숍’을 저장했습니다.')

    await page.goto(`${house.publicUrl}/desk/plans/${plan.id}/sessions/new`)
    await page.getByRole('button', { name: '우리 워크숍 관리' }).click()
    await page.getByRole('menuitem', { name: '지우기' }).click()
    await seen(page, '서식 ‘우리 워크숍’을 지웠습니다.')
    await expect.poll(() => cards.count()).toBe(sessionTemplates.length)
    await page.getByRole('button', { name: '되돌리기' }).click()
    await expect.poll(() => cards.count()).toBe(sessionTemplates.length + 1)
    expect(faults).toEqual([])
  })

  it.each(sessionTemplates.map((template) => [template.title, template] as const))(
    '[E2E-64] the first step of %s opens in a session made from it',
    async (title, { agenda }) => {
      const { hall } = await openSession(title, agenda)
      await hall.direct({ type: 'openActivity', activity: agenda[0]!.id })
      expect(hall.view().step).toMatchObject({ title: agenda[0]!.title })
    },
  )
})
