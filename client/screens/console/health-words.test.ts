import { describe, expect, it } from 'vitest'
import type { Health } from '../../../shared/protocol/live.ts'
import { healthLines, isQuietRoom } from './health-words.ts'

const fine: Health = { loop: 'fine', store: 'fine', disk: 'fine', memory: 'fine', freeMegabytes: null, silent: 0 }
const troubles = (given: Partial<Health>) =>
  healthLines({ ...fine, ...given }).flatMap(({ trouble }) => (trouble ? [trouble] : []))

describe('how the house does, in words', () => {
  it('is a word for each part when all is fine, and none for a disk that is elsewhere', () => {
    expect(healthLines(fine).map(({ part }) => part)).toEqual(['health.store', 'health.server', 'health.disk'])
    expect(healthLines({ ...fine, disk: 'elsewhere' }).map(({ part }) => part)).not.toContain('health.disk')
    expect(troubles({})).toEqual([])
  })

  it('is grave when something is refused, and only then', () => {
    const grave = (given: Partial<Health>) => troubles(given).map(({ isGrave }) => isGrave)
    expect(grave({ store: 'away' })).toEqual([true])
    expect(grave({ store: 'full' })).toEqual([true])
    expect(grave({ disk: 'full', freeMegabytes: 90 })).toEqual([true])
    expect(grave({ store: 'slow', loop: 'slow', disk: 'low', freeMegabytes: 900 })).toEqual([false, false, false])
    expect(troubles({ disk: 'low', freeMegabytes: 900 })[0]).toMatchObject({ title: 'health.disk.low', n: 900 })
  })

  it('calls a room quiet when one phone in ten is silent, and three at least', () => {
    expect(isQuietRoom(2, 4)).toBe(false)
    expect(isQuietRoom(3, 30)).toBe(true)
    expect(isQuietRoom(12, 300)).toBe(false)
    expect(isQuietRoom(30, 300)).toBe(true)
  })
})
