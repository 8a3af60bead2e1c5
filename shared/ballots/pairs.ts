import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ItemName } from './shape.ts'

const pairsOf = (item: ItemName) => z.array(z.tuple([item, item])).max(limits.comparisonsPerVoter)

/** All answers of one person to "which of the two": winner first. `alike` has the pairs that were found equal. */
export const pairsShape = (item: ItemName) => ({ pairs: pairsOf(item), alike: pairsOf(item).optional() })
export const PairsBallot = z.strictObject(pairsShape(IssueId))
export type PairsBallot = z.infer<typeof PairsBallot>
