import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it } from 'vitest'
import { atTheEnd } from '../../test/harness/services.ts'
import { createHealth } from './health.ts'

it('[HTTP-13] what fails and what does not answer within a second is named; the process lives all the same', async () => {
  const app = express().use(
    createHealth({
      database: () => Promise.resolve(),
      redis: () => Promise.reject(new Error('away')),
      silent: () => new Promise(() => undefined),
    }),
  )
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  atTheEnd(() => void server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const began = performance.now()
  const answer = await fetch(`${base}/readyz`)
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, degraded: ['redis', 'silent'] }])
  expect(performance.now() - began).toBeLessThan(3000)
  expect((await fetch(`${base}/healthz`)).status).toBe(200)
})
