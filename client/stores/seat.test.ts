import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSeat } from './seat.ts'

const QR = 'Q'.repeat(32)
/** The hall's answer to who joins; which tokens came is what is looked at. */
function hall(sessionId: string) {
  const tokens: string[] = []
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    tokens.push((JSON.parse(body) as { seat: string }).seat)
    return Promise.resolve(new Response(JSON.stringify({ sessionId, seat: `p${tokens.length}`, title: '워크숍' })))
  })
  return tokens
}
const freshPage = () => setActivePinia(createPinia())

beforeEach(freshPage)
afterEach(() => vi.unstubAllGlobals())

describe('the seat of this device', () => {
  it('is the same one behind the same QR, also after a reload, without asking again', async () => {
    const tokens = hall('s1')
    await useSeat().take({ token: QR })
    const { token } = useSeat().current!
    freshPage()
    expect(useSeat().resume(QR)).toBe(true)
    expect(useSeat().current?.token).toBe(token)
    expect(tokens).toHaveLength(1)
    expect(token.length).toBeGreaterThanOrEqual(22)
  })

  it('is sent again as the same seat when the answer was lost', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('cut')))
    const door = { token: 'R'.repeat(32) }
    await useSeat().take(door)
    expect(useSeat().refusal?.code).toBe('unreachable')
    const tokens = hall('s2')
    await useSeat().take(door)
    await useSeat().take(door)
    expect(new Set(tokens).size).toBe(1)
  })

  it('has another secret in another session, and stays the first one behind a second door', async () => {
    hall('s3')
    await useSeat().take({ code: '111111' })
    const first = useSeat().current?.token
    await useSeat().take({ token: 'S'.repeat(32) })
    expect(useSeat().current?.token).toBe(first)
    hall('s4')
    await useSeat().take({ token: 'T'.repeat(32) })
    expect(useSeat().current?.token).not.toBe(first)
  })

  it('asks for a code again once its holder has moved on', async () => {
    hall('s5')
    await useSeat().take({ token: 'U'.repeat(32) })
    useSeat().standUp()
    freshPage()
    expect(useSeat().resume('U'.repeat(32))).toBe(true)
    freshPage()
    useSeat().resume()
    expect(useSeat().current?.sessionId).not.toBe('s5')
  })
})
