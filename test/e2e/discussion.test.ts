import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/* A discussion (FGI) in Korean: guide, hall, phones, note-takers and an observer, each in a browser of its own. */

const TITLE = '사회적경제 현장의 어려움'
const guide = [
  {
    id: 'q1',
    kind: 'opening',
    text: '어디에서 어떤 일을 하시는지 한 문장으로 소개해 주세요.',
    prompts: [],
    minutes: 5,
  },
  { id: 'q2', kind: 'introductory', text: '사회적경제라고 하면 무엇이 먼저 떠오르나요?', prompts: [], minutes: 10 },
  {
    id: 'q3',
    kind: 'key',
    text: '사회적경제 조직을 꾸리면서 지금 가장 어려운 점은 무엇이고, 그 어려움은 언제부터 있었나요?',
    prompts: ['예를 들어 주시겠어요?', '누가 가장 힘들어하나요?'],
    minutes: 20,
  },
  {
    id: 'q4',
    kind: 'key',
    text: '구청이 가장 먼저 해야 할 일은 무엇인가요?',
    prompts: ['왜 그것이 먼저인가요?'],
    minutes: 20,
  },
  { id: 'q5', kind: 'ending', text: '오늘 나눈 이야기에서 빠진 것이 있나요?', prompts: [], minutes: 10 },
] as const
/** So long the note-taker has no network. */
const CUT_MS = 120_000

let house: House
let desk: Desk
let sessionId: string
let hall: Awaited<ReturnType<typeof steer>>
let facilitator: Page
let projector: Page
let phones: Page[]
let noteTaker: Page
let second: Page
let observer: Page

async function prepare(): Promise<string> {
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
        title: '사회적경제 조직 집단 면접',
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [
          {
            id: 'a1',
            kind: 'discuss',
            title: TITLE,
            minutes: 65,
            settings: { questions: guide.map((one) => ({ ...one, prompts: [...one.prompts] })) },
          },
        ],
      },
    },
  })
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  return session.id
}
async function byLink(role: 'noteTaker' | 'observer', name: string): Promise<Page> {
  const { url } = await desk.get('createLink', { params: { id: sessionId }, body: { id: commandId(), role, name } })
  const { page } = await device('laptop')
  await page.goto(new URL(new URL(url, house.publicUrl).pathname, house.publicUrl).href)
  return page
}

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  sessionId = await prepare()
  hall = await steer(house, desk, sessionId)
  const open = async (kind: 'laptop' | 'projector', path: string) => {
    const { page } = await device(kind, { signedInAs: desk })
    await page.goto(`${house.publicUrl}${path}`)
    return page
  }
  facilitator = await open('laptop', `/console/${sessionId}`)
  projector = await open('projector', `/projector/${sessionId}`)
  phones = []
  for (const size of [undefined, undefined, NARROW]) {
    const { page } = await device('phone', size ? { size } : {})
    await page.goto(hall.joinUrl())
    phones.push(page)
  }
  noteTaker = await byLink('noteTaker', '기록자 1')
  second = await byLink('noteTaker', '기록자 2')
  observer = await byLink('observer', '참관자')
})

const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const box = (page: Page) => page.locator('.write input')
/** As hands do it: a key for the speaker, the words, Enter. */
async function write(page: Page, words: string, speaker = '1', marks: readonly string[] = []): Promise<void> {
  await box(page).focus()
  await page.keyboard.press(speaker)
  for (const mark of marks) await page.keyboard.press(mark)
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
}
const linesOn = (page: Page) => page.locator('.line-row p').allInnerTexts()
/** The next question, by the space bar of the console. It rests for a moment after each. */
async function next(question: string): Promise<void> {
  const asked = facilitator.locator('.guide-list [aria-current=step]').filter({ hasText: question })
  await facilitator.locator('h2').first().click()
  await expect
    .poll(async () => {
      if ((await asked.count()) === 0) await facilitator.keyboard.press('Space')
      return asked.count()
    })
    .toBe(1)
}

