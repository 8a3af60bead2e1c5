import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import type { Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer, type Words } from './hall.ts'

/* Writing and moderating, as people see it, in Korean. PICTURES=folder keeps what was on the screens. */

const words: Words = {
  plan: '강북구 사회적경제 계획(2026~2029)',
  title: '의제발굴 워크숍',
  collect: '우리 동네 사회적경제에 무엇이 가장 필요할까요?',
  group: '비슷한 의견을 함께 모아 봅시다',
  vote: '무엇부터 하면 좋을까요? 세 가지를 골라 주세요',
}

let house: House
let desk: Desk
beforeAll(async () => {
  ;({ house, desk } = await openHouse())
})

async function openCollect(settings: Record<string, unknown>) {
  const { sessionId } = await createWorkshop(desk, words)
  const hall = { sessionId, ...(await steer(house, desk, sessionId)) }
  await hall.direct({
    type: 'configureActivity',
    activity: 'a1',
    title: words.collect,
    settings: { perPerson: 5, ...settings },
  })
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  return hall
}
const signedIn = {
  signedInAs: {
    get cookie() {
      return desk.cookie
    },
  },
}
const submit = (text: string) => ({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null }) as const

async function picture(page: { screenshot: (how: { path: string }) => Promise<unknown> }, name: string) {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

describe('writing an issue', () => {
  it('[E2E-60] what is like it is offered, and a tap says me too', async () => {
    const hall = await openCollect({})
    const other = await joinByPhone(house.url, hall.view().code)
    await other.deliver(submit('청년 일자리가 부족합니다'))
    await other.deliver(submit('골목시장에 주차장이 없어요'))
    const { page } = await device('phone')
    await page.goto(hall.joinUrl())
    await page.getByLabel('한 가지씩 적어 주세요').fill('청년일자리가 모자라요')
    await page.getByText('비슷한 의견이 있어요').waitFor()
    await expectSound(page, 'similar issues', NARROW)
    await picture(page, 'phone-similar')
    await page.getByRole('button', { name: '저도 같아요' }).click()
    await page.getByRole('button', { name: '힘을 보탰어요' }).waitFor()
    await page.getByText('힘을 보탠 의견 1개').waitFor()
    await picture(page, 'phone-me-too')
    expect(hall.view().issues.map(({ supports }) => supports)).toEqual([1, 0])
    const { page: projector } = await device('projector', signedIn)
    await projector.goto(`${house.publicUrl}/projector/${hall.sessionId}`)
    await projector.getByText('+1명').waitFor()
    await expectSound(projector, 'projector: me too', OLD_BEAMER)
    await picture(projector, 'projector-me-too')
  })

  it('[E2E-61] personal data is shown before it is sent; what was returned can be mended', async () => {
    const hall = await openCollect({
      moderation: 'approveFirst',
      form: [
        { id: 'q1', label: '어떤 문제가 있나요?', required: true, kind: 'text' },
        { id: 'q2', label: '누가 겪고 있나요?', required: true, kind: 'line' },
        { id: 'q3', label: '어떻게 되면 좋을까요?', required: false, kind: 'text' },
      ],
    })
    const { page } = await device('phone')
    await page.goto(hall.joinUrl())
    await page.getByLabel('어떤 문제가 있나요?').fill('반찬 가게를 열고 싶은데 연락 주세요 010-1234-5678')
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await page.getByText('이 칸을 적어 주세요.').waitFor()
    await page.getByLabel('누가 겪고 있나요?').fill('동네 어르신')
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await page.getByText('개인정보가 들어 있어요').waitFor()
    expect(hall.view().issues).toEqual([])
    await picture(page, 'phone-personal')
    await expectSound(page, 'personal data', NARROW)
    await page.getByRole('button', { name: '그래도 보내기' }).click()
    await page.getByText('진행자가 보고 있어요').waitFor()
    await page.getByLabel('어떤 문제가 있나요?').fill('제 번호는 900101-1234567입니다')
    await page.getByLabel('누가 겪고 있나요?').fill('저')
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await page.getByText('주민등록번호와 외국인등록번호는 보낼 수 없어요.').waitFor()
    await page.getByRole('button', { name: '가리고 보내기' }).click()
    await until(() => hall.view().issues.length === 2, 'the covered one')
    expect(hall.view().issues[1]?.text).toBe('제 번호는 ******-*******입니다')

    const { page: console } = await device('laptop', signedIn)
    await console.goto(`${house.publicUrl}/console/${hall.sessionId}`)
    const first = console.locator('.moderation-item').first()
    await first.getByText('개인정보: 전화번호').waitFor()
    await expectSound(console, 'the queue')
    await picture(console, 'console-queue')
    await first.getByRole('button', { name: '돌려보내기' }).click()
    await console.getByRole('menuitem', { name: '개인정보 포함' }).click()
    await page.getByText('고쳐서 다시 보내 주세요').first().waitFor()
    await page.getByText('까닭: 개인정보 포함').first().waitFor()
    await expectSound(page, 'returned', NARROW)
    await picture(page, 'phone-returned')
    await page.getByRole('status').filter({ hasText: '010-1234' }).getByRole('button', { name: '고치기' }).click()
    await page.getByLabel('고치는 중이에요').fill('반찬 가게를 열고 싶어요')
    await page.getByRole('button', { name: '고쳐서 보내기' }).click()
    await until(() => hall.view().issues[0]?.status === 'waiting', 'it waits again')
    await console.getByRole('button', { name: '모두 보이기 · 2건' }).click()
    await until(() => hall.view().issues.every(({ status }) => status === 'shown'), 'all shown')
    await console.getByRole('tab', { name: '기록' }).click()
    await console.locator('.moderation-log li').nth(2).waitFor()
    await expectSound(console, 'the record')
    await picture(console, 'console-record')
  })

  it('[E2E-62] written alone: the hall sees a number, and everything at the reveal', async () => {
    const hall = await openCollect({ reveal: 'together' })
    const other = await joinByPhone(house.url, hall.view().code)
    for (const text of ['모일 공간이 없어요', '팔 곳이 없어요', '돌봄이 필요해요']) await other.deliver(submit(text))
    const { page: projector } = await device('projector', signedIn)
    await projector.goto(`${house.publicUrl}/projector/${hall.sessionId}`)
    await projector.getByText('3건').waitFor()
    expect(await projector.getByText('모일 공간이 없어요').count()).toBe(0)
    await expectSound(projector, 'before the reveal', OLD_BEAMER)
    await picture(projector, 'projector-kept')
    const { page } = await device('phone')
    await page.goto(hall.joinUrl())
    await page.getByText('지금은 각자 적어요').waitFor()
    await picture(page, 'phone-kept')
    const { page: console } = await device('laptop', signedIn)
    await console.goto(`${house.publicUrl}/console/${hall.sessionId}`)
    await console.getByRole('button', { name: '지금 모두 공개 · 3건' }).waitFor()
    await expectSound(console, 'console before the reveal')
    await picture(console, 'console-kept')
    await console.getByRole('button', { name: '지금 모두 공개 · 3건' }).click()
    await projector.getByText('모일 공간이 없어요').waitFor()
    await picture(projector, 'projector-revealed')
  })

  it('[E2E-63] a syllable in the making survives everything that arrives meanwhile', async () => {
    const hall = await openCollect({})
    const other = await joinByPhone(house.url, hall.view().code)
    await other.deliver(submit('청년 일자리가 부족합니다'))
    const { page, context } = await device('phone')
    let updates = 0
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"update"')) updates += 1
      }),
    )
    await page.goto(hall.joinUrl())
    const box = page.getByLabel('한 가지씩 적어 주세요')
    await box.focus()
    const keyboard = await context.newCDPSession(page)
    const compose = (text: string) =>
      keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    const settle = (text: string) => keyboard.send('Input.insertText', { text })

    await settle('청년 일자리가 ')
    await page.getByText('비슷한 의견이 있어요').waitFor()
    for (const [n, syllable] of ['ㅂ', '부', '북', '부조'].entries()) {
      await compose(syllable)
      await other.deliver(submit(`청년 일자리 부족 ${n}`))
      const heard = updates
      await hall.direct({ type: 'setTimer', seconds: 60 + n })
      await hall.direct({ type: 'rewordIssue', issue: 'i1', title: `청년 일자리가 부족합니다 ${n}` })
      await until(() => updates > heard, 'an update on the phone')
      expect(await box.inputValue()).toBe(`청년 일자리가 ${syllable}`)
    }
    await compose('부족')
    await settle('부족')
    await settle('해요')
    expect(await box.inputValue()).toBe('청년 일자리가 부족해요')
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await until(() => hall.view().issues.some(({ text }) => text === '청년 일자리가 부족해요'), 'what was written')
  })
})
