import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 192 bits, URL-safe: for keys and tokens that must not be guessed. */
export const newSecret = (): string => randomBytes(24).toString('base64url')

/** SHA-256 of a secret, base64url: what is stored instead of it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The place of one participant's ballot in one vote. Without the vote's key nobody can tell whose it is. */
export const slotOf = (voteKey: string, seatToken: string): string =>
  createHmac('sha256', voteKey).update(seatToken).digest('base64url')
