import type { z } from 'zod'
import type { Tally } from '../../methods/index.ts'
import { PoolPart, type ChannelPart, type Combined } from '../../results/by-channel.ts'
import type { Marks, MarkView } from '../../results/marks.ts'
import type { Representation } from '../../results/representation.ts'
import type { Candidate, RuleCard } from '../../results/seal.ts'
import { SMALLEST_GROUP } from '../../results/small-groups.ts'
import type { CausesFact } from '../causes/facts.ts'
import type { ActivityFrame } from '../kind.ts'
import type { Paper } from './paper.ts'
import type { VoteSettings } from './settings.ts'

export interface VoteFrame extends ActivityFrame {
  kind: 'vote'
  settings: VoteSettings
}
interface Opened {
  candidates: Candidate[]
  /** the rule in words, as the hall read it when the vote was opened; a vote opened by the release before has none */
  ruleCard?: RuleCard
  /** counted paper ballots, in votes that take them */
  paper?: Paper
}
interface Closed extends Opened {
  /** epoch ms */
  closedAt: number
}
interface Sealed extends Closed {
  /** seats taken when the vote was closed */
  checkIns: number
  digest: string
  tally: Tally & { combined?: Combined | undefined }
  /** how many came which way, and people in the room; left out where there is nothing to tell */
  channels?: ChannelPart[] | undefined
  pools?: ShownPool[] | undefined
  present?: number | undefined
  representation?: Representation[] | undefined
  /** found a moment after the seal; absent until then */
  marks?: Marks
}
/** prepared → open → closed → sealed → revealed, and never back. `filed`: the result is in the priority-task list. */
export type VoteActivity = VoteFrame &
  (
    | { phase: 'prepared' }
    | ({ phase: 'open' } & Opened)
    | ({ phase: 'closed' } & Closed)
    | ({ phase: 'sealed' } & Sealed)
    | ({ phase: 'revealed'; filed: boolean; shown?: MarkView | null } & Sealed)
  )

export type VoteFact =
  | { type: 'resultRevealed'; activity: VoteActivity }
  | { type: 'resultShown'; activity: string; show: MarkView | null }
  | CausesFact

export type RevealedVote = Extract<VoteActivity, { phase: 'revealed' }>

/** Channels beside each other, as a revealed result shows them. */
export const ShownPool = PoolPart.omit({ counts: true })
type ShownPool = z.infer<typeof ShownPool>

/** What sealing adds to a closed vote. */
export type SealedCount = Pick<
  Sealed,
  'checkIns' | 'digest' | 'tally' | 'channels' | 'pools' | 'present' | 'representation'
>

/**
 * May it be said how much this vote's result can bear? Of fewer people than a group has, resampling says nothing; where
 * weights make the order, marks of one person, one vote would speak of another.
 */
export const canBeMarked = ({ tally, candidates }: Pick<Sealed, 'tally' | 'candidates'>): boolean =>
  tally.accepted >= SMALLEST_GROUP && candidates.length > 1 && !tally.combined
