import { z } from 'zod'
import { StickersBallot } from './stickers.ts'

/** Every shape that a ballot can have on the wire; a method names the one that it reads. */
export const ballotShapes = { stickers: StickersBallot } as const
export type BallotShape = keyof typeof ballotShapes

export const Ballot = z.union([StickersBallot])
export type Ballot = z.infer<typeof Ballot>

/** Equal ballots of a sealed vote, as a count. */
export type Weighted<B> = B & { weight: number }
