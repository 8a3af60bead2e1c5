import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer, type Words } from './hall.ts'

/* The run of show as it is changed while the hall is full, in Korean. */

const words: Words = {
  plan: '우리 동네 계획(2026~2029)',
  title: '의제발굴 워크숍',
  collect: '우리 동네 사회적경제에 무엇이 가장 필요할까요?',
  group: '비슷한 의견을 함께 모아 봅시다',
  vote: '무엇부터 하면 좋을까요?',
}
const ISSUES = ['골목시장 빈 가게를 함께 쓰는 공간으로', '청년 일자리를 연결해 주세요', '마을기업 홍보가 필요해요']
/** Where somebody who wants to look at it finds the pictures; without it none are taken. */
const pictures = process.env.PICTURES

let house: House
let desk: Desk
beforeAll(async () => {
  ;({ house, desk } = await openHouse())
})

async function openHall() {
  const { sessionId } = await createWorkshop(desk, words, { method: 'approval', parameters: {} })
  const hall = await steer(house, desk, sessionId)
  const console = (await device('laptop', { signedInAs: desk })).page
  await console.goto(`${house.publicUrl}/console/${sessionId}`)
  await console.locator('.console-foot').waitFor()
  return { sessionId, console, ...hall }
}
type Hall = Awaited<ReturnType<typeof openHall>>

async function openPhone(hall: Hall, size?: { width: number; height: number }): Promise<Page> {
  const { page } = await device('phone', size ? { size } : {})
  await page.goto(hall.joinUrl())
  await page.getByText('잘 오셨어요').waitFor()
  return page
}
async function openProjector(hall: Hall): Promise<Page> {
  const { page } = await device('projector', { signedInAs: desk })
  await page.goto(`${house.publicUrl}/projector/${hall.sessionId}`)
  return page
}
const take = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
}
const titles = (page: Page) => page.locator('.run-entry .title').allInnerTexts()
const entry = (page: Page, name: string) => page.locator('.run-entry').filter({ hasText: name })
const tool = (page: Page, name: string) => page.locator('.entry-tools').getByRole('button', { name })
const undo = (page: Page) => page.locator('.ui-toast').getByRole('button', { name: '되돌리기' })
const next = (page: Page, name: RegExp) => page.locator('.console-foot .next').filter({ hasText: name })

/** The next step rests for a moment after each change: pressed until it is heard. */
async function press(page: Page, name: RegExp, then: RegExp): Promise<void> {
  await expect
    .poll(async () => {
      await next(page, name)
        .click({ timeout: 500 })
        .catch(() => undefined)
      return next(page, then).count()
    })
    .toBe(1)
}

async function write(hall: Hall): Promise<void> {
  const other = await joinByPhone(house.url, hall.view().code)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ISSUES) {
    await other.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
}

