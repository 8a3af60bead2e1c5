import { expect, it } from 'vitest'
import { atTheEnd, startRedis } from '../../test/harness/services.ts'
import { createLog } from '../log.ts'
import { connectVotePath, untilReady } from '../redis/connect.ts'
import { Limits } from './limits.ts'

async function openLimits() {
  const server = await startRedis()
  const redis = connectVotePath(server.path, createLog('silent', 'test'))
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
  return { server, limits: new Limits(redis) }
}

it('[HTTP-8] a hundred wrong codes a minute in all, from wherever they come', async () => {
  const { limits } = await openLimits()
  for (let n = 0; n < 100; n += 1) {
    const address = `192.0.2.${n}`
    expect(await limits.mayTryCode(address)).toBe(true)
    await limits.codeWasWrong(address)
  }
  expect(await limits.mayTryCode('198.51.100.1')).toBe(false)
})

it('[HTTP-8] trying codes costs nothing while they are right', async () => {
  const { limits } = await openLimits()
  for (let n = 0; n < 300; n += 1) expect(await limits.mayTryCode('192.0.2.1')).toBe(true)
})

it('[HTTP-9] while Redis is away the process counts for itself: guessing stays limited, nobody is locked out', async () => {
  const { server, limits } = await openLimits()
  await server.kill()
  for (let n = 0; n < 10; n += 1) expect(await limits.tryPassword('kim@example.kr')).toBe(true)
  expect(await limits.tryPassword('kim@example.kr')).toBe(false)
  expect(await limits.tryPassword('lee@example.kr')).toBe(true)
  for (let n = 0; n < 20; n += 1) {
    expect(await limits.mayTryCode('192.0.2.1')).toBe(true)
    await limits.codeWasWrong('192.0.2.1')
  }
  expect(await limits.mayTryCode('192.0.2.1')).toBe(false)
  expect(await limits.mayTryCode('192.0.2.2')).toBe(true)
})
