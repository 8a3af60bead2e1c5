import { z } from 'zod'
import type { ChannelId } from '../base/channels.ts'
import { canonicalJson, sha256Hex } from '../base/digest.ts'
import { ActivityId, Digest, EpochMs, IssueId, Uuid } from '../base/ids.ts'
import { Ballot, type Weighted } from '../ballots/index.ts'
import type { Groups, Profile } from '../base/profile.ts'
import { methodIds, methodOf, Parameters, type MethodId } from '../methods/index.ts'
import { Original, TaskCause } from '../plan/priority-task.ts'
import type { ChannelSettings } from './by-channel.ts'
import { byChannel, ChannelPart, Combined, paperBallots, PoolPart, sumOfPaper } from './by-channel.ts'
import { fieldsOf } from './fields.ts'
import type { PaperTally } from './paper.ts'
import { Representation, representationOf } from './representation.ts'
import { tieRules, type TieRule } from './tie-rule.ts'

export { fieldsOf } from './fields.ts'

const Count = z.int().min(0)

/** One item of a vote as it stood when the vote was opened: later edits of the issue do not reach it. */
export const Candidate = z.strictObject({
  id: IssueId,
  title: z.string(),
  fieldId: Uuid.nullable(),
  /** what residents wrote, the merged ones among them */
  originals: z.array(Original),
  /** words of a discussion that it grew from, in the order of speech; absent where there are none */
  quotes: z.array(z.string()).optional(),
  /** what the room had found to be behind it; absent where nobody had looked */
  causes: z.array(TaskCause).optional(),
  /** how many others said, while issues were collected, that they want the same; absent: nobody */
  supports: z.int().min(1).optional(),
})
export type Candidate = z.infer<typeof Candidate>

/** A vote's rule in words, as the hall read it before the vote opened. */
export const RuleCard = z.strictObject({ ko: z.string(), en: z.string() })
export type RuleCard = z.infer<typeof RuleCard>

/** What a vote can be about; issues, and groups of them, become priority tasks. */
export const subjects = ['issues', 'options', 'groups', 'causes'] as const

/**
 * A vote that has been closed, counted and fixed. It never changes; a correction is a new result. It reads as an input
 * of the recount (`method`, `options`, `candidates`, `ballots`), with what the plan needs to know beside it.
 */
export const SealedResult = z.strictObject({
  format: z.literal('madang-result'),
  version: z.literal(1),
  session: z.strictObject({ id: Uuid, title: z.string(), heldAt: z.string().nullable() }),
  activity: z.strictObject({ id: ActivityId, title: z.string() }),
  /** absent: issues */
  subject: z.enum(subjects).optional(),
  closedAt: EpochMs,
  /** seats taken when the vote was closed, and paper ballots that were handed in; ballots are never more */
  checkIns: Count,
  method: z.enum(methodIds),
  options: Parameters,
  /** how many go on, and what happens where a tie lies across that line; absent in results from before these were fixed */
  topK: z.int().min(1).nullable().optional(),
  tieRule: z.enum(tieRules).optional(),
  /** of the draw, published before the vote was opened */
  seed: z.string().nullable().optional(),
  ruleCard: RuleCard.optional(),
  candidates: z.array(IssueId),
  items: z.array(Candidate),
  /** equal ballots are one entry with their number as weight, in the order of their canonical text */
  ballots: z.array(z.intersection(Ballot, z.object({ weight: z.int().min(1) }))),
  /** hashes of the ids under which the counted ballots were sent, sorted: a phone finds its own, and nothing about it */
  receipts: z.array(z.string().regex(/^[0-9a-f]{32}$/)),
  accepted: Count,
  rejected: Count,
  blank: Count,
  scores: z.record(IssueId, z.number()),
  votersPerItem: z.record(IssueId, Count),
  /** what else led to the ranking, by the names of the recount format; absent where there is nothing else */
  figures: z.record(z.string(), z.unknown()).optional(),
  ranking: z.array(z.array(IssueId)),
  /** how many came which way; absent: all through phones in the hall */
  channels: z.array(ChannelPart).optional(),
  /** the same with what each item got, where five people or more came one way; smaller channels are counted together */
  pools: z.array(PoolPart).optional(),
  /** counted paper among the ballots, which has no receipts */
  paper: z.strictObject({ batches: Count, ballots: Count, blank: Count, invalid: Count }).optional(),
  /** people in the room, as somebody counted them */
  present: Count.optional(),
  /** with weights: the order that goes on; `ranking` is that of one person, one vote */
  combined: Combined.optional(),
  /** who voted, against the district's population */
  representation: z.array(Representation).optional(),
  /** digest of the session's result before this one: a chain */
  previous: Digest.nullable(),
  /** of a vote that was held again: digest of the round before, which stays on record */
  roundOf: Digest.optional(),
})
export type SealedResult = z.infer<typeof SealedResult>