describe('the run of show', () => {
  it('[E2E-60] is reordered, filled and emptied while it runs, and each act is taken back', async () => {
    const hall = await openHall()
    const { console } = hall
    await write(hall)
    await entry(console, words.vote).click()
    await tool(console, '앞으로').click()
    await expect.poll(() => titles(console)).toEqual([words.collect, words.vote, words.group])
    await undo(console).click()
    await expect.poll(() => titles(console)).toEqual([words.collect, words.group, words.vote])

    await entry(console, words.group).click()
    await tool(console, '빼기').click()
    await expect.poll(() => titles(console)).toEqual([words.collect, words.vote])
    await expectSound(console, 'console with an undo bar')
    await take(console, 'console-undo')
    await undo(console).click()
    await expect.poll(() => titles(console)).toEqual([words.collect, words.group, words.vote])

    await console.getByRole('button', { name: '순서 넣기' }).click()
    await take(console, 'console-add')
    await console.getByRole('menuitem', { name: '휴식 10분' }).click()
    await expect.poll(() => titles(console)).toEqual([words.collect, '휴식', words.group, words.vote])
    await console.getByRole('button', { name: '순서 넣기' }).click()
    await console.getByRole('menuitem', { name: '간단 설문' }).click()
    const dialog = console.getByRole('dialog')
    await dialog.getByLabel('질문').fill('다음 모임은 언제가 좋을까요?')
    await dialog.getByLabel('보기').fill('평일 저녁\n토요일 오전')
    await expectSound(console, 'console, asking for a poll')
    await dialog.getByRole('button', { name: '진행순서에 넣기' }).click()
    await expect.poll(async () => (await titles(console))[1]).toBe('다음 모임은 언제가 좋을까요?')
    await expect
      .poll(() => hall.view().agenda[1]?.settings)
      .toMatchObject({ subject: { of: 'options', options: ['평일 저녁', '토요일 오전'] } })

    await console.getByLabel('예정 시간(분)').fill('25')
    await console.getByRole('button', { name: '저장' }).click()
    await expect.poll(() => hall.view().agenda[1]?.minutes).toBe(25)
    await console.getByText('예정보다 35분 늦음').waitFor()
    await expectSound(console, 'console with a longer run of show')
    await take(console, 'console-run')
    await undo(console).click()
    await expect.poll(() => hall.view().agenda[1]?.minutes).toBe(5)
  })

  it('[E2E-61] what is closed by mistake is opened again, with the time that was left', async () => {
    const hall = await openHall()
    const { console } = hall
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    await hall.direct({ type: 'setTimer', seconds: 600 })
    await press(console, /의제 수집 마감/, /의제 묶기 시작/)
    await undo(console).click()
    await next(console, /의제 수집 마감/).waitFor()
    await expect.poll(() => hall.view().timerEndsAt).not.toBeNull()
    await console.getByRole('button', { name: '새 참여 막기' }).click()
    await expect.poll(() => hall.view().joiningOpen).toBe(false)
    await undo(console).click()
    await expect.poll(() => hall.view().joiningOpen).toBe(true)
    const phone = await joinByPhone(house.url, hall.view().code)
    await phone.deliver({ type: 'askForHelp', wanted: true })
    await console.getByRole('button', { name: '모두 도왔습니다' }).click()
    await expect.poll(() => hall.turnout()?.help).toBe(0)
    await undo(console).click()
    await expect.poll(() => hall.turnout()?.help).toBe(1)
  })

  it('[E2E-62] the next step is looked at on projector and phone before anybody sees it', async () => {
    const hall = await openHall()
    const { console } = hall
    await write(hall)
    await entry(console, words.vote).click()
    await tool(console, '미리보기').click()
    const dialog = console.getByRole('dialog')
    await dialog.locator('.phone-preview').getByText(ISSUES[0]!).waitFor()
    await dialog.locator('.stage-preview').getByText(words.vote).waitFor()
    await take(console, 'console-preview-vote')
    await expectSound(console, 'console with a preview of the vote')
    await dialog.getByRole('button', { name: '닫기' }).click()
    expect(hall.view().agenda.map(({ phase }) => phase)).toEqual(['open', 'prepared', 'prepared'])
    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    await console.locator('.console-foot').getByRole('button', { name: '미리보기' }).click()
    await dialog.locator('.phone-preview').waitFor()
    await take(console, 'console-preview-group')
    await console.keyboard.press('Escape')
  })

  it('[E2E-63] everybody looks up and what was being written is there afterwards; a break shows when it ends', async () => {
    const hall = await openHall()
    const { console } = hall
    const [phone, narrow, projector] = [await openPhone(hall), await openPhone(hall, NARROW), await openProjector(hall)]
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    await phone.getByLabel('한 가지씩 적어 주세요').click()
    const ime = await phone.context().newCDPSession(phone)
    await ime.send('Input.insertText', { text: '공동 판매' })
    await ime.send('Input.imeSetComposition', { text: '장', selectionStart: 1, selectionEnd: 1 })
    await console.getByRole('button', { name: '앞을 봐 주세요' }).click()
    for (const page of [phone, narrow]) await page.getByRole('heading', { name: '앞을 봐 주세요' }).waitFor()
    expect(await phone.getByRole('button', { name: '보내기' }).isVisible()).toBe(false)
    await expectSound(phone, 'phone looking up')
    await expectSound(narrow, 'narrow phone looking up')
    await console.getByText('휴대폰에 ‘앞을 봐 주세요’가 떠 있습니다').waitFor()
    await expectSound(console, 'console, phones looking up')
    await take(phone, 'phone-look-up')
    await take(console, 'console-look-up')
    await console.getByRole('button', { name: '휴대폰 다시 열기' }).click()
    await expect.poll(() => phone.getByLabel('한 가지씩 적어 주세요').inputValue()).toBe('공동 판매장')
    await phone.getByRole('button', { name: '보내기' }).click()
    await expect.poll(() => hall.view().issues.map(({ text }) => text)).toEqual(['공동 판매장'])

    await console.getByRole('button', { name: '휴식', exact: true }).click()
    await console.getByRole('menuitem', { name: '10분' }).click()
    for (const page of [phone, narrow]) await page.getByText(/\d시( \d+분)?에 다시 시작해요/).waitFor()
    await projector.getByText(/\d시( \d+분)?에 다시 시작합니다/).waitFor()
    await expectSound(phone, 'phone in a break')
    await expectSound(narrow, 'narrow phone in a break')
    await expectSound(projector, 'projector in a break', OLD_BEAMER)
    for (const [page, name] of [
      [phone, 'phone-break'],
      [narrow, 'narrow-break'],
      [projector, 'projector-break'],
      [console, 'console-break'],
    ] as const) {
      await take(page, name)
    }
    await projector.setViewportSize(OLD_BEAMER)
    await take(projector, 'beamer-break')
    await console.getByRole('button', { name: '휴식 끝내기' }).click()
    await phone.getByText('내가 낸 의제 1개').waitFor()
    expect(hall.view().agenda[0]?.phase).toBe('open')
  })

  it('[E2E-64] a revealed vote is held again; the first result stays, and the second says which it follows', async () => {
    const hall = await openHall()
    const { console } = hall
    await write(hall)
    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    const settings = { method: 'approval', parameters: {}, topK: 2, tieRule: 'run-off' }
    await hall.direct({ type: 'configureActivity', activity: 'a3', title: words.vote, settings })
    const phone = await joinByPhone(house.url, hall.view().code)
    const vote = async (activity: string, approve: string[]) => {
      await hall.direct({ type: 'openActivity', activity })
      await phone.deliver({ type: 'castBallot', activity, revision: 1, ballot: { approve } })
      await hall.direct({ type: 'closeActivity', activity })
      await until(() => hall.view().next.does === 'revealResult', 'the seal')
      await hall.direct({ type: 'revealResult', activity })
      const digest = () => {
        const { step } = hall.view()
        return step?.kind === 'vote' && step.activity === activity ? (step.result?.digest ?? '') : ''
      }
      await until(() => digest() !== '', 'the reveal')
      return digest()
    }
    const first = await vote('a3', ['i1'])
    await console.getByRole('button', { name: '다시 투표' }).waitFor()
    await expectSound(console, 'console after a reveal')
    await console.getByRole('button', { name: '다시 투표' }).click()
    await take(console, 'console-again')
    await console.getByRole('menuitem', { name: '동점 2건만 결선' }).click()
    await next(console, /투표 열기 · 의제 2건/).waitFor()
    const round = hall.view().agenda.find(({ roundOf }) => roundOf === 'a3')
    expect(round).toMatchObject({ title: `${words.vote} (결선)`, phase: 'prepared' })
    await expectSound(console, 'console with a run-off prepared')
    await take(console, 'console-run-off')
    const second = await vote(round!.id, ['i2'])
    expect(hall.view().agenda.find(({ id }) => id === 'a3')).toMatchObject({ phase: 'revealed' })
    await until(() => hall.view().agenda.every(({ phase, filed }) => phase !== 'revealed' || filed), 'the filing')
    const { planId } = hall.view()
    const tasks = await desk.get('listTasks', { params: { id: planId } })
    const details = await Promise.all(tasks.map(({ id }) => desk.get('getTask', { params: { id } })))
    const evidence = details.find(({ title }) => title === ISSUES[1])!.evidence
    const digests = evidence.map(({ resultDigest }) => resultDigest)
    expect(digests.map((digest) => digest.slice(0, 12)).sort()).toEqual([first, second].sort())
    const sealed = await desk.get('getResult', { params: { digest: digests.find((one) => one.startsWith(second))! } })
    expect(sealed.roundOf?.slice(0, 12)).toBe(first)
  })

  it('[E2E-65] two run it by name; the same button at once is one act, and neither hears of a fault', async () => {
    const hall = await openHall()
    const { console } = hall
    const { url } = await desk.get('createLink', {
      params: { id: hall.sessionId },
      body: { id: commandId(), role: 'coFacilitator', name: '박보조' },
    })
    const other = (await device('laptop')).page
    await other.goto(url.replace(/^https?:\/\/[^/]+/, house.publicUrl))
    await other.getByText('박보조 (나)').waitFor()
    await console.getByText('박보조', { exact: true }).waitFor()
    const both = [console, other]
    await Promise.all(both.map((page) => next(page, /의제 수집 시작/).click()))
    for (const page of both) await next(page, /의제 수집 마감/).waitFor()
    await until(() => hall.view().agenda[0]?.phase === 'open', 'the collecting')
    for (const page of both) expect(await page.locator('.toast [class=message]').count()).toBe(0)
    await entry(other, words.vote).click()
    await tool(other, '앞으로').click()
    await console.getByText(`박보조 님이 ‘${words.vote}’를 옮겼습니다`).waitFor()
    await expectSound(console, 'console of two')
    await take(console, 'console-two')
    await other.close()
    await expect.poll(() => console.getByText('박보조', { exact: true }).count()).toBe(0)
  })

  it('nothing went wrong in any page, and the house has nothing to complain about', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
