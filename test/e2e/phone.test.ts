import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, NARROW, tab } from '../harness/browser.ts'
import { logLines, type House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import type { Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer, type Words } from './hall.ts'

/* Residents who are not like most: tiny phones with large letters, no touch, another language, an impatient thumb. */

const korean: Words = {
  plan: '우리 동네 계획(2026~2029)',
  title: '의제발굴 워크숍',
  collect: '우리 동네 사회적경제에 무엇이 가장 필요할까요?',
  group: '비슷한 의견을 함께 모아 봅시다',
  vote: '무엇부터 하면 좋을까요? 세 가지를 골라 주세요',
}
const english: Words = {
  plan: 'A plan of the neighbourhood (2026–2029)',
  title: 'Agenda workshop',
  collect: 'What does our neighbourhood need most?',
  group: 'Let us put similar issues together',
  vote: 'What should be done first? Please choose three',
}

let house: House
let desk: Desk

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
})

async function openHall(words: Words) {
  const { sessionId } = await createWorkshop(desk, words)
  return { sessionId, ...(await steer(house, desk, sessionId)) }
}
type Hall = Awaited<ReturnType<typeof openHall>>

/** Somebody else writes these, so that there is something to choose from; then the vote opens. */
async function openVote(hall: Hall, issues: string[]): Promise<void> {
  const other = await joinByPhone(house.url, hall.view().code)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of issues) {
    await other.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await hall.direct({ type: 'openActivity', activity: 'a3' })
}
async function reveal(hall: Hall): Promise<void> {
  await hall.direct({ type: 'closeActivity', activity: 'a3' })
  await until(() => hall.view().next.does === 'revealResult', 'the seal')
  await hall.direct({ type: 'revealResult', activity: 'a3' })
}
const ISSUES = [
  '골목시장 빈 가게를 함께 쓰는 공간으로',
  '사회적경제 제품을 파는 상설 매장이 있으면 좋겠어요',
  '청년 일자리를 연결해 주세요',
  '마을기업 홍보가 필요해요',
  '학교 급식에 지역 협동조합 식재료를 써 주세요',
  '공구를 빌려 쓰는 공유 창고를 만들어 주세요',
]

