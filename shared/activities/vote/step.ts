import { z } from 'zod'
import { ActivityId, IssueId, Uuid } from '../../base/ids.ts'
import { methodIds, Parameters } from '../../methods/index.ts'
import { ChannelPart, Combined, decisiveRanking } from '../../results/by-channel.ts'
import { Marks, markViews } from '../../results/marks.ts'
import { Representation } from '../../results/representation.ts'
import { RuleCard } from '../../results/seal.ts'
import { advance, drawnFrom } from '../../results/tie-rule.ts'
import type { Material } from '../material.ts'
import { canBeMarked, ShownPool, type RevealedVote, type VoteActivity } from './activity.ts'
import { candidatesShown } from './candidates.ts'
import { Picture, pictureOf } from './picture.ts'
import { isPoll } from './poll.ts'
import { cardOf } from './settings.ts'
import { Standing, standings } from './standings.ts'

/** Letters of a digest that stand in the minutes, and that a draw goes by. */
const CHECK_LETTERS = 12

const GoesOn = z.strictObject({
  places: z.int(),
  through: z.array(IssueId),
  tied: z.array(IssueId),
  then: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('nothing') }),
    z.strictObject({ kind: z.literal('run-off'), among: z.array(IssueId), places: z.int() }),
    z.strictObject({
      kind: z.literal('draw'),
      seed: z.string(),
      lots: z.array(z.strictObject({ id: IssueId, lot: z.string() })),
    }),
    z.strictObject({ kind: z.literal('both-go-on'), more: z.int() }),
  ]),
})

/** A vote as a screen sees it: never a standing before the reveal. */
export const VoteStep = z.strictObject({
  kind: z.literal('vote'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed', 'sealed', 'revealed']),
  method: z.enum(methodIds),
  parameters: Parameters,
  /** of a panel’s later round: the round before, whose figures are in `parameters.before` */
  after: ActivityId.optional(),
  topK: z.int().nullable(),
  /** a quick poll: its items are answers that were written beforehand, no issues */
  isPoll: z.boolean(),
  /** what the lowest and the highest point of the scale mean; null: nothing is said of them */
  ends: z.tuple([z.string(), z.string()]).nullable(),
  /** paper ballots are counted with the others */
  takesPaper: z.boolean(),
  /** who votes, how it is counted, and what a tie means: as it will be, and frozen once the vote is open */
  ruleCard: RuleCard,
  /** empty where the screen has no use for them */
  candidates: z.array(z.strictObject({ id: IssueId, title: z.string(), fieldId: Uuid.nullable() })),
  /** only after the reveal */
  result: z
    .strictObject({
      standings: z.array(Standing),
      accepted: z.int(),
      blank: z.int(),
      rejected: z.int(),
      checkIns: z.int(),
      /** the first 12 characters of the digest, as they go into the minutes */
      digest: z.string(),
      picture: Picture.nullable(),
      /** who goes on, where the vote asks for it, and what the tie rule made of a tie across the line */
      goesOn: GoesOn.nullable(),
      /** how many came which way, and what they gave; empty: all through phones in the hall */
      channels: z.array(ChannelPart),
      pools: z.array(ShownPool),
      /** people in the room, as somebody counted them */
      present: z.int().nullable(),
      /** with weights: what the standings go by; their scores are those of one person, one vote */
      combined: Combined.nullable(),
      representation: z.array(Representation),
      /** how much it can bear; null where too few voted, or there is nothing to compare */
      honest: z
        .strictObject({
          /** what the facilitator has put beside it */
          shown: z.enum(markViews).nullable(),
          /** these ballots can be counted by another rule than the vote's own */
          hasOtherRules: z.boolean(),
          /** null until they are found; `rules` and `ranks` are empty where nobody looks at them */
          marks: Marks.nullable(),
        })
        .nullable(),
    })
    .nullable(),
})
export type VoteStep = z.infer<typeof VoteStep>

export function stepOf(
  activity: VoteActivity,
  material: Material,
  { screen, hasCandidates }: { screen: 'phone' | 'hall'; hasCandidates: boolean },
): VoteStep {
  const { id, title, phase, settings } = activity
  const candidates = candidatesShown(activity, material)
  return {
    kind: 'vote',
    activity: id,
    title,
    phase,
    method: settings.method,
    parameters: settings.parameters,
    ...(settings.after && { after: settings.after }),
    topK: settings.topK ?? null,
    isPoll: isPoll(settings),
    ends: settings.subject?.of === 'options' ? (settings.subject.ends ?? null) : null,
    ruleCard: ('ruleCard' in activity && activity.ruleCard) || cardOf(settings),
    takesPaper: settings.channels?.paper ?? false,
    candidates: (hasCandidates ? candidates : []).map(({ id, title, fieldId }) => ({ id, title, fieldId })),
    result: activity.phase === 'revealed' ? { ...resultOf(activity), honest: honestPart(activity, screen) } : null,
  }
}

/** Who goes on, where the vote asks for it; null where it does not. */
export function goesOn({ settings, tally, digest }: RevealedVote) {
  const { topK, tieRule = 'both-go-on', seed } = settings
  const drawn = drawnFrom(seed, digest.slice(0, CHECK_LETTERS))
  return topK ? advance(decisiveRanking(tally), topK, tieRule, drawn) : null
}

/** Phones say the marks in words; what each rule makes of the ballots is drawn on the projector alone, when it is asked for. */
function honestPart(activity: RevealedVote, screen: 'phone' | 'hall') {
  if (!canBeMarked(activity)) return null
  const { shown = null, marks = null } = activity
  const hasRules = screen === 'hall' && shown === 'robustness'
  const hasOtherRules = (marks?.rules.length ?? 0) > 1
  return { shown, hasOtherRules, marks: marks && { ...marks, ...(!hasRules && { rules: [], ranks: {} }) } }
}

function resultOf(activity: RevealedVote) {
  const { settings, tally, candidates, checkIns, digest, present } = activity
  const { channels = [], pools = [], representation = [] } = activity
  const { accepted, blank, rejected } = tally
  const { method, parameters } = settings
  return {
    standings: standings(tally, candidates, settings),
    ...{ accepted, blank, rejected, checkIns, channels, pools, representation },
    present: present ?? null,
    combined: tally.combined ?? null,
    digest: digest.slice(0, CHECK_LETTERS),
    picture: pictureOf(
      method,
      parameters,
      tally,
      candidates.map(({ id }) => id),
    ),
    goesOn: goesOn(activity),
  }
}