/** Who was there when a vote was closed. */
export interface Attendance {
  checkIns: number
  /** seats by channel */
  seats: Partial<Record<ChannelId, number>>
  /** people by what they told of themselves; who told nothing is in none */
  groupsPresent: { groups: Groups; people: number }[]
}

/** One sealed result in a list of a plan's. */
export const PlanResult = z.strictObject({
  digest: Digest,
  title: z.string(),
  sessionTitle: z.string(),
  /** ISO 8601 with offset */
  closedAt: z.iso.datetime({ offset: true }),
})
export type PlanResult = z.infer<typeof PlanResult>

/** What a closed vote hands to the seal. */
export interface ClosedVote extends Omit<Partial<Attendance>, 'checkIns'> {
  session: SealedResult['session']
  activity: SealedResult['activity']
  subject?: SealedResult['subject']
  closedAt: number
  checkIns: number
  method: MethodId
  parameters: Parameters
  topK?: number | null | undefined
  tieRule?: TieRule | undefined
  seed?: string | null | undefined
  ruleCard?: RuleCard | undefined
  channels?: ChannelSettings | undefined
  /** bundles of paper that two people counted alike */
  paper?: readonly PaperTally[] | undefined
  /** people in the room, as somebody counted them */
  present?: number | null | undefined
  profile?: Profile | undefined
  candidates: readonly Candidate[]
  previous: string | null
  roundOf?: string | undefined
}

/**
 * A ballot as the store hands it out at the seal: without its slot, with the id of the command that brought it. It came
 * from a phone in the hall and from somebody who told nothing where nothing is said.
 */
export interface CastBallot {
  ballot: Ballot
  /** null: paper, counted by hand */
  commandId: string | null
  channel?: ChannelId
  groups?: Groups
}

/** The published trace of a counted ballot: SHA-256 of the command's id, its first 32 hex characters. */
export const receiptOf = (commandId: string): string => sha256Hex(commandId).slice(0, 32)

/** A sealed result as it is kept: its canonical text (RFC 8785) and the SHA-256 of that text. */
export interface Seal {
  result: SealedResult
  text: string
  digest: string
}

/**
 * Seal a closed vote: the same vote and the same ballots, in whatever order, give the same bytes. Ballots are checked
 * again by the method's rule; one that breaks it is refused whole and counted in `rejected`.
 */
export function seal(vote: ClosedVote, given: readonly CastBallot[]): Seal {
  const method = methodOf(vote.method)
  const ids = vote.candidates.map((candidate) => candidate.id)
  const slips = paperBallots(vote, ids)
  const paper = sumOfPaper(vote.paper ?? [])
  const cast = [...given, ...slips]
  const weighted = weigh(cast.map(({ ballot }) => ballot))
  const tally = method.tally(weighted, ids, vote.parameters, fieldsOf(vote.candidates))
  const result: SealedResult = {
    format: 'madang-result',
    version: 1,
    session: vote.session,
    activity: vote.activity,
    ...(vote.subject && { subject: vote.subject }),
    closedAt: vote.closedAt,
    checkIns: vote.checkIns + slips.length + paper.invalid,
    method: vote.method,
    options: vote.parameters,
    topK: vote.topK ?? null,
    tieRule: vote.tieRule ?? 'both-go-on',
    seed: vote.seed ?? null,
    ...(vote.ruleCard && { ruleCard: vote.ruleCard }),
    candidates: ids,
    items: [...vote.candidates],
    ballots: weighted,
    receipts: given.flatMap(({ commandId }) => (commandId === null ? [] : [receiptOf(commandId)])).sort(),
    accepted: tally.accepted,
    rejected: tally.rejected,
    blank: tally.blank,
    scores: tally.scores,
    votersPerItem: tally.votersPerItem,
    ...(tally.figures && { figures: tally.figures }),
    ranking: tally.ranking,
    ...byChannel(vote, cast, weighted),
    ...(paper.batches > 0 && { paper }),
    ...(typeof vote.present === 'number' && { present: vote.present }),
    ...representationOf(vote, cast),
    previous: vote.previous,
    ...(vote.roundOf && { roundOf: vote.roundOf }),
  }
  const text = canonicalJson(result)
  return { result, text, digest: sha256Hex(text) }
}

function weigh(ballots: readonly Ballot[]): Weighted<Ballot>[] {
  const counts = new Map<string, number>()
  for (const ballot of ballots) {
    const text = canonicalJson(ballot)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, weight]) => ({ weight, ...(JSON.parse(text) as Ballot) }))
}
