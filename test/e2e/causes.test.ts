import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { device, expectSound, faults, NARROW, OLD_BEAMER } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { commandId, type Desk } from '../harness/staff.ts'
import { openHouse, steer } from './hall.ts'

/* Causes of one issue, in Korean: two phones, the console, the projector, and the desk at the end. */

let house: House
let desk: Desk
let console_: Page
let projector: Page
let phones: Page[]
let hall: Awaited<ReturnType<typeof steer>>
let planId: string

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: '활성화계획', district: '강북구', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  planId = plan.id
  const session = await desk.get('createSession', {
    params: { id: plan.id },
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
          { id: 'a1', kind: 'collect', title: '무엇이 문제인가요?', minutes: 10, settings: {} },
          { id: 'a2', kind: 'vote', title: '어느 문제가 먼저인가요?', minutes: 5, settings: {} },
          { id: 'a3', kind: 'causes', title: '왜 그런지 함께 찾아봐요', minutes: 20, settings: { perPerson: 30 } },
          {
            id: 'a4',
            kind: 'vote',
            title: '어느 원인부터 풀어야 하나요?',
            minutes: 5,
            settings: { method: 'approval', topK: 1, subject: { of: 'causes', activity: 'a3' } },
          },
        ],
      } as never,
    },
  })
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  hall = await steer(house, desk, session.id)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ['사회적경제 기업의 물건이 잘 팔리지 않아요', '함께 쓸 공간이 없어요'])
    await hall.direct({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await hall.direct({ type: 'openActivity', activity: 'a2' })
  await hall.direct({ type: 'closeActivity', activity: 'a2' })
  await until(() => hall.view().next.does === 'revealResult', 'the seal', 15_000)
  await hall.direct({ type: 'revealResult', activity: 'a2' })
  await hall.direct({ type: 'openActivity', activity: 'a3' })
  console_ = (await device('laptop', { signedInAs: desk })).page
  await console_.goto(`${house.publicUrl}/console/${session.id}`)
  projector = (await device('projector', { signedInAs: desk })).page
  await projector.goto(`${house.publicUrl}/projector/${session.id}`)
  phones = [(await device('phone')).page, (await device('phone', { size: NARROW })).page]
  for (const phone of phones) {
    await phone.goto(hall.joinUrl())
    await phone.getByRole('heading', { name: '왜 그럴까요?' }).waitFor()
  }
}, 120_000)

async function write(phone: Page, text: string): Promise<void> {
  await phone.getByLabel('제 생각에는…').fill(text)
  await phone.getByRole('button', { name: '보내기' }).click()
  await phone.locator('.my-causes').getByText(text).waitFor()
}
const view = (name: string) => console_.locator('.views').getByRole('button', { name }).click()

describe('causes in the hall', () => {
  it('[E2E-40] two phones ask why and why again; the tree grows on the projector', async () => {
    await write(phones[0]!, '가게가 어디 있는지 몰라요')
    await phones[1]!.getByRole('button', { name: /가게가 어디/ }).click()
    await phones[1]!.getByRole('heading', { name: '그건 왜 그럴까요?' }).waitFor()
    await write(phones[1]!, '알릴 사람도 예산도 없어요')
    await projector.locator('.cause-tree').getByText('알릴 사람도 예산도 없어요').waitFor()
    expect(await projector.locator('.cause-tree .newest').innerText()).toContain('알릴 사람도')
    expect(await projector.locator('.cause-tree path').count()).toBe(1)
    await expectSound(projector, 'projector, tree', OLD_BEAMER)
    await expectSound(phones[0]!, 'phone, causes')
    await expectSound(phones[1]!, 'narrow phone, deeper')
  }, 120_000)

  it('[E2E-41] the facilitator adds, moves and takes back; thirty causes stay readable', async () => {
    await console_.getByLabel('원인 더하기').fill('품질이 들쑥날쑥해요')
    await console_.getByLabel('원인 더하기').press('Enter')
    const row = console_.locator('.cause-outline').getByRole('button', { name: '품질이 들쑥날쑥해요' })
    await row.click()
    await console_.getByLabel('옮기기').selectOption({ label: '알릴 사람도 예산도 없어요' })
    await expect.poll(() => projector.locator('.cause-tree path').count()).toBe(2)
    await console_.getByRole('button', { name: '되돌리기: 옮기기' }).click()
    await expect.poll(() => projector.locator('.cause-tree path').count()).toBe(1)
    await expectSound(console_, 'console, causes')
    await view('물고기뼈')
    await projector.locator('.cause-fishbone').getByText('사람', { exact: true }).waitFor()
    await console_.getByLabel('갈래', { exact: true }).selectOption('제도')
    await expectSound(projector, 'projector, fishbone', OLD_BEAMER)
    for (let n = 0; n < 27; n += 1) {
      const parent = n < 6 ? 'i1' : `i${6 + (n % 6)}`
      const category = n < 6 ? `c${1 + (n % 5)}` : null
      const text = `${n + 1}번째 까닭으로, 서로 만날 자리가 없고 소식도 늦어요`
      await hall.direct({ type: 'addCause', activity: 'a3', text, parent, category })
    }
    await expectSound(projector, 'projector, fishbone of 30', OLD_BEAMER)
    await view('문제 나무')
    await projector.locator('.cause-tree li').first().waitFor()
    await expectSound(projector, 'projector, tree of 30', OLD_BEAMER)
    await view('왜-사슬')
    await projector.locator('.cause-chain').waitFor()
    await expectSound(projector, 'projector, chain', OLD_BEAMER)
    await expectSound(phones[0]!, 'phone, many causes')
  }, 180_000)

  it('[E2E-42] the room votes on causes; what it chooses stands beside the issue at the desk', async () => {
    await hall.direct({ type: 'closeActivity', activity: 'a3' })
    await hall.direct({ type: 'openActivity', activity: 'a4' })
    for (const phone of phones) {
      await phone.getByText('알릴 사람도 예산도 없어요').first().click()
      await phone.locator('#phone-action').getByRole('button').last().click()
    }
    await expect.poll(() => hall.turnout()?.voted, { timeout: 15_000 }).toBe(2)
    await hall.direct({ type: 'closeActivity', activity: 'a4' })
    await expect.poll(() => hall.view().next.does, { timeout: 15_000 }).toBe('revealResult')
    await hall.direct({ type: 'revealResult', activity: 'a4' })
    const filed = async () => (await desk.get('listTasks', { params: { id: planId } })).map(({ causes }) => causes)
    await expect
      .poll(filed, { timeout: 20_000 })
      .toEqual([
        [{ id: 'i4', text: '알릴 사람도 예산도 없어요', chosen: true, votes: { voters: 2, ballots: 2 } }],
        undefined,
      ])
    const { page } = await device('desk', { signedInAs: desk })
    await page.goto(`${house.publicUrl}/desk/plans/${planId}/tasks`)
    await page.getByText('사회적경제 기업의 물건이 잘 팔리지 않아요').first().click()
    await page.locator('.task-causes').getByText('알릴 사람도 예산도 없어요').waitFor()
    await expectSound(page, 'desk, causes')
    expect(faults).toEqual([])
  }, 120_000)
})
