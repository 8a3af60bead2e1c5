import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ballot } from '../../shared/ballots/index.ts'
import type { MethodId, Parameters } from '../../shared/methods/index.ts'
import { device, expectSound, faults, NARROW } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/* Ballots of one question after another, and the budget: each once by taps and once with the keyboard alone. */

const ISSUES = ['골목시장 공유 공간', '상설 판매장', '청년 일자리 연결', '마을기업 홍보', '공구 공유 창고']

let house: House
let desk: Desk
let planId: string

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const plan = { title: '우리 동네 계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 }
  ;({ id: planId } = await desk.get('createPlan', { body: { id: commandId(), templateId: 'social-economy', plan } }))
})

/** A workshop that has collected so many of the issues and is voting on them. */
async function openVote(method: MethodId, parameters: Parameters, issues: number) {
  const plan = await desk.get('getPlan', { params: { id: planId } })
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
          { id: 'a1', kind: 'collect', title: '무엇이 필요할까요?', minutes: 5, settings: {} },
          { id: 'a2', kind: 'vote', title: '무엇부터 하면 좋을까요?', minutes: 5, settings: { method, parameters } },
        ],
      },
    },
  })
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  const hall = await steer(house, desk, session.id)
  const writer = await joinByPhone(house.url, hall.view().code)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ISSUES.slice(0, issues)) {
    await writer.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await hall.direct({ type: 'openActivity', activity: 'a2' })
  return hall
}

interface Cast {
  at: number
  revision: number
  ballot: Ballot
}
interface Voter {
  page: Page
  /** one tap, or a press of a key on what the Tab key has reached */
  press: (target: Locator) => Promise<void>
  /** every ballot that has left this phone */
  casts: Cast[]
}

async function voter(hall: Awaited<ReturnType<typeof openVote>>, by: 'taps' | 'keys'): Promise<Voter> {
  const { page } = await device('phone')
  const casts: Cast[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const sent = /^42\d*\["command",(.*"castBallot".*)\]$/.exec(payload.toString())?.[1]
      if (sent) casts.push({ at: Date.now(), ...(JSON.parse(sent) as Omit<Cast, 'at'>) })
    }),
  )
  await page.goto(hall.joinUrl())
  const press = async (target: Locator) => {
    if (by === 'taps') return target.tap()
    await reach(page, target)
    await page.keyboard.press('Enter')
  }
  return { page, press, casts }
}

/** With the Tab key, once around at most. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not reach "${await target.innerText()}"`)
}

/** Pressed until this is to be read: a press that comes right after the one before belongs to that one. */
async function answer({ page, press }: Voter, target: Locator, then: string | RegExp): Promise<void> {
  const isThere = () => page.getByText(then).first().isVisible()
  await expect
    .poll(async () => {
      if (!(await isThere())) await press(target)
      return isThere()
    })
    .toBe(true)
}

const button = ({ page }: Voter, name: string | RegExp) => page.getByRole('button', { name }).first()
const seen = ({ page }: Voter, words: string | RegExp) => page.getByText(words).first().waitFor()
const cards = ({ page }: Voter) => page.locator('main .big-choice')
const mine = ({ page }: Voter) => page.getByRole('list', { name: '내가 고른 것' }).getByRole('listitem')
const look = ({ page }: Voter, where: string) => expectSound(page, where, NARROW)

/** Sent, and on the disk of the house. */
async function finish(phone: Voter, name: string): Promise<void> {
  await phone.press(button(phone, name))
  await seen(phone, '접수됐어요')
}
/** Both phones' ballots are counted, and none is refused. */
async function expectCounted(hall: Awaited<ReturnType<typeof openVote>>, phone: Voter): Promise<void> {
  await hall.direct({ type: 'closeActivity', activity: 'a2' })
  await until(() => hall.view().next.does === 'revealResult', 'the seal')
  await hall.direct({ type: 'revealResult', activity: 'a2' })
  await seen(phone, '2명의 표를 세었어요.')
}

const HANDS = ['taps', 'keys'] as const