describe('a discussion', () => {
  it('[FGI-1] begins with the first question, in the hall, on phones and for note-takers', async () => {
    await seen(noteTaker, '아직 이야기가 시작되지 않았습니다')
    await expectSound(noteTaker, 'note-taker, before')
    await button(facilitator, /다음: 표적집단면접 시작/).click()
    for (const page of [projector, ...phones, noteTaker, observer]) await seen(page, guide[0].text)
    await seen(projector, '시작 질문')
    await expectSound(facilitator, 'console, talking')
    await expectSound(projector, 'projector, talking', OLD_BEAMER)
    await expectSound(phones[0]!, 'phone, talking')
    await expectSound(phones[2]!, 'narrow phone, talking')
    await expectSound(observer, 'observer')
  })

  it('[NOTES-4] a note-taker writes with keys alone: speaker, tone, quote, change, remove, put back', async () => {
    await write(noteTaker, '진행자가 인사했다', 'Alt+m')
    await write(noteTaker, '마을기업을 5년째 하고 있습니다', '3', ['Alt+z', 'Alt+q'])
    await expect.poll(() => linesOn(noteTaker)).toEqual(['진행자가 인사했다', '마을기업을 5년째 하고 있습니다'])
    await noteTaker.keyboard.press('ArrowUp')
    await noteTaker.keyboard.press('End')
    await noteTaker.keyboard.insertText('. 식구는 넷')
    await noteTaker.keyboard.press('Enter')
    await write(noteTaker, '잘못 적은 줄', '2')
    await noteTaker.keyboard.press('ArrowUp')
    await noteTaker.keyboard.press('Alt+Delete')
    await expect.poll(() => linesOn(second)).toEqual(['진행자가 인사했다', '마을기업을 5년째 하고 있습니다. 식구는 넷'])
    await noteTaker.keyboard.press('Control+z')
    await expect.poll(() => linesOn(second)).toHaveLength(3)
    await noteTaker.keyboard.press('ArrowUp')
    await noteTaker.keyboard.press('Alt+Delete')
    await expect.poll(() => hall.view().notes.length).toBe(2)
    expect(hall.view().notes[1]).toMatchObject({ speaker: '3', tone: 'agree', isQuote: true })
    await expectSound(noteTaker, 'note-taker, writing')
  })

  it('[NOTES-4] an Enter that ends a syllable sends the line once, and no key acts within one', async () => {
    await box(noteTaker).focus()
    await box(noteTaker).evaluate((element: HTMLInputElement) => {
      const key = (code: string, isComposing: boolean) =>
        element.dispatchEvent(
          new KeyboardEvent('keydown', { code, key: code, isComposing, bubbles: true, cancelable: true }),
        )
      const compose = (type: string) => element.dispatchEvent(new CompositionEvent(type, { bubbles: true }))
      compose('compositionstart')
      key('Digit2', true)
      element.value = '한 글'
      element.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }))
      key('Enter', true)
      compose('compositionend')
      key('Enter', false)
    })
    await expect.poll(() => linesOn(second)).toHaveLength(3)
    expect(hall.view().notes.at(-1)).toMatchObject({ text: '한 글', speaker: '2' })
    await noteTaker.keyboard.press('ArrowUp')
    await noteTaker.keyboard.press('Alt+Delete')
    await expect.poll(() => linesOn(second)).toHaveLength(2)
  })

  it('[FGI-7] an observer’s notes are his own, over a reload, and can be taken along', async () => {
    const own = observer.locator('.observer-notes input')
    await own.fill('3번 참여자의 말을 더 들어 볼 것')
    await own.press('Enter')
    await expect.poll(() => observer.locator('.observer-notes li p').allInnerTexts()).toHaveLength(1)
    await seen(observer, '모두 저장됨')
    await observer.reload()
    await expect
      .poll(() => observer.locator('.observer-notes li p').allInnerTexts())
      .toEqual(['3번 참여자의 말을 더 들어 볼 것'])
    const download = observer.waitForEvent('download')
    await button(observer, '내려받기').click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('3번 참여자의 말을 더 들어 볼 것')
    expect(JSON.stringify(hall.view())).not.toContain('3번 참여자의 말')
    expect(await noteTaker.content()).not.toContain('3번 참여자의 말')
    await expectSound(observer, 'observer, with a note')
  })

  it('[NOTES-1] a note-taker without a network for two minutes loses nothing; meanwhile the talk goes on', async () => {
    const context = noteTaker.context()
    const written = Array.from({ length: 20 }, (_, n) => `${n + 1}번째로 들은 말입니다`)
    await context.setOffline(true)
    const cutAt = performance.now()
    await seen(noteTaker, /연결 끊김/)
    for (const [n, words] of written.slice(0, 12).entries()) await write(noteTaker, words, String((n % 6) + 1))
    await seen(noteTaker, /보낼 것 12줄/)
    await expectSound(noteTaker, 'note-taker, cut off')

    // The page loads again while the live connection stays away, as on a network that lets little through.
    await box(noteTaker).fill('반쯤 적은')
    await context.route('**/socket.io/**', (route) => route.abort())
    await context.setOffline(false)
    await noteTaker.reload()
    await seen(noteTaker, /보낼 것 12줄/)
    await context.setOffline(true)
    await context.unroute('**/socket.io/**')
    expect(await box(noteTaker).inputValue()).toBe('반쯤 적은')
    await box(noteTaker).fill('')
    expect((await linesOn(noteTaker)).slice(2)).toEqual(written.slice(0, 12))

    await next(guide[1].text)
    for (const page of [projector, ...phones, second]) await seen(page, guide[1].text)
    await write(second, '함께 쓰는 공간이 떠올라요', '4')
    for (const words of written.slice(12)) await write(noteTaker, words, '2')
    await noteTaker.keyboard.press('ArrowUp')
    await noteTaker.keyboard.insertText(' (고침)')
    await noteTaker.keyboard.press('Enter')
    await answersOnTheProjector()
    expect(hall.view().notes.filter(({ source }) => source === 'note')).toHaveLength(3)

    await sleep(Math.max(0, CUT_MS - (performance.now() - cutAt)))
    await context.setOffline(false)
    const heard = () =>
      hall
        .view()
        .notes.filter(({ question, source }) => question === 'q1' && source === 'note')
        .slice(2)
        .map(({ text }) => text.replace(' (고침)', ''))
    await expect.poll(heard, { timeout: 30_000 }).toEqual(written)
    await seen(noteTaker, '모두 저장됨')
    const at = hall.view().notes.map((note) => note.at)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(new Set(hall.view().notes.map(({ key }) => key)).size).toBe(at.length)
    await noteTaker.reload()
    const here = ['함께 쓰는 공간이 떠올라요', ...[1, 2, 3].map((n) => `휴대폰 ${n}의 대답`)]
    await expect.poll(() => linesOn(noteTaker)).toEqual(here)
  })

  /** Phones write instead of speaking; the facilitator shows one answer in the hall. */
  async function answersOnTheProjector(): Promise<void> {
    for (const [n, page] of phones.entries()) {
      await page.getByLabel('말 대신 적어 주셔도 됩니다').fill(`휴대폰 ${n + 1}의 대답`)
      await button(page, '보내기').click()
      await seen(page, '잘 도착했어요')
    }
    await seen(facilitator, '휴대폰으로 온 답 3건')
    expect(await projector.content()).not.toContain('의 대답')
    await facilitator
      .locator('.answers-desk li')
      .filter({ hasText: '휴대폰 2의 대답' })
      .getByRole('button', { name: '화면에 띄우기' })
      .click()
    await seen(projector, '휴대폰 2의 대답')
    await expectSound(projector, 'projector with an answer', OLD_BEAMER)
    await expectSound(facilitator, 'console with answers')
    await button(phones[0]!, '거두기').click()
    await seen(facilitator, '휴대폰으로 온 답 2건')
    await button(phones[0]!, '되돌리기').click()
    await seen(facilitator, '휴대폰으로 온 답 3건')
    await expectSound(phones[0]!, 'phone with an answer')
  }

  it('[FGI-8] goes through the guide to its end, with who has spoken, and nothing of it in the hall', async () => {
    await next(guide[2].text)
    await seen(projector, '핵심 질문 1/2')
    await seen(facilitator, '예를 들어 주시겠어요?')
    expect(await projector.content()).not.toContain('예를 들어 주시겠어요?')
    await expectSound(projector, 'projector, a long question', OLD_BEAMER)
    await next(guide[3].text)
    await next(guide[4].text)
    await seen(facilitator, '마지막 질문입니다')
    await seen(facilitator, '발언 없음')
    await expect.poll(() => facilitator.locator('.speaking-balance li').count()).toBe(8)
    expect(await projector.content()).not.toContain('참여자 1')
    const end = button(facilitator, '표적집단면접 마치기')
    await expect
      .poll(async () => {
        // It rests for a moment after each step.
        if ((await end.count()) > 0) await end.click({ timeout: 1000 }).catch(() => undefined)
        return end.count()
      })
      .toBe(0)
    await seen(phones[0]!, '이야기를 마쳤어요')
    await write(noteTaker, '끝난 뒤에 적은 줄', '1')
    await expect.poll(() => hall.view().notes.at(-1)?.text).toBe('끝난 뒤에 적은 줄')
    await expectSound(noteTaker, 'note-taker, after')
  })

  it('[E2E-0] nothing went wrong on any screen, and nothing in the log', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
