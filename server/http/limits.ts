import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'

/**
 * Limits that count failures only: a hall is one address, and who knows the code or the password is never kept waiting
 * by those who do not. While the store is away each process counts for itself.
 */
export class Limits {
  readonly #codesByAddress: RateLimiterAbstract
  readonly #codes: RateLimiterAbstract
  readonly #tickets: RateLimiterAbstract
  readonly #passwords: RateLimiterAbstract

  /** `store`: a connection to Redis, as the library takes it */
  constructor(store: object) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterRedis({
        storeClient: store,
        keyPrefix: `madang:limit:${keyPrefix}`,
        points,
        duration,
        insuranceLimiter: new RateLimiterMemory({ points, duration }),
      })
    this.#codesByAddress = limiter('code', 20, 60)
    this.#codes = limiter('codes', 100, 60)
    this.#tickets = limiter('ticket', 5, 60)
    this.#passwords = limiter('password', 10, 60)
  }

  /** May this address try a code now? */
  async mayTryCode(address: string): Promise<boolean> {
    return (await isBelow(this.#codesByAddress, address)) && (await isBelow(this.#codes, 'all'))
  }

  async codeWasWrong(address: string): Promise<void> {
    await Promise.all([count(this.#codesByAddress, address), count(this.#codes, 'all')])
  }

  /** May this address try a ticket now? */
  mayTryTicket(address: string): Promise<boolean> {
    return isBelow(this.#tickets, address)
  }

  async ticketWasWrong(address: string): Promise<void> {
    await count(this.#tickets, address)
  }

  /** Counts the try before it is made, so that many at once are not more than many in a row. */
  tryPassword(email: string): Promise<boolean> {
    return count(this.#passwords, email)
  }

  /** It was right, or nobody could look at it: the try is given back. */
  async passwordWasNoGuess(email: string): Promise<void> {
    await this.#passwords.reward(email)
  }
}

async function isBelow(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  const counted = await limiter.get(key)
  return counted === null || counted.remainingPoints > 0
}

/** False when the limit is passed. */
async function count(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false
    throw reason
  }
}
