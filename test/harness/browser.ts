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

/**
 * A browser of somebody's own: nothing is shared with the others. What goes wrong in it fails the test. It asks for no
 * motion, so that what is measured does not depend on the moment.
 */
export async function device(
  kind: Device,
  { locale = 'ko-KR', signedInAs }: { locale?: string; signedInAs?: Page } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const browser = await launched()
  const context = await browser.newContext({
    viewport: sizes[kind],
    locale,
    isMobile: kind === 'phone',
    hasTouch: kind === 'phone',
    reducedMotion: 'reduce',
    ...(signedInAs && { storageState: await signedInAs.context().storageState() }),
  })
  context.setDefaultTimeout(15_000)
  return { context, page: await tab(context) }
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

/** WCAG 2.2 AA, as far as a program can tell. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(found, where).toEqual([])
}

/** Nothing sticks out to the side: nobody has to scroll two ways. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over, `${where} is wider than its screen`).toBeLessThanOrEqual(0)
}

/** What a phone's camera reads from this picture. */
export async function readQr(page: Page): Promise<string> {
  const { data, width, height } = PNG.sync.read(await page.screenshot())
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? 'no QR code found'
}
