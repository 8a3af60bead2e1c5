import type pg from 'pg'
import { until } from '../harness/processes.ts'
import type { PlanHouse } from './plan-house.ts'

type Query = (statement: string, values?: unknown[]) => Promise<unknown>

/** The house's connections, of which one is cut by killing what answers it, before or after its nth statement. */
export function cuttingPool(house: PlanHouse, at: { statement: number; moment: 'before' | 'after' }) {
  let asked = 0
  let isCut = false
  const pool = new Proxy(house.pool, {
    get(target, name) {
      if (name !== 'connect') return Reflect.get(target, name, target) as unknown
      return async () => withCut(await target.connect())
    },
  })

  function withCut(client: pg.PoolClient): pg.PoolClient {
    const query = client.query.bind(client) as unknown as Query
    const cutting: Query = async (statement, values) => {
      asked += 1
      if (asked !== at.statement) return query(statement, values)
      isCut = true
      if (at.moment === 'after') await query(statement, values)
      await house.kill()
      // On PostgreSQL the killed connection answers with an error by itself; nobody who waits is left without one.
      await query('select 1').catch(() => undefined)
      throw new Error('killed')
    }
    client.on('error', () => undefined)
    return new Proxy(client, {
      get(target, name) {
        if (name === 'query') return cutting
        const member = Reflect.get(target, name, target) as unknown
        return typeof member === 'function' ? (member as (...args: unknown[]) => unknown).bind(target) : member
      },
    })
  }

  return {
    pool,
    happened: () => isCut,
    /** Resolves when the database answers again. */
    back: () =>
      until(async () => {
        try {
          await house.pool.query('select 1')
          return true
        } catch {
          return false
        }
      }, 'the database'),
  }
}