describe('phones that are not like most', () => {
  it('[E2E-30] 320 px wide and in the largest letters, nothing sticks out and nothing is cut off', async () => {
    const hall = await openHall(korean)
    const { page } = await device('phone', { size: NARROW })
    const sound = (when: string) => expectSound(page, `320 px, largest letters: ${when}`)
    await page.goto(house.publicUrl)
    const bigger = page.getByRole('button', { name: '글자 크게' })
    const before = await page.locator('h1').evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize))
    while (await bigger.isEnabled()) await bigger.click()
    expect(await page.locator('h1').evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize))).toBeGreaterThan(before)
    await sound('code')
    await page.goto(hall.joinUrl())
    await page.getByText('잘 오셨어요').waitFor()
    await sound('lobby')

    await hall.direct({ type: 'openActivity', activity: 'a1' })
    await hall.direct({ type: 'setTimer', seconds: 600 })
    await page.getByRole('button', { name: '더 적기' }).click()
    await sound('collect')
    await page.getByLabel('한 가지씩 적어 주세요').fill('주민이 편하게 모일 수 있는 공간이 동네마다 하나씩 필요합니다')
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByText('내가 낸 의제 1개').waitFor()
    await sound('sent')
    await openVote(hall, ISSUES)
    await page.getByText('3개 더 고를 수 있어요').waitFor()
    await sound('vote')
    for (const issue of ISSUES.slice(0, 3)) await page.getByRole('button', { name: issue }).click()
    await page.getByRole('button', { name: ISSUES[3]! }).click()
    await page.getByText('3개를 모두 골랐어요. 바꾸려면 고른 것을 먼저 빼 주세요.').waitFor()
    await sound('vote, all chosen')
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByText('접수됐어요').waitFor()
    await page.getByText('자세히').click()
    await sound('voted')
    await reveal(hall)
    await page.getByText('1명의 표를 세었어요.').waitFor()
    await sound('reveal')
    await hall.direct({ type: 'closeSession' })
    await page.getByText('함께해 주셔서 고맙습니다').waitFor()
    await sound('end')
  })

  it('[E2E-31] a vote with the keyboard alone: each step shows where it is, and nothing covers it', async () => {
    const hall = await openHall(korean)
    const { page } = await device('phone')
    await page.goto(house.publicUrl)
    await page.getByLabel('참여 코드 여섯 자리').waitFor()
    await page.keyboard.type(hall.view().code)
    await page.getByText('잘 오셨어요').waitFor()
    await openVote(hall, ISSUES)
    await page.getByText('3개 더 고를 수 있어요').waitFor()

    for (const issue of [ISSUES[4]!, ISSUES[0]!]) {
      await reach(page, page.getByRole('button', { name: issue }))
      await page.keyboard.press('Space')
    }
    await page.getByText('1개 더 고를 수 있어요').waitFor()
    await reach(page, page.getByRole('button', { name: '보내기' }))
    await page.keyboard.press('Enter')
    await page.getByText('접수됐어요').waitFor()
    await until(() => hall.turnout()?.voted === 1, 'the vote')

    await reach(page, page.getByRole('button', { name: '바꾸기', exact: true }))
    await page.keyboard.press('Enter')
    const first = page.getByRole('button', { name: ISSUES[0]! })
    await reach(page, first)
    expect(await first.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Space')
    await reach(page, page.getByRole('button', { name: '보내기' }))
    await page.keyboard.press('Enter')
    const chosen = page.getByRole('list', { name: '내가 고른 것' }).getByRole('listitem')
    await expect.poll(() => chosen.allInnerTexts()).toEqual([ISSUES[4]])
  })

  it('[E2E-32] words that were not sent yet survive a refresh, a hard one, and another tab', async () => {
    const hall = await openHall(korean)
    const { page, context } = await device('phone')
    await page.goto(hall.joinUrl())
    await page.getByText('잘 오셨어요').waitFor()
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    const words = page.getByLabel('한 가지씩 적어 주세요')
    await words.fill('골목 어귀에 앉을 자리를')
    await page.getByRole('button', { name: '더 적기' }).click()
    await page.getByLabel('까닭이나 보탤 말').fill('어르신들이 쉬어 가시게')

    await page.reload()
    await expect.poll(() => words.inputValue()).toBe('골목 어귀에 앉을 자리를')
    await expect.poll(() => page.getByLabel('까닭이나 보탤 말').inputValue()).toBe('어르신들이 쉬어 가시게')
    const inspector = await context.newCDPSession(page)
    const loaded = page.waitForEvent('load')
    await inspector.send('Page.reload', { ignoreCache: true })
    await loaded
    await expect.poll(() => words.inputValue()).toBe('골목 어귀에 앉을 자리를')
    const second = await tab(context)
    await second.goto(house.publicUrl)
    await expect.poll(() => second.getByLabel('한 가지씩 적어 주세요').inputValue()).toBe('골목 어귀에 앉을 자리를')
    await second.close()

    await words.fill('골목 어귀에 앉을 자리를 놓아 주세요')
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByText('내가 낸 의제 1개').waitFor()
    await page.reload()
    await page.getByText('내가 낸 의제 1개').waitFor()
    expect(await words.inputValue(), 'what was sent is no draft any more').toBe('')
    expect(hall.view().issues.map(({ text, detail }) => [text, detail])).toEqual([
      ['골목 어귀에 앉을 자리를 놓아 주세요', '어르신들이 쉬어 가시게'],
    ])
    expect(hall.turnout()?.joined, 'a refresh is no second person').toBe(1)
  })

  it('[E2E-33] in English, from the first page to the last, no screen has a Korean word of ours', async () => {
    const hall = await openHall(english)
    const { page: phone } = await device('phone')
    const { page: projector } = await device('projector', { signedInAs: desk })
    const { page: console_ } = await device('laptop', { signedInAs: desk })
    await phone.goto(house.publicUrl)
    await phone.getByRole('button', { name: '언어 바꾸기' }).click()
    await phone.getByText('Enter the code').waitFor()
    await expectEnglish(phone, 'phone, code')
    await phone.getByLabel('Six-digit code').fill(hall.view().code)
    await projector.goto(`${house.publicUrl}/projector/${hall.sessionId}`)
    await projector.getByText('휴대폰 카메라로 QR을 비추세요').waitFor()
    await projector.keyboard.press('l')
    await console_.goto(`${house.publicUrl}/console/${hall.sessionId}`)
    await console_.getByRole('button', { name: 'English' }).click()
    const all = async (when: string, seen: [phone: string, projector: string, console: string]) => {
      for (const [n, [screen, name]] of screens.entries()) {
        await screen.getByText(seen[n]!).first().waitFor()
        await expectEnglish(screen, `${name}, ${when}`)
      }
    }
    const screens = [
      [phone, 'phone'],
      [projector, 'projector'],
      [console_, 'console'],
    ] as const

    await all('lobby', ['Welcome', 'Point your phone', 'Next: collect issues'])
    await hall.direct({ type: 'openActivity', activity: 'a1' })
    await hall.direct({ type: 'setTimer', seconds: 300 })
    for (const issue of ['A shop for all', 'A shop for everybody', 'Work for the young']) {
      await phone.getByLabel('One thing at a time').fill(issue)
      await phone.getByRole('button', { name: 'Send' }).click()
      await phone.getByText(issue).last().waitFor()
    }
    await all('collect', ['My issues: 3', 'Work for the young', 'Close collecting · 3 issues'])
    await hall.direct({ type: 'closeActivity', activity: 'a1' })
    await all('collected', ['Collecting is over', 'Work for the young', 'Next: group issues · 3'])
    await hall.direct({ type: 'openActivity', activity: 'a2' })
    const [one, two, three] = hall.view().issues
    await hall.direct({ type: 'mergeIssues', into: one!.id, issues: [two!.id] })
    await hall.direct({ type: 'hideIssues', issues: [three!.id], reason: 'offTopic' })
    await all('group', ['Reason:', '2 similar issues', 'Undo'])
    await hall.direct({ type: 'undo' })
    await hall.direct({ type: 'closeActivity', activity: 'a2' })
    await hall.direct({ type: 'openActivity', activity: 'a3' })
    await all('vote', ['You can choose 3 more', 'of 1', 'Close the vote · 0 voted'])
    await phone.getByRole('button', { name: 'Work for the young' }).click()
    await phone.getByRole('button', { name: 'Send' }).click()
    await all('voted', ['You can change it until the vote closes', 'of 1', '1 of 1 have voted'])
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await until(() => hall.view().next.does === 'revealResult', 'the seal')
    await all('sealed', ['The vote is closed', 'All ballots are counted', 'Next: reveal the result'])
    await hall.direct({ type: 'revealResult', activity: 'a3' })
    await until(() => hall.view().agenda.some(({ filed }) => filed), 'the filing')
    await all('reveal', ['1 ballot counted', 'Digest', 'In the priority-task list'])
    await hall.direct({ type: 'closeSession' })
    await all('end', ['Thank you', 'Thank you', 'The meeting has ended'])

    await phone.reload()
    await phone.getByText('Thank you').waitFor()
    expect(await phone.locator('html').getAttribute('lang'), 'the choice is remembered').toBe('en')
    const { page: door } = await device('desk')
    await door.goto(`${house.publicUrl}/sign-in`)
    await door.getByRole('button', { name: 'English' }).click()
    await door.getByRole('button', { name: 'Sign in' }).waitFor()
    await expectEnglish(door, 'sign-in')
  })

  it('[E2E-34] in all of it no page and no process had an error', () => {
    expect(faults).toEqual([])
    expect(logLines(house.output(), 50)).toEqual([])
  })
})

/** With the Tab key, as often as it takes to go around once; what has the focus says so, and is not behind something. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await target.evaluate((element) => {
      if (element !== document.activeElement) return null
      const { left, top, width, height } = element.getBoundingClientRect()
      const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
      return { isOnTop: element.contains(onTop), outline: getComputedStyle(element).outlineStyle }
    })
    if (!at) continue
    expect(at, await target.innerText()).toEqual({ isOnTop: true, outline: 'solid' })
    return
  }
  throw new Error(`the Tab key does not reach "${await target.innerText()}"`)
}

/** What is seen and what is read aloud; the name of the other language stays in its own. */
async function expectEnglish(page: Page, where: string): Promise<void> {
  const words = await page.locator('body').ariaSnapshot()
  expect(words.replaceAll('한국어', ''), where).not.toMatch(/\p{Script=Hangul}/u)
  expect(await page.locator('html').getAttribute('lang'), where).toBe('en')
  await expectSound(page, `${where}, English`)
}