describe('answers, one after another', () => {
  it('[E2E-50] pairs: each answer is sent, the last one can be taken back, and a refresh loses none', async () => {
    const hall = await openVote('bradley-terry', { perVoter: 6 }, 5)
    let phone!: Voter
    for (const by of HANDS) {
      phone = await voter(hall, by)
      await seen(phone, '1번째')
      if (by === 'taps') await look(phone, 'pairs')
      const first = cards(phone).first()
      for (const n of [2, 3, 4]) await answer(phone, first, `${n}번째`)
      await answer(phone, button(phone, '비슷해요'), '5번째')
      await answer(phone, button(phone, '모르겠어요'), '6번째')
      await answer(phone, button(phone, '이전으로'), '5번째')
      await answer(phone, button(phone, '이전으로'), '4번째')
      await seen(phone, '3번 답했어요')
      await until(() => hall.turnout()?.voted === 1 + HANDS.indexOf(by), 'the vote, before it is finished')
      await until(() => phone.casts.at(-1)?.revision === 5, 'the answer taken back to be sent')
      const pair = await cards(phone).allInnerTexts()
      await phone.page.reload()
      await seen(phone, '4번째')
      expect(await cards(phone).allInnerTexts(), 'the same pair after a refresh').toEqual(pair)
      for (const n of [5, 6]) await answer(phone, first, `${n}번째`)
      await answer(phone, first, '모두 답했어요')
      if (by === 'taps') await look(phone, 'pairs, all answered')
      await finish(phone, '마치기')
      expect(await mine(phone).count()).toBeGreaterThan(0)

      const last = phone.casts.at(-1)!.ballot
      expect('pairs' in last && last.pairs.length, JSON.stringify(phone.casts)).toBe(6)
      for (const [n, cast] of phone.casts.entries()) {
        const burst = phone.casts.slice(n).filter(({ at }) => at < cast.at + 1000)
        expect(burst.length, 'the house takes four ballots a second').toBeLessThanOrEqual(4)
      }
    }
    await expectCounted(hall, phone)
  })

  it('[E2E-51] best and worst: two taps a set, and the way back', async () => {
    const hall = await openVote('best-worst', { setSize: 3, perVoter: 2 }, 5)
    let phone!: Voter
    for (const by of HANDS) {
      phone = await voter(hall, by)
      await seen(phone, '1번째 / 2')
      const [one, two] = [cards(phone).nth(0), cards(phone).nth(1)]
      const ask = { best: '이 가운데 가장 나은 것을', least: '이번에는 가장 덜한 것을' }
      await answer(phone, one, ask.least)
      if (by === 'taps') await look(phone, 'the least of a set')
      await answer(phone, one, ask.best)
      await answer(phone, one, ask.least)
      await answer(phone, two, '2번째 / 2')
      await phone.press(button(phone, '이전으로'))
      await seen(phone, '1번째 / 2')
      expect(await one.innerText()).toContain('가장 나은 것')
      expect(await two.innerText()).toContain('가장 덜한 것')
      await answer(phone, two, ask.least)
      await answer(phone, one, '2번째 / 2')
      await answer(phone, one, ask.least)
      await answer(phone, two, '모두 답했어요')
      await finish(phone, '마치기')
      const last = phone.casts.at(-1)!.ballot
      const sets = 'sets' in last ? last.sets : []
      expect(sets.map(({ set, best, worst }) => [set.indexOf(best), set.indexOf(worst)]).sort()).toEqual([
        [0, 1],
        [1, 0],
      ])
    }
    await expectCounted(hall, phone)
  })

  it('[E2E-52] opinions: one statement, three answers; an answer can be looked up and changed', async () => {
    const hall = await openVote('opinion-groups', {}, 3)
    let phone!: Voter
    for (const by of HANDS) {
      phone = await voter(hall, by)
      await seen(phone, '1번째 / 3')
      if (by === 'taps') await look(phone, 'opinions')
      await answer(phone, button(phone, '동의해요'), '2번째 / 3')
      await answer(phone, button(phone, '반대해요'), '3번째 / 3')
      await phone.press(button(phone, '이전으로'))
      await seen(phone, '2번째 / 3')
      expect(await button(phone, '반대해요').getAttribute('aria-pressed')).toBe('true')
      await answer(phone, button(phone, '동의해요'), '3번째 / 3')
      await answer(phone, button(phone, '넘기기'), '모두 답했어요')
      await finish(phone, '마치기')
      const last = phone.casts.at(-1)!.ballot
      expect('opinions' in last && Object.values(last.opinions).sort()).toEqual(['agree', 'agree', 'pass'])
    }
    await expectCounted(hall, phone)
  })

  it('[E2E-53] comparisons: what is missing is said, and which answer to look at again', async () => {
    const hall = await openVote('ahp', {}, 3)
    /* Each is absolutely more important than the next, all around: nobody can mean that. */
    const around = ISSUES.slice(0, 3)
    const moreOf = (titles: string[]) => (around[(around.indexOf(titles[0]!) + 1) % 3] === titles[1] ? 0 : 1)
    let phone!: Voter
    for (const by of HANDS) {
      phone = await voter(hall, by)
      await seen(phone, '1번째 / 3')
      for (const then of ['2번째 / 3', '3번째 / 3', '앞뒤가 조금 어긋나는']) {
        const titles = (await cards(phone).allInnerTexts()).slice(0, 2).map((title) => title.trim())
        await answer(phone, cards(phone).nth(moreOf(titles)), '얼마나 더 중요한가요?')
        if (then === '3번째 / 3') {
          await seen(phone, '2개를 더 답하면 보낼 수 있어요')
          expect(await button(phone, '보내기').isDisabled()).toBe(true)
          if (by === 'taps') await look(phone, 'comparisons')
        }
        await answer(phone, button(phone, /^9 /), then)
      }
      if (by === 'taps') await look(phone, 'comparisons that contradict each other')
      await phone.press(button(phone, '다시 보기'))
      await seen(phone, '얼마나 더 중요한가요?')
      expect(await button(phone, /^9 /).getAttribute('aria-pressed')).toBe('true')
      await answer(phone, button(phone, '둘이 똑같이 중요해요'), '내 답')
      await seen(phone, '똑같이 중요해요')
      await finish(phone, '보내기')
      expect(phone.casts, 'nothing is sent before it is whole').toHaveLength(1)
      expect(await mine(phone).allInnerTexts()).toEqual(Array(3).fill(expect.stringMatching(/중요도 \d+%/)))
    }
    await expectCounted(hall, phone)
  })

  it('[E2E-54] a budget: the sum runs along, and what does not fit is refused in words', async () => {
    const costs = { i1: 30, i2: 60, i3: 50, i4: 2000 }
    const hall = await openVote('greedy-budget', { budget: 100, costs, ballotType: 'knapsack' }, 4)
    let phone!: Voter
    for (const by of HANDS) {
      phone = await voter(hall, by)
      const project = (n: number) => button(phone, ISSUES[n - 1]!)
      await phone.press(project(1))
      await phone.press(project(2))
      await seen(phone, '2개 골랐어요 · 남은 예산 10')
      await phone.press(project(3))
      await seen(phone, '이 사업까지 고르면 예산을 40만큼 넘어요. 고른 것을 먼저 빼 주세요.')
      expect(await project(3).getAttribute('aria-pressed')).toBe('false')
      if (by === 'taps') await look(phone, 'a budget')
      await phone.press(project(4))
      await seen(phone, '이 사업 하나가 예산을 1,900만큼 넘어 고를 수 없어요.')
      await phone.press(project(2))
      await phone.press(project(3))
      await seen(phone, '2개 골랐어요 · 남은 예산 20')
      await finish(phone, '보내기')
      const last = phone.casts.at(-1)!.ballot
      expect('approve' in last && [...last.approve].sort()).toEqual(['i1', 'i3'])
    }
    await expectCounted(hall, phone)
  })

  it('[E2E-55] in all of it no page and no process had an error', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
