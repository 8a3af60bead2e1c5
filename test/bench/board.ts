import { chromium, type Browser, type Page } from 'playwright-core'
import { draftGroups } from '../../shared/activities/group/clusters.ts'
import { issues as sentences } from '../../server/rehearsal/issues.ts'
import { commandId } from '../harness/staff.ts'
import { Client } from './client.ts'
import { median, medians, ROUNDS, round, table } from './figures.ts'
import { envelope, inHouse, type BenchHouse } from './house.ts'

const CARDS = 300
const GROUPS = 12
/* Every second card lies in a group, as in the middle of a workshop. */
const inGroup = (n: number) => n % 2 === 0
const THROTTLE = 4
const DRAG_MS = 3_000
const MOVE_EVERY_MS = 250
/* A frame that took longer than this is below 50 a second. */
const LONG_MS = 20

/** 300 cards in a real browser whose CPU is four times slower: how many frames a second while a card is dragged. */
export async function board() {
  return inHouse(async (house) => {
    const session = await crowdedBoard(house)
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    })
    try {
      const kim = await screen(browser, session, `/console/${session.id}`, { width: 1366, height: 768 })
      await kim.page.getByRole('button', { name: '넓게 보기' }).click()
      const wall = await screen(browser, session, `/projector/${session.id}`, { width: 1920, height: 1080 })
      const rows = [
        await measured('console, nothing moves', kim, () => rest(DRAG_MS)),
        await measured('console, a card is dragged', kim, () => dragAbout(kim.page)),
        await measured('the same, another moves cards', kim, () => withMoves(session, () => dragAbout(kim.page))),
        await measured('projector, cards are moved', wall, () => withMoves(session, () => rest(DRAG_MS))),
      ]
      const title = `${CARDS} cards in ${GROUPS} groups and none, CPU throttled ${THROTTLE} times: frames a second`
      return { text: `${table(title, rows)}${table('Drafts of groups for them, in Node', [drafts()])}`, rows }
    } finally {
      await browser.close()
      session.close()
    }
  })
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
type Session = Awaited<ReturnType<typeof crowdedBoard>>

