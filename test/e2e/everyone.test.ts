import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API } from '../../shared/protocol/http.ts'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { Screen, secret } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer } from './hall.ts'

let house: House
let desk: Desk

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
})
afterAll(() => expect(faults).toEqual([]))

const words = {
  plan: '강북구 사회적경제 활성화계획',
  title: '의제발굴 워크숍',
  collect: '무엇이 필요할까요?',
  group: '묶기',
  vote: '먼저 할 일을 두 개 골라 주세요',
}
const withPaper = {
  method: 'stickers' as const,
  parameters: { perVoter: 2, perItem: 1 },
  channels: { paper: true, weights: null },
}

/** A workshop whose vote is open, on three issues. */
async function openVote(rule: Parameters<typeof createWorkshop>[2] = withPaper) {
  const { sessionId } = await createWorkshop(desk, words, rule)
  const room = await steer(house, desk, sessionId)
  await room.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ['공동 판매장', '마을 부엌', '돌봄 품앗이']) {
    await room.direct({ type: 'submitIssue', activity: 'a1', text })
  }
  await room.direct({ type: 'closeActivity', activity: 'a1' })
  await room.direct({ type: 'openActivity', activity: 'a3' })
  const { url: helperUrl } = await desk.get('createLink', {
    params: { id: sessionId },
    body: { id: commandId(), role: 'helper', name: '이도움' },
  })
  return { sessionId, room, helperUrl }
}

