import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import type { RedisClient } from '../redis/connect.ts'

/**
 * Limits that count failures only: a hall is one address, and who knows the code or the password is never kept waiting
 * by those who do not. While the store is away each process counts for itself.
 */
export class Limits {
  readonly #codesByAddress: RateLimiterAbstract
  readonly #codes: RateLimiterAbstract
  readonly #passwords: RateLimiterAbstract

  constructor(redis: RedisClient) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `madang:limit:${keyPrefix}`,
        points,
        duration,
        insuranceLimiter: new RateLimiterMemory({ points, duration }),
      })
    this.#codesByAddress = limiter('code', 20, 60)
    this.#codes = limiter('codes', 100, 60)
    this.#passwords = limiter('password', 10, 60)
  }

  /** May this address try a code now? */
  async mayTryCode(address: string): Promise<boolean> {
    return (await isBelow(this.#codesByAddress, address)) && (await isBelow(this.#codes, 'all'))
  }

  async codeWasWrong(address: string): Promise<void> {
    await Promise.all([count(this.#codesByAddress, address), count(this.#codes, 'all')])
  }

  mayTryPassword(email: string): Promise<boolean> {
    return isBelow(this.#passwords, email)
  }

  passwordWasWrong(email: string): Promise<void> {
    return count(this.#passwords, email)
  }
}

async function isBelow(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  const counted = await limiter.get(key)
  return counted === null || counted.remainingPoints > 0
}

async function count(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
  }
}