/** A session in the middle of its grouping. */
async function crowdedBoard(house: BenchHouse) {
  const desk = await house.desk()
  const id = await openGrouping(desk)
  const console = await Client.open({
    url: house.url,
    auth: { session: id, screen: 'console' },
    cookie: desk.cookie,
  })
  async function direct(command: object): Promise<void> {
    const answer = JSON.parse(await console.ask('command', { ...envelope(), ...command })) as {
      ok: boolean
      retryable?: boolean
    }
    if (answer.ok) return
    if (!answer.retryable) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(answer)}`)
    await rest(100)
    await direct(command)
  }
  await direct({ type: 'openActivity', activity: 'a0' })
  for (const text of texts()) await direct({ type: 'submitIssue', activity: 'a0', text, detail: '', fieldId: null })
  await direct({ type: 'closeActivity', activity: 'a0' })
  await direct({ type: 'openActivity', activity: 'a1' })
  const groups = Array.from({ length: GROUPS }, (_, group) => ({
    title: `묶음 ${group + 1}`,
    issues: Array.from({ length: CARDS }, (__, n) => n)
      .filter((n) => inGroup(n) && (n / 2) % GROUPS === group)
      .map((n) => `i${n + 1}`),
  }))
  await direct({ type: 'createGroups', groups })
  return { id, url: house.url, cookie: desk.cookie, direct, close: () => console.close() }
}

const texts = (): string[] =>
  Array.from({ length: CARDS }, (_, n) => {
    const text = sentences[n % sentences.length]!
    return n < sentences.length ? text : `${text} ${'가나다라마바사'[Math.floor(n / sentences.length)]}`
  })

async function openGrouping(desk: Awaited<ReturnType<BenchHouse['desk']>>): Promise<string> {
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: 'Bench', district: 'Bench', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  const session = await desk.get('createSession', {
    params: { id: plan.id },
    body: {
      id: commandId(),
      session: {
        stageId: plan.stages[1]!.id,
        kind: 'workshop',
        title: 'Bench',
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [
          {
            id: 'a0',
            kind: 'collect',
            title: '모으기',
            minutes: 5,
            settings: { askDetail: false, askField: false, perPerson: 20 },
          },
          { id: 'a1', kind: 'group', title: '묶기', minutes: 5, settings: {} },
        ],
      },
    },
  })
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  return session.id
}

async function screen(browser: Browser, session: Session, path: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, locale: 'ko-KR' })
  const [name = '', value = ''] = session.cookie.split('=')
  await context.addCookies([{ name, value, url: session.url }])
  const page = await context.newPage()
  await page.goto(`${session.url}${path}`)
  await page.locator('[data-issue], .hall-wall .card').first().waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  // In CPU time of the page's main thread: others on this machine are not in it.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, devtools }
}
type Seen = Awaited<ReturnType<typeof screen>>

/** CPU time that the page's main thread has used so far, ms: all of it, scripts, styles, layout. */
async function used({ devtools }: Seen) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const ms = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN)
  return {
    all: ms('TaskDuration'),
    script: ms('ScriptDuration'),
    style: ms('RecalcStyleDuration'),
    layout: ms('LayoutDuration'),
  }
}

/** The times between frames while something goes on. */
async function measured(name: string, seen: Seen, goOn: () => Promise<unknown>) {
  const { page } = seen
  const rounds = []
  await page.bringToFront()
  for (let n = 0; n < ROUNDS; n += 1) {
    await page.evaluate(watchFrames)
    const before = await used(seen)
    await goOn()
    const after = await used(seen)
    const times = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)
    const perFrame = (part: keyof typeof after) => round((after[part] - before[part]) / times.length, 2)
    rounds.push({
      ...figures(times),
      'CPU ms a frame': perFrame('all'),
      script: perFrame('script'),
      style: perFrame('style'),
      layout: perFrame('layout'),
    })
  }
  return { name, ...medians(rounds) }
}

function figures(times: readonly number[]) {
  const gaps = times.slice(1).map((time, n) => time - times[n]!)
  const whole = (times.at(-1)! - times[0]!) / 1000
  return {
    'median fps': round(1000 / median(gaps), 1),
    'mean fps': round(gaps.length / whole, 1),
    'frames over 20 ms, %': round((100 * gaps.filter((gap) => gap > LONG_MS).length) / gaps.length, 1),
    'longest, ms': round(Math.max(...gaps), 1),
  }
}

/** In the page. */
function watchFrames() {
  const own = globalThis as unknown as { frames: number[]; watch?: number }
  own.frames = []
  if (own.watch) cancelAnimationFrame(own.watch)
  const look = (time: number) => {
    own.frames.push(time)
    own.watch = requestAnimationFrame(look)
  }
  own.watch = requestAnimationFrame(look)
}

/** Take the first card, go to and fro over the whole board, also to its edge where it scrolls, and drop it where it was. */
async function dragAbout(page: Page): Promise<void> {
  // The round before has ended at the other edge.
  await page.locator('.board-columns').evaluate((columns) => columns.scrollTo(0, 0))
  const card = (await page.locator('[data-column="none"] [data-issue]').first().boundingBox())!
  const [x, y] = [card.x + 60, card.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y + 20)
  await page.locator('.board-picture').waitFor()
  const began = performance.now()
  for (let now = 0; now < DRAG_MS; now = performance.now() - began) {
    const turn = (2 * Math.PI * now) / DRAG_MS
    await page.mouse.move(683 - 670 * Math.cos(turn), 420 + 150 * Math.sin(5 * turn))
  }
  await page.mouse.move(x, y)
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** Meanwhile somebody else puts a card from one group into another, four times a second. */
async function withMoves(session: Session, goOn: () => Promise<unknown>): Promise<void> {
  let isOver = false
  async function moveOn() {
    for (let n = 0; !isOver; n += 1) {
      const issues = [`i${1 + ((n * 14) % CARDS)}`]
      await session.direct({ type: 'putInGroup', issues, group: `i${CARDS + 1 + (n % GROUPS)}` })
      await rest(MOVE_EVERY_MS)
    }
  }
  const moving = moveOn()
  await goOn()
  isOver = true
  await moving
}

function drafts() {
  const items = texts().map((title, n) => ({ id: `i${n + 1}`, title }))
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    draftGroups(items)
    return performance.now() - began
  })
  return { cards: CARDS, drafts: draftGroups(items).length, 'median ms': round(median(times), 1) }
}