/** A resident over a socket, who has voted. */
async function resident(code: string, stickers: Record<string, number>, groups?: { affiliation: string }) {
  const seat = secret()
  await fetch(`${house.url}${API}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seat, code }),
  })
  const phone = await new Screen(house.url, { seat }).ready()
  if (groups) await phone.deliver({ type: 'tellGroups', answers: groups })
  const answer = await phone.deliver({ type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers } })
  expect(answer).toMatchObject({ ok: true })
  phone.close()
}

/** The numbers of one sheet, by keyboard alone; the last Enter sends them. */
async function enterSheet(page: Page, numbers: readonly number[]) {
  const boxes = page.locator('.tally-form input')
  await boxes.first().focus()
  for (const number of numbers) {
    await page.keyboard.type(String(number))
    await page.keyboard.press('Enter')
  }
}

describe('a vote with everyone in the room', () => {
  it('[CHANNEL-6] 40 phones, 5 on paper and 3 beside a helper: the counts reconcile on console, projector and desk', async () => {
    const { sessionId, room, helperUrl } = await openVote()
    const { code } = room.view()
    await Promise.all(Array.from({ length: 40 }, (_, n) => resident(code, n < 25 ? { i1: 1 } : { i2: 1, i3: 1 })))

    const { page: helper } = await device('phone')
    await helper.goto(helperUrl)
    await expectSound(helper, 'ways to help', NARROW)
    await helper.getByRole('button', { name: '옆에서 돕기' }).click()
    await expectSound(helper, 'a helper waits for the next person', NARROW)
    for (let n = 1; n <= 3; n += 1) {
      await helper.getByRole('button', { name: '다음 분' }).click()
      await helper.getByText('도우미가 고른 것을 봅니다').waitFor()
      expect(await helper.locator('[aria-pressed="true"], input:checked').count(), 'nothing is chosen').toBe(0)
      if (n === 1) await expectSound(helper, 'beside a person', NARROW)
      await helper.getByRole('main').getByText('마을 부엌').click()
      await helper.getByRole('button', { name: '보내기' }).click()
      await helper.getByRole('heading', { name: '고맙습니다' }).waitFor()
      expect(await helper.getByText('마을 부엌').count()).toBe(0)
      if (n === 1) await expectSound(helper, 'a vote has been sent', NARROW)
      await helper.getByRole('button', { name: '다음 분' }).click()
      await helper.getByText(`이 투표에서 ${n}명`).waitFor()
    }

    const { page: console } = await device('laptop', { signedInAs: desk })
    await console.goto(`${house.publicUrl}/console/${sessionId}`)
    await console.getByLabel('참석한 사람').fill('50')
    await console.keyboard.press('Enter')
    await until(() => room.view().present === 50, 'people present')
    await console.getByRole('button', { name: '묶음 1 입력' }).click()
    await enterSheet(console, [9, 3, 2, 1, 1, 6])
    await console.getByText('‘공동 판매장’의 표시(9개)').waitFor()
    await console.locator('.tally-form input').first().fill('3')
    await expectSound(console, 'a sheet is entered')
    await console.getByRole('button', { name: '입력 저장' }).click()
    await console.getByText('두 번째 입력 기다림').waitFor()

    await helper.getByRole('button', { name: '방식 바꾸기' }).click()
    await helper.getByRole('button', { name: '종이표 입력' }).click()
    await expectSound(helper, 'a helper enters a sheet', NARROW)
    await enterSheet(helper, [2, 3, 3, 1, 1, 6])
    await helper.getByText('묶음 1을 저장했습니다').waitFor()
    await console.getByText('두 입력이 다름').waitFor()
    await expect.poll(() => console.locator('.paper-desk td').allInnerTexts()).toEqual(['3', '2', '2', '3'])
    await expectSound(console, 'two counts differ')

    await room.direct({ type: 'closeActivity', activity: 'a3' })
    const next = console.locator('.console-foot .next')
    await expect.poll(() => next.innerText()).toContain('종이표 입력 끝내기')
    await console.getByRole('button', { name: '내 입력 고치기' }).click()
    await enterSheet(console, [2, 3, 3, 1, 1, 6])
    await console.getByText('확정 6장').waitFor()
    await console.getByRole('button', { name: '묶음 1 지우기' }).click()
    await console.getByText('입력한 묶음이 아직 없습니다').waitFor()
    await console.locator('.paper-desk').getByRole('button', { name: '되돌리기' }).click()
    await console.getByText('확정 6장').waitFor()
    const dialog = console.getByRole('dialog')
    // For a moment after each step the button rests.
    await expect.poll(async () => (await dialog.isVisible()) || (await next.click(), false)).toBe(true)
    await dialog.getByText('종이표 6장').waitFor()
    await dialog.getByRole('button', { name: '종이표 입력 끝내기' }).click()
    await until(() => room.view().next.does === 'revealResult', 'the seal', 20_000)
    await room.direct({ type: 'revealResult', activity: 'a3' })
    const result = () => {
      const { step } = room.view()
      return step?.kind === 'vote' ? step.result : null
    }
    await until(() => result() !== null, 'the result')
    expect(result()).toMatchObject({ accepted: 48, checkIns: 49, present: 50 })
    const reconciled = '휴대폰 40 · 도우미 3 · 종이 5 = 48표, 참석 50명'
    await console.locator('main').getByText(reconciled).first().waitFor()
    const { page: projector } = await device('projector', { signedInAs: desk })
    await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
    await projector.getByText(reconciled).waitFor()
    await expectSound(projector, 'a result by channels', OLD_BEAMER)
    await until(() => room.view().agenda[2]!.filed, 'the filing')
    const [task] = await desk.get('listTasks', { params: { id: room.view().planId } })
    const { evidence } = await desk.get('getTask', { params: { id: task!.id } })
    const { page: office } = await device('desk', { signedInAs: desk })
    await office.goto(`${house.publicUrl}/desk/results/${evidence.at(-1)!.resultDigest}`)
    await office.getByText('표 48 ≤ 참석 50').waitFor()
    await office.getByRole('region', { name: '통로별 참여' }).getByText('종이표').waitFor()
    await expectSound(office, 'channels at the desk', { width: 360, height: 740 })
  })

  it('[CHANNEL-8] paper and weights are set before a vote opens, and everybody reads them in its rule', async () => {
    const { sessionId } = await createWorkshop(desk, words)
    const room = await steer(house, desk, sessionId)
    const { page } = await device('laptop', { signedInAs: desk })
    await page.goto(`${house.publicUrl}/console/${sessionId}`)
    await page.getByRole('button', { name: new RegExp(words.vote) }).click()
    await page.getByLabel('종이 투표지도 받습니다').check()
    await page.getByLabel('통로마다 가중치를 둡니다').check()
    await page.getByLabel('위원회').fill('2')
    await page.getByLabel('위원회').blur()
    await page.getByText(/통로마다 득표율을 내어 .*위원회 2/).waitFor()
    await expectSound(page, 'paper and weights', { width: 1024, height: 768 })
    await page.locator('.configure-step button[type="submit"]').click()
    await until(() => JSON.stringify(room.view().agenda[2]!.settings).includes('"committee":2'), 'the settings')
    expect(room.view().agenda[2]!.settings.channels).toMatchObject({ paper: true, weights: { hall: 1, committee: 2 } })
  })

  it('[HELPER-2] a shared device comes back to its start by itself, and what was not sent stays with nobody', async () => {
    const { helperUrl, room } = await openVote()
    const { page } = await device('phone')
    await page.clock.install()
    await page.goto(helperUrl)
    await page.getByRole('button', { name: '함께 쓰는 기기' }).click()
    await page.getByRole('heading', { name: '다음 분께 건네주세요' }).waitFor()
    await expectSound(page, 'a device is handed on', NARROW)
    const begin = page.getByRole('button', { name: '투표하기' })
    await begin.click()
    await page.getByRole('button', { name: '보내기' }).waitFor()
    await page.clock.fastForward(60_000)
    await begin.click()
    await page.getByRole('main').getByText('마을 부엌').click()
    await page.clock.fastForward(60_000)
    await page.getByRole('button', { name: '그만두고 지우기' }).click()
    await begin.click()
    await page.getByRole('button', { name: '보내기' }).waitFor()
    expect(await page.locator('[aria-pressed="true"], input:checked').count()).toBe(0)
    await page.getByRole('main').getByText('공동 판매장').click()
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByRole('heading', { name: '고맙습니다' }).waitFor()
    await page.clock.fastForward(10_000)
    await page.getByText('이 투표에서 1명').waitFor()
    // Three turns, one ballot, and one seat.
    await until(() => room.turnout()?.voted === 1, 'the ballot')
    expect(room.turnout()?.joined).toBe(1)
  })

  it('[HELPER-3] a ballot that has not been acknowledged goes on being sent while the next person votes', async () => {
    const { helperUrl, room } = await openVote()
    const { page, context } = await device('phone')
    await page.goto(helperUrl)
    await page.getByRole('button', { name: '옆에서 돕기' }).click()
    await page.getByRole('button', { name: '다음 분' }).click()
    await page.getByRole('main').getByText('마을 부엌').click()
    await context.setOffline(true)
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByText('이 기기가 잊지 않고 보내요').waitFor()
    await page.getByRole('button', { name: '다음 분' }).click()
    await page.getByText('보내는 중 1').waitFor()
    await context.setOffline(false)
    await until(() => room.turnout()?.voted === 1, 'the ballot', 30_000)
    await page.getByText('보내는 중').waitFor({ state: 'detached' })
  })

  it('[HELPER-4] slips that have no sums are entered one by one, and count as paper', async () => {
    const { helperUrl, room } = await openVote({ ...withPaper, parameters: { perVoter: 3, perItem: 2 } })
    const { page } = await device('phone')
    await page.goto(helperUrl)
    await page.getByRole('button', { name: '종이표 입력' }).click()
    await page.getByRole('button', { name: '다음 종이표' }).click()
    await page.getByText('종이표 한 장을 그대로 옮겨 주십시오').waitFor()
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByRole('button', { name: '고르지 않고 보내기' }).click()
    await page.getByRole('heading', { name: '종이표 한 장을 입력했습니다' }).waitFor()
    await expectSound(page, 'a slip is entered', NARROW)
    await page.getByRole('button', { name: '다음 종이표' }).click()
    await page.getByText('이 투표에서 1장').waitFor()
    await room.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => room.view().next.does === 'revealResult', 'the seal', 20_000)
    await room.direct({ type: 'revealResult', activity: 'a3' })
    const channels = () => {
      const { step } = room.view()
      return step?.kind === 'vote' ? (step.result?.channels ?? []) : []
    }
    await until(() => channels().length > 0, 'the result')
    expect(channels()).toContainEqual({ id: 'paper', ballots: 1, checkIns: 1, weight: null })
  })

  it('[TICKET-5] tickets are downloaded at the desk, and a card’s letters and its QR code each let one phone in', async () => {
    const { sessionId, room } = await openVote()
    const { page: console } = await device('laptop', { signedInAs: desk })
    await console.goto(`${house.publicUrl}/console/${sessionId}`)
    await console.getByRole('button', { name: '휴대폰 없이 투표하기' }).click()
    await console.getByLabel('참여표가 있어야 들어올 수 있습니다').check()
    await until(() => room.view().ticketsOnly, 'tickets only')
    await console.getByLabel('몇 장').fill('9')
    await console.getByLabel('도우미 이름').fill('이도움')
    await console.keyboard.press('Enter')
    expect(await console.getByLabel('이도움 도우미 링크').inputValue()).toContain('/f/')
    const [cards] = await Promise.all([
      console.waitForEvent('download'),
      console.getByRole('button', { name: '참여표 PDF 받기' }).click(),
    ])
    expect(cards.suggestedFilename()).toBe(`참여표 - ${words.title}.pdf`)
    await console.getByText('참여표 9장을 만들었습니다').waitFor()
    const codes = textOf(await cards.path()).match(/\b[2-9A-HJKMNP-Z]{6}\b|\b[2-9A-HJKMNP-Z]{5}\b/g)
    expect(codes).toHaveLength(18)
    // Two cards stand side by side: their first letters in one line, the rest in the next.
    const [a = '', b = '', aRest = '', bRest = '', c = '', , cRest = ''] = codes ?? []
    const [first, second, third] = [a + aRest, b + bRest, c + cRest]
    await expectSound(console, 'ways into a session')

    const { page: phone } = await device('phone')
    await phone.goto(room.joinUrl())
    await phone.getByRole('heading', { name: '참여표 번호를 넣어 주세요' }).waitFor()
    await expectSound(phone, 'a ticket is asked for', NARROW)
    await phone.getByLabel('참여표 번호').fill(first.toLowerCase())
    await phone.keyboard.press('Enter')
    await phone.getByRole('button', { name: '보내기' }).waitFor()
    const { page: other } = await device('phone')
    await other.goto(`${house.publicUrl}/t/${second}`)
    await other.getByRole('button', { name: '보내기' }).waitFor()
    const { page: late } = await device('phone')
    await late.goto(`${house.publicUrl}/t/${first}`)
    await late.getByText('이미 다른 기기에서 쓴 참여표입니다').waitFor()
    await console.getByLabel('참여표 번호').fill(third)
    await console.getByRole('button', { name: '못 쓰게 하기' }).click()
    await console.getByText(`${third}`).last().waitFor()
    await late.goto(`${house.publicUrl}/t/${third}`)
    await late.getByText('쓸 수 없게 처리된 참여표입니다').waitFor()

    const { page: projector } = await device('projector', { signedInAs: desk })
    await projector.goto(`${house.publicUrl}/projector/${sessionId}`)
    await projector.getByText('나눠 드린 참여표의 QR을 비추세요').waitFor()
    await expectSound(projector, 'a projector with tickets', OLD_BEAMER)
  })

  it('[PAPER-5] ballot papers and the tally sheet of a vote come from the desk, with its issues on them', async () => {
    const { sessionId } = await openVote()
    const { page } = await device('desk', { signedInAs: desk })
    await page.goto(`${house.publicUrl}/desk/sessions/${sessionId}`)
    await page.getByLabel('매수').fill('3')
    await page.getByLabel('매수').blur()
    for (const [name, copies] of [
      ['투표지 PDF', 3],
      ['집계표 PDF', 1],
    ] as const) {
      const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      expect(textOf(await paper.path()).split('마을 부엌')).toHaveLength(copies + 1)
    }
    await page.getByLabel('언제까지 들어올 수 있나요').fill('2030-05-01')
    await page.getByRole('button', { name: '사전투표 링크 만들기' }).click()
    await page.getByText('2030. 5. 1.(수) 18:00까지').waitFor()
    await expectSound(page, 'ways into a session at the desk', { width: 360, height: 740 })
    const link = await page.getByLabel('사전투표 링크', { exact: true }).inputValue()
    const { page: phone } = await device('phone')
    await phone.goto(link)
    await phone.getByRole('button', { name: '보내기' }).waitFor()
    await phone.getByText('5월 1일 (수) 오후 6:00까지 들어오실 수 있고').waitFor()
    await expectSound(phone, 'a vote before the day', NARROW)
  })

  it('[LENS-2] the desk prepares what is asked, a phone is asked once and may skip, and the result holds the room against the district', async () => {
    const { planId, sessionId } = await createWorkshop(desk, words)
    const { agenda, stageId, kind } = await desk.get('getSession', { params: { id: sessionId } })
    const draft = { stageId, kind, title: '주민 워크숍', heldAt: null, place: '', attendance: [], agenda }
    const { id } = await desk.get('createSession', {
      params: { id: planId },
      body: { id: commandId(), session: draft },
    })
    const { page: office } = await device('desk', { signedInAs: desk })
    await office.goto(`${house.publicUrl}/desk/sessions/${id}`)
    await office.getByLabel('참여 자격을 여쭙니다').check()
    await office.getByRole('button', { name: '저장', exact: true }).first().click()
    await office.getByText('비율이 하나는 0보다 커야 합니다').waitFor()
    for (const [n, share] of [90, 8, 2].entries()) {
      await office.locator('.profile-editor input[type="number"]').nth(n).fill(String(share))
    }
    await expectSound(office, 'what is asked', { width: 360, height: 740 })
    await office.getByRole('button', { name: '저장', exact: true }).first().click()
    await until(
      async () => (await desk.get('getSession', { params: { id } })).profile !== undefined,
      'the profile to be kept',
    )
    await desk.get('openSession', { params: { id }, body: { id: commandId() } })
    const room = await steer(house, desk, id)

    const { page: skipping } = await device('phone')
    await skipping.goto(room.joinUrl())
    await skipping.getByRole('heading', { name: '어떤 분이 오셨는지 여쭤요' }).waitFor()
    await expectSound(skipping, 'who is here', NARROW)
    await skipping.getByRole('button', { name: '건너뛰기' }).click()
    await skipping.getByRole('heading', { name: '잘 오셨어요' }).waitFor()
    await skipping.reload()
    await skipping.getByRole('heading', { name: '잘 오셨어요' }).waitFor()
    const { page: telling } = await device('phone')
    await telling.goto(room.joinUrl())
    await telling.getByText('주민', { exact: true }).click()
    await telling.getByRole('button', { name: '보내기' }).click()
    await telling.getByRole('heading', { name: '잘 오셨어요' }).waitFor()

    await room.direct({ type: 'openActivity', activity: 'a1' })
    for (const text of ['공동 판매장', '마을 부엌']) await room.direct({ type: 'submitIssue', activity: 'a1', text })
    await room.direct({ type: 'closeActivity', activity: 'a1' })
    await room.direct({ type: 'openActivity', activity: 'a3' })
    for (let n = 0; n < 12; n += 1) await resident(room.view().code, { i1: 1 }, { affiliation: n < 6 ? 'g1' : 'g2' })
    await room.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => room.view().next.does === 'revealResult', 'the seal', 20_000)
    await room.direct({ type: 'revealResult', activity: 'a3' })
    await until(() => room.view().agenda[2]!.filed, 'the filing')
    const [task] = await desk.get('listTasks', { params: { id: planId } })
    const { evidence } = await desk.get('getTask', { params: { id: task!.id } })
    await office.goto(`${house.publicUrl}/desk/results/${evidence.at(-1)!.resultDigest}`)
    const lens = office.getByRole('region', { name: '이 자리에 누가 있었나: 참여 자격' })
    await lens.getByText('단체·기업').waitFor()
    await office.getByText('한 사람의 표는 4배를 넘지 않게').waitFor()
    await expectSound(office, 'the room against the district', { width: 360, height: 740 })
  })
})

/** A PDF's words, as a reader that we did not write sees them. */
const textOf = (path: string): string => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
