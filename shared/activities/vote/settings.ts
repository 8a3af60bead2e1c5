import { z } from 'zod'
import { ChannelId } from '../../base/channels.ts'
import { ActivityId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { methodIds, methodOf, Parameters } from '../../methods/index.ts'
import { ruleCard, type Rule } from '../../results/rule-card.ts'
import { scoreWords } from '../../results/score-words.ts'
import type { RuleCard } from '../../results/seal.ts'
import { tieRules } from '../../results/tie-rule.ts'
import { isPoll, pollCard } from './poll.ts'
import { withoutBefore } from './rounds.ts'
import { Subject } from './subject.ts'

const Settings = z.strictObject({
  method: z.enum(methodIds).default('stickers'),
  parameters: Parameters.default({}),
  /** who votes, in the office's words; left out or empty: everybody who has joined */
  whoCounts: z.string().trim().max(limits.whoCounts).optional(),
  /** how many go on; left out or null: nothing but the ranking is asked for */
  topK: z.int().min(1).max(limits.candidatesPerVote).nullable().optional(),
  /** what happens where a tie lies across that line; left out: both go on */
  tieRule: z.enum(tieRules).optional(),
  /** of the draw, shown before the vote opens */
  seed: z.string().trim().min(1).max(limits.seed).nullable().optional(),
  /** left out: the issues that the room sees */
  subject: Subject.optional(),
  /** of a panel: the round before, whose figures this one shows; its result is revealed before this one opens */
  after: ActivityId.nullable().optional(),
  /** left out: no paper, and every ballot counts alike, whichever way it came */
  channels: z
    .strictObject({
      /** paper ballots are counted by hand and entered by two people; where a vote is no sum, slips are entered one by one */
      paper: z.boolean(),
      /** by channel, any proportion; one that is left out has none. null: every ballot counts alike */
      weights: z.partialRecord(ChannelId, z.number().min(0).max(1000)).nullable(),
    })
    .optional(),
})

export const VoteSettings = Settings.refine(({ tieRule, seed }) => tieRule !== 'draw' || Boolean(seed), {
  path: ['seed'],
  message: 'a draw has its seed published before',
}).transform((settings, context): Rule & { subject?: Subject | undefined; after?: string | null | undefined } => {
  const parsed = methodOf(settings.method).parameters.safeParse(settings.parameters)
  if (parsed.success && areWeightsFit(settings.channels?.weights, settings.method, parsed.data)) {
    return { ...settings, parameters: withoutBefore(parsed.data) }
  }
  if (parsed.success) {
    context.addIssue({ code: 'custom', path: ['channels', 'weights'], message: 'shares of this method have no sum' })
    return z.NEVER
  }
  for (const { path, message } of parsed.error.issues) {
    context.addIssue({ code: 'custom', path: ['parameters', ...path], message })
  }
  return z.NEVER
})
export type VoteSettings = z.output<typeof VoteSettings>

/** Channels are made into shares before they are weighted: only scores that are parts of a whole have any. */
const areWeightsFit = (
  weights: Partial<Record<ChannelId, number>> | null | undefined,
  method: Rule['method'],
  parameters: Parameters,
): boolean =>
  !weights ||
  (Object.values(weights).some((weight) => weight > 0) && Boolean(scoreWords(method, parameters).shareOfGiven))

/** The rule in words, as it is read before the vote opens. */
export const cardOf = (settings: VoteSettings): RuleCard => (isPoll(settings) ? pollCard(settings) : ruleCard(settings))
