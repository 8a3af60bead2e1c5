import { hash, verify } from '@node-rs/argon2'
import { newToken } from './secrets.ts'

/* OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane (33 to 70 ms here). The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/* Each takes 19 MiB and a thread: a crowd of them would starve the hall. Who comes later is told to come again. */
const AT_ONCE = 16

let underWay = 0
/** Verified when the account is unknown, so that the answer takes as long as if it were known. */
let dummy: Promise<string> | undefined

/** Null: too many at once. */
export const hashPassword = (password: string): Promise<string | null> => inTurn(() => hash(prepared(password), cost))

/** `stored` undefined: nobody's password, false after the usual time. Null: too many at once. */
export function verifyPassword(stored: string | undefined, password: string): Promise<boolean | null> {
  return inTurn(async () => {
    if (stored !== undefined) return verify(stored, prepared(password))
    dummy ??= hash(newToken(), cost)
    await verify(await dummy, prepared(password))
    return false
  })
}

/** The same letters typed on a Mac and on Windows are different code points. */
const prepared = (password: string): string => password.normalize('NFKC')

async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (underWay >= AT_ONCE) return null
  underWay += 1
  try {
    return await work()
  } finally {
    underWay -= 1
  }
}
