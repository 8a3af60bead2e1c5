import { duelBalance } from '../common/majority.ts'
import type { Pairwise } from '../common/pairwise.ts'

/** Copeland's score by place in `candidates` (Copeland 1951): duels won less duels lost. */
export const copelandScores = (pairwise: Pairwise): number[] => duelBalance(pairwise)
