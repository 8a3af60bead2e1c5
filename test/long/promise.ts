import { appendFileSync, existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { seals } from '../harness/crowd.ts'

/** What was found, in words and figures; and what does not hold, empty when all is well. */
export interface Proof {
  found: string
  broken: string[]
}

/** One line of the table at the end. */
export interface Row extends Proof {
  promise: string
  number: string
  seconds: number
}

export const SEED = process.env.LONG_SEED ?? process.env.SEED ?? String(Date.now())

/* The run is over before its time, or its 20 minutes are: the test fails, and what it started is ended. */
const stopped = new Promise<never>((_resolve, reject) => {
  const look = () => existsSync(`${process.env.LONG_ROWS}.stop`) && reject(new Error('stopped before it was done'))
  setInterval(look, 500).unref()
})
stopped.catch(() => undefined)

/** A promise of reliability.md with its number: proved, or written down as broken and failed. */
export function promise(name: string, number: string, prove: () => Promise<Proof>): void {
  it(`[${name}] ${number}`, async () => {
    const began = performance.now()
    const { found, broken } = await Promise.race([prove(), stopped]).catch((error: unknown) => ({
      found: '',
      broken: [String(error)],
    }))
    const seconds = Math.round((performance.now() - began) / 1000)
    write({ promise: name, number, found, seconds, broken })
    if (seals.looked > 0) {
      const looked = `${seals.looked} seals`
      write({ promise: 'P5', number: 'marks add up at every seal', found: looked, seconds: 0, broken: seals.broken })
      Object.assign(seals, { looked: 0, broken: [] })
    }
    expect(broken, `seed ${SEED}`).toEqual([])
  })
}

function write(row: Row): void {
  if (process.env.LONG_ROWS) appendFileSync(process.env.LONG_ROWS, `${JSON.stringify(row)}\n`)
}

/** A sentence for what is above its limit; also for what was never measured. */
export const above = (what: string, is: number, most: number): string[] =>
  is <= most ? [] : [`${what}: ${is}, and ${most} are promised`]

/** The value that 95 of 100 stay under. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
