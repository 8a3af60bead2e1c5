import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SealedResult } from '../../shared/results/seal.ts'
import { API } from '../../shared/protocol/http.ts'
import { device, expectSound, faults, NARROW } from '../harness/browser.ts'
import type { House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { joinByPhone } from '../harness/screens.ts'
import type { Desk } from '../harness/staff.ts'
import { createWorkshop, openHouse, steer } from './hall.ts'

/* A vote in the hall, and afterwards somebody at home who does not believe it. */

const WIDE = { width: 1280, height: 900 }
const WALL = { width: 1920, height: 1080 }
const ISSUES = ['골목시장 빈 가게를 함께 쓰는 공간으로', '청년 일자리를 연결해 주세요', '마을기업 홍보가 필요해요']
const VOTES: Record<string, number>[] = [{ i1: 1, i2: 1 }, { i1: 1, i2: 1 }, { i1: 1 }, { i3: 1 }, {}]

let house: House
let desk: Desk
let digest: string
let zip: Uint8Array

beforeAll(async () => {
  ;({ house, desk } = await openHouse())
  const { planId, sessionId } = await createWorkshop(desk, {
    plan: '우리 동네 계획(2026~2029)',
    title: '의제발굴 워크숍',
    collect: '무엇이 가장 필요할까요?',
    group: '함께 모아 봅시다',
    vote: '무엇부터 하면 좋을까요?',
  })
  const hall = await steer(house, desk, sessionId)
  const residents = await Promise.all(VOTES.map(() => joinByPhone(house.url, hall.view().code)))
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (const text of ISSUES) {
    await residents[0]!.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await hall.direct({ type: 'openActivity', activity: 'a3' })
  for (const [i, stickers] of VOTES.entries()) {
    await residents[i]!.deliver({ type: 'castBallot', activity: 'a3', revision: 1, ballot: { stickers } })
  }
  await hall.direct({ type: 'closeActivity', activity: 'a3' })
  await until(() => hall.view().next.does === 'revealResult', 'the seal')
  await hall.direct({ type: 'revealResult', activity: 'a3' })
  await until(async () => (await desk.get('listTasks', { params: { id: planId } })).length === 3, 'the filing')
  const [task] = await desk.get('listTasks', { params: { id: planId } })
  const { evidence } = await desk.get('getTask', { params: { id: task!.id } })
  digest = evidence[0]!.resultDigest
  zip = await bytesOf(`${API}/results/${digest}/recount.zip`)
})

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await fetch(house.url + path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

/** The package with one thing changed in its result, and its digest left as it was. */
function changed(change: (result: SealedResult) => void): Uint8Array {
  const files = unzipSync(zip)
  const result = JSON.parse(strFromU8(files['result.json']!)) as SealedResult
  change(result)
  return zipSync({ ...files, 'result.json': strToU8(JSON.stringify(result)) })
}

describe('the recount in the browser', () => {
  it('[RECOUNT-9] by a link, without an account: what was sealed is intact, and every step is shown', async () => {
    const { page } = await device('phone')
    await page.goto(`${house.publicUrl}/recount?result=${digest}`)
    await seen(page, '확정된 결과 그대로입니다')
    await seen(page, '의제발굴 워크숍 · 무엇부터 하면 좋을까요?')
    await seen(page, '투표지 5장, 서로 다른 투표지 4가지')
    await seen(page, '아무것도 고르지 않음')
    expect(await page.locator('.ranking li').allInnerTexts()).toMatchObject([
      expect.stringMatching(/1[^]*골목시장[^]*3/),
      expect.stringMatching(/2[^]*청년[^]*2/),
      expect.stringMatching(/3[^]*마을기업[^]*1/),
    ])
    await page.getByLabel('회의록의 확인값 12자리').fill(digest.slice(0, 12))
    await seen(page, '회의록의 확인값과 같습니다')
    await expectSound(page, 'recount, by a link', NARROW, WIDE, WALL)
    await page.getByRole('button', { name: 'English' }).click()
    await seen(page, 'This is the result that was sealed')
    await expectSound(page, 'recount, in English', NARROW)
  })

  it('[RECOUNT-9] [RECOUNT-6] without the server; one changed ballot is said, and where', async () => {
    const { page, context } = await device('desk')
    await page.goto(`${house.publicUrl}/recount`)
    await seen(page, '파일 고르기')
    await expectSound(page, 'recount, empty', NARROW)
    await context.setOffline(true)
    await choose(page, 'package.zip', zip)
    await seen(page, '확정된 결과 그대로입니다')

    // Only a ballot: the figures do not fit it.
    const move = (result: SealedResult) => {
      const ballot = result.ballots.find((one) => 'stickers' in one && one.stickers.i3 === 1)
      Object.assign(ballot!, { stickers: { i2: 1 } })
    }
    await choose(page, 'package.zip', changed(move))
    await seen(page, '확정된 결과와 다릅니다')
    await seen(page, '결과 확인값이 다릅니다')
    await seen(page, '점수 · 마을기업 홍보가 필요해요')
    await expectSound(page, 'recount, changed', NARROW, WALL)

    // What changes no figure: the digest still tells.
    await choose(
      page,
      'package.zip',
      changed((result) => void (result.session.title = '다른 회의')),
    )
    await seen(page, '결과 확인값이 다릅니다')
    await choose(page, 'package.zip', zip)
    await seen(page, '확정된 결과 그대로입니다')
  })

  it('[RECOUNT-9] a file of another program: its methods to choose from; a fault with its line', async () => {
    const { page } = await device('desk')
    await page.goto(`${house.publicUrl}/recount`)
    const head = ['NUMBER ALTERNATIVES: 3', 'NUMBER VOTERS: 5', 'NUMBER UNIQUE ORDERS: 2', 'DATA TYPE: soc']
    const names = ['공원', '도서관', '시장'].map((name, i) => `ALTERNATIVE NAME ${i + 1}: ${name}`)
    const text = [...[...head, ...names].map((line) => `# ${line}`), '3: 1,2,3', '2: 2,3,1'].join('\n')
    await choose(page, 'votes.soc', strToU8(text))
    await seen(page, '투표지 5장, 서로 다른 투표지 2가지')
    await page.getByLabel('방법').selectOption('schulze')
    await seen(page, '둘씩 견준 수')
    await expectSound(page, 'recount, pairs', NARROW, WALL)
    await choose(page, 'votes.soc', strToU8(text.replace('2: 2,3,1', '2: 2,3,9')))
    await seen(page, '9번째 줄')
    await expectSound(page, 'recount, fault')
    expect(faults).toEqual([])
  })

  it('[RECOUNT-8] the whole package is for auditors; the digest in both is that of the result', async () => {
    const path = `${API}/results/${digest}/recount-full.zip`
    expect((await fetch(house.url + path)).status).toBe(401)
    const whole = await fetch(house.url + path, { headers: { cookie: desk.cookie } })
    expect(whole.status).toBe(200)
    const text = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
    for (const bytes of [zip, new Uint8Array(await whole.arrayBuffer())]) {
      expect(text(bytes, 'digest.txt')).toBe(`${digest}  result.json\n`)
      expect(text(bytes, 'README.txt')).toContain(digest)
      expect(text(bytes, 'ballots.pb')).toContain('voter_id;vote;points\n')
    }
    expect((await fetch(`${house.url}${API}/results/${'0'.repeat(64)}/recount.zip`)).status).toBe(404)
  })
})
