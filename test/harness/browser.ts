import AxeBuilder from '@axe-core/playwright'
import jsQR from 'jsqr'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect } from 'vitest'
import { atTheEnd } from './services.ts'

/** A name for the hall's address: unlike localhost it is no secure context, as nothing in a hall over plain HTTP is. */
export const HALL = 'madang.hall'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${HALL} 127.0.0.1`,
]

let browser: Browser | undefined

async function launched(): Promise<Browser> {
  if (browser?.isConnected()) return browser
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
  const opened = browser
  atTheEnd(() => opened.close())
  return browser
}

export type Device = 'phone' | 'laptop' | 'desk' | 'projector'
const sizes: Record<Device, { width: number; height: number }> = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1366, height: 768 },
  desk: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
}

/** The narrowest phone that there is, and a beamer of the old kind. */
export const NARROW = { width: 320, height: 640 }
export const OLD_BEAMER = { width: 1024, height: 768 }

interface Owner {
  locale?: string
  size?: { width: number; height: number }
  /** device pixels to one of CSS: a picture of a phone is taken as a phone shows it */
  scale?: number
  /** a page that is signed in already, or somebody who is over HTTP */
  signedInAs?: Page | { cookie: string }
}

/**
 * A browser of somebody's own: nothing is shared with the others. What goes wrong in it fails the test. It asks for no
 * motion, so that what is measured does not depend on the moment.
 */
export async function device(
  kind: Device,
  { locale = 'ko-KR', size = sizes[kind], scale = 1, signedInAs }: Owner = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const browser = await launched()
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: scale,
    locale,
    isMobile: kind === 'phone',
    hasTouch: kind === 'phone',
    reducedMotion: 'reduce',
  })
  if (signedInAs) await context.addCookies(await cookiesOf(signedInAs))
  context.setDefaultTimeout(15_000)
  return { context, page: await tab(context) }
}

async function cookiesOf(owner: Page | { cookie: string }) {
  if (!('cookie' in owner)) return owner.context().cookies()
  const [name = '', value = ''] = owner.cookie.split('=')
  return [{ name, value, domain: HALL, path: '/', httpOnly: true, sameSite: 'Strict' as const }]
}

export async function tab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // A wire that is cut, or a door that says no, is what some tests are about; the browser calls it an error.
    if (message.type() === 'error' && !/net::ERR_|status of 4\d\d|WebSocket connection/.test(text)) {
      faults.push(`${page.url()}: ${text}`)
    }
  })
  return page
}

/** Errors in any page so far. */
export const faults: string[] = []

/**
 * WCAG 2.2 AA, as far as a program can tell, of the whole page at once: what lies under the bar at the bottom of a phone
 * until somebody scrolls is looked at too.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const size = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (height > size.height) await page.setViewportSize({ ...size, height: height + 200 })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  if (height > size.height) await page.setViewportSize(size)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(found, where).toEqual([])
}

/** Nothing sticks out to the side and no words are cut off: nobody has to scroll two ways, or to guess. */
export async function expectFits(page: Page, where: string): Promise<void> {
  // A screen that has just changed its size lays itself out anew.
  await expect.poll(() => page.evaluate(misfits), { message: where }).toEqual([])
}

function misfits(): string[] {
  // Not innerWidth: on a phone that grows with what sticks out.
  const isOver = ({ clientWidth, clientHeight, scrollWidth, scrollHeight }: Element) =>
    scrollWidth > clientWidth + 2 || scrollHeight > clientHeight + 2
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
  const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element)
    // Shortened with a sign that there is more, a field to type in, for the ear only: these are meant to be so.
    const isMeant = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
    if (isMeant || element.closest('.visually-hidden, svg, input, select, textarea')) return false
    if (!['hidden', 'clip'].includes(overflowX) || !element.checkVisibility() || !isOver(element)) return false
    // Chromium may keep how far a scaled child reached before its scale changed, until the next layout.
    element.style.overflow = 'visible'
    void element.offsetWidth
    element.style.overflow = ''
    return isOver(element)
  })
  return [
    ...(over > 0 ? [`wider than its screen by ${over} px`] : []),
    ...cut.map((element) => `cut off in .${element.className}: ${element.innerText.slice(0, 60)}`),
  ]
}

/** What every screen has to be, at the size that it has and at the others given. */
export async function expectSound(page: Page, where: string, ...others: { width: number; height: number }[]) {
  const size = page.viewportSize()!
  await expectAccessible(page, where)
  await expectFits(page, where)
  for (const other of others) {
    await page.setViewportSize(other)
    await expectFits(page, `${where} at ${other.width} × ${other.height}`)
  }
  if (others.length > 0) await page.setViewportSize(size)
}

/** What a phone's camera reads from this picture. */
export async function readQr(page: Page): Promise<string> {
  const { data, width, height } = PNG.sync.read(await page.screenshot())
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? 'no QR code found'
}
