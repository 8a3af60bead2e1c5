import { z } from 'zod'
import { StickersBallot, stickersShape } from './stickers.ts'

/** Every shape that a ballot can have, for items of any naming; a method names the one that it reads. */
export const ballotShapes = { stickers: stickersShape } as const
export type BallotShape = keyof typeof ballotShapes

/** A ballot on the wire. */
export const Ballot = z.union([StickersBallot])
export type Ballot = z.infer<typeof Ballot>

/** Equal ballots of a sealed vote, as a count. */
export type Weighted<B> = B & { weight: number }
