import { setTimeout } from 'node:timers/promises'
import express, { type Router } from 'express'

/** Named looks at what this process needs; one that throws, or takes longer than a second, is degraded. */
export type Checks = Record<string, () => Promise<void>>

const PATIENCE_MS = 1000

/** `/healthz`: the process lives. `/readyz`: it can serve, else 503 and what is degraded. */
export function createHealth(checks: Checks): Router {
  const router = express.Router()
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  router.get('/readyz', async (_request, response) => {
    const looks = await Promise.all(
      Object.entries(checks).map(async ([name, look]) => ((await isWell(look)) ? [] : [name])),
    )
    const degraded = looks.flat()
    response.status(degraded.length > 0 ? 503 : 200).json({ ready: degraded.length === 0, degraded })
  })
  return router
}

async function isWell(look: () => Promise<void>): Promise<boolean> {
  const patience = new AbortController()
  try {
    const tooLate = setTimeout(PATIENCE_MS, false, { signal: patience.signal })
    return await Promise.race([look().then(() => true), tooLate])
  } catch {
    return false
  } finally {
    patience.abort()
  }
}
