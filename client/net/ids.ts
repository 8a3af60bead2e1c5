import { nanoid } from 'nanoid'

/** Made with getRandomValues, which works on plain http too, where crypto.randomUUID is missing. */
export const newCommandId = (): string => nanoid()
/** The secret that opens a seat: 32 letters of 6 bits, 192 bits in all. */
export const newSeatToken = (): string => nanoid(32)
