import { createHash, createHmac } from 'node:crypto'
import { nanoid } from 'nanoid'

/** 43 characters of the URL-safe alphabet: 258 bits. */
export const newToken = (): string => nanoid(43)

/** SHA-256, base64url: what is stored instead of a secret. No salt: a secret of 258 bits is in no dictionary. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/**
 * A secret that the same command of the same signed-in browser gets again: so it need not be kept to be told twice.
 * Nobody can make it who does not hold the cookie's own secret.
 */
export const derivedToken = (from: string, purpose: string, commandId: string): string =>
  createHmac('sha256', from).update(`${purpose} ${commandId}`).digest('base64url')
