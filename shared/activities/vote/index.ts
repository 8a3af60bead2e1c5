import { z } from 'zod'
import { ChannelId } from '../../base/channels.ts'
import { ActivityId, IssueId, Uuid } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import type { Ballot } from '../../ballots/index.ts'
import { methodIds, methodOf, Parameters, type Tally } from '../../methods/index.ts'
import { ChannelPart, Combined, decisiveRanking, PoolPart } from '../../results/by-channel.ts'
import { Marks, markViews, type MarkView } from '../../results/marks.ts'
import { Representation } from '../../results/representation.ts'
import { ruleCard, type Rule } from '../../results/rule-card.ts'
import { scoreWords } from '../../results/score-words.ts'
import { fieldsOf, RuleCard, type Candidate } from '../../results/seal.ts'
import { SMALLEST_GROUP } from '../../results/small-groups.ts'
import { advance, drawnFrom, tieRules } from '../../results/tie-rule.ts'
import { choose } from '../causes/arrange.ts'
import { causeCandidates, causesOfCandidate } from '../causes/candidates.ts'
import type { CausesFact } from '../causes/facts.ts'
import { causesIn } from '../causes/graph.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import {
  detailOf,
  groupOf,
  shownMerged,
  supportsOf,
  titleOf,
  visibleIssues,
  type Issue,
  type Material,
} from '../material.ts'
import { quotesOf } from '../member-check/quotes.ts'
import type { RevealedResult } from '../present/pages.ts'
import { resultRows } from '../present/rows.ts'
import { voteCommands, type VoteCommand } from './commands.ts'
import { mostThatFit } from './largest-ballot.ts'
import type { Paper } from './paper.ts'
import { Picture, pictureOf } from './picture.ts'
import { isPoll, pollCard } from './poll.ts'
import { laterRound, withoutBefore, type LaterRound } from './rounds.ts'
import { Standing, standings } from './standings.ts'
import { Subject } from './subject.ts'
import { texts } from './texts.ts'

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

interface VoteFrame extends ActivityFrame {
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

/** Channels beside each other, as a revealed result shows them. */
const ShownPool = PoolPart.omit({ counts: true })
type ShownPool = z.infer<typeof ShownPool>

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

const Step = z.strictObject({
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
export type VoteStep = z.infer<typeof Step>

/** A vote by any method. Opening it freezes the rule and the candidates; closing it is final. */
export const vote = defineActivityKind<'vote', VoteActivity, VoteCommand, VoteFact, VoteStep, VoteStep>({
  kind: 'vote',
  texts,
  settings: VoteSettings,
  commands: voteCommands,
  facts: ['resultRevealed', 'resultShown'],
  begin: (frame, settings) => ({ ...frame, kind: 'vote', settings: VoteSettings.parse(settings), phase: 'prepared' }),
  open(activity, material, votes = []) {
    if (activity.phase !== 'prepared') return refuse('vote_closed')
    const later = laterRound(activity, votes)
    if (!later.ok) return later
    const frame = later.value ? roundFrame(activity, later.value) : frameOf(activity)
    const candidates = later.value?.candidates ?? candidatesOf(activity.settings.subject, material)
    if (candidates.length === 0) return refuse('no_candidates')
    const max = methodOf(activity.settings.method).mostCandidates ?? limits.candidatesPerVote
    if (candidates.length > max) return refuse('too_many_candidates', { max })
    const { method, parameters } = frame.settings
    const ids = candidates.map(({ id }) => id)
    const fitting = mostThatFit(method, ids, parameters)
    if (fitting < ids.length) return refuse('too_many_candidates', { max: fitting })
    const ready = methodOf(method).ready?.(ids, parameters)
    if (ready && !ready.ok) return ready
    return ok({ ...frame, phase: 'open', candidates, ruleCard: cardOf(frame.settings) })
  },
  close(activity, { at }) {
    if (activity.phase !== 'open') return refuse('activity_not_open')
    return ok({ ...activity, phase: 'closed', closedAt: at })
  },
  decide(command, activities, material): Outcome<VoteFact[]> {
    const activity = activities.find(({ id }) => id === command.activity)
    if (!activity) return refuse('activity_not_found')
    if (command.type === 'showOnResult') {
      if (activity.phase !== 'revealed') return refuse('vote_not_revealed')
      const { activity: id, show } = command
      return ok((activity.shown ?? null) === show ? [] : [{ type: 'resultShown', activity: id, show }])
    }
    if (activity.phase === 'revealed') return ok([])
    if (activity.phase !== 'sealed') return refuse('vote_not_sealed')
    const revealed = { ...activity, phase: 'revealed' as const, filed: false }
    const chosen = chosenCauses(revealed, material)
    return chosen.ok ? ok([{ type: 'resultRevealed', activity: revealed }, ...chosen.value]) : chosen
  },
  apply: (fact, material) => (fact.type === 'resultRevealed' ? revealedIn(fact.activity, material) : material),
  steps: { phone: Step, hall: Step },
  // A phone chooses while the vote is open; the hall looks at the list until the ranking takes its place.
  phone: (activity, material) =>
    stepOf(activity, material, { screen: 'phone', hasCandidates: activity.phase === 'open' }),
  hall: (activity, material) =>
    stepOf(activity, material, { screen: 'hall', hasCandidates: activity.phase !== 'revealed' }),
})

type Revealed = Extract<VoteActivity, { phase: 'revealed' }>

/** Where a vote on causes says how many go on, the reveal chooses them; else the facilitator does. */
function chosenCauses(activity: Revealed, material: Material): Outcome<CausesFact[]> {
  const on = activity.settings.subject?.of === 'causes' ? goesOn(activity) : null
  const causes = causesIn(material)
  return on
    ? choose(
        on.through.filter((id) => causes[id]?.withdrawn === false),
        true,
        material,
      )
    : ok([])
}

/** What comes after a vote can show its result, and goes by its order when it was about issues. */
function revealedIn(activity: VoteActivity, material: Material): Material {
  if (activity.phase !== 'revealed') return material
  const results = { ...material.results, [activity.id]: revealedResult(activity) }
  const isAboutIssues = (activity.settings.subject?.of ?? 'issues') === 'issues'
  return { ...material, results, ...(isAboutIssues && { ranked: activity.tally.ranking.flat() }) }
}

/** The rule in words, as it is read before the vote opens. */
export const cardOf = (settings: VoteSettings): RuleCard => (isPoll(settings) ? pollCard(settings) : ruleCard(settings))

/** May this ballot be cast into this vote now? The store asks again at the same instant that it writes. */
export function checkBallot(activity: VoteActivity, ballot: Ballot): Outcome<Ballot> {
  if (activity.phase === 'prepared') return refuse('activity_not_open')
  if (activity.phase !== 'open') return refuse('vote_closed')
  const ids = activity.candidates.map((candidate) => candidate.id)
  if ('before' in ballot && !activity.settings.parameters.before) return refuse('malformed')
  return methodOf(activity.settings.method).check(
    ballot,
    ids,
    activity.settings.parameters,
    fieldsOf(activity.candidates),
  )
}

/**
 * May it be said how much this vote's result can bear? Of fewer people than a group has, resampling says nothing; where
 * weights make the order, marks of one person, one vote would speak of another.
 */
export const canBeMarked = ({ tally, candidates }: Pick<Sealed, 'tally' | 'candidates'>): boolean =>
  tally.accepted >= SMALLEST_GROUP && candidates.length > 1 && !tally.combined

/** What sealing adds to a closed vote. */
export type SealedCount = Pick<
  Sealed,
  'checkIns' | 'digest' | 'tally' | 'channels' | 'pools' | 'present' | 'representation'
>

const frameOf = ({ id, title, minutes, kind, settings, roundOf }: VoteActivity): VoteFrame => ({
  id,
  title,
  minutes,
  kind,
  settings,
  ...(roundOf !== undefined && { roundOf }),
})

/** What a later presentation can show of it. */
const revealedResult = ({
  title,
  settings,
  tally,
  candidates,
}: Extract<VoteActivity, { phase: 'revealed' }>): RevealedResult => ({
  title,
  rows: resultRows(tally, settings, candidates),
})

const roundFrame = (activity: VoteActivity, { parameters, roundOf }: LaterRound): VoteFrame => ({
  ...frameOf(activity),
  roundOf,
  settings: { ...activity.settings, parameters },
})

function candidatesOf(subject: Subject | undefined, material: Material): Candidate[] {
  if (subject?.of === 'options') {
    return subject.options.map((title, n) => ({ id: `i${n + 1}`, title, fieldId: null, originals: [] }))
  }
  const only = subject?.only && new Set(subject.only)
  if (subject?.of === 'groups') return groupCandidates(material).filter(({ id }) => !only || only.has(id))
  if (subject?.of === 'causes') return causeCandidates(material, subject).filter(({ id }) => !only || only.has(id))
  return visibleIssues(material)
    .filter(({ id }) => !only || only.has(id))
    .map((issue) => issueCandidate(issue, material))
}

const issueCandidate = (issue: Issue, material: Material): Candidate => ({
  id: issue.id,
  title: titleOf(issue),
  fieldId: issue.placement.fieldId,
  originals: [issue, ...shownMerged(material, issue.id)].map((one) => ({
    issue: one.id,
    text: one.text,
    detail: detailOf(one),
  })),
  ...quotedIn([issue, ...shownMerged(material, issue.id)], material),
  ...supported(supportsOf(material, issue)),
  ...causesOfCandidate(material, issue.id),
})

/** A group is of the field that all of its issues have; what they say are its originals. */
function groupCandidates(material: Material): Candidate[] {
  const issues = visibleIssues(material)
  const groups = material.groups.flatMap(({ id, title }): Candidate[] => {
    const own = issues.filter(({ placement }) => placement.group === id).map((issue) => issueCandidate(issue, material))
    if (own.length === 0) return []
    const fields = new Set(own.map(({ fieldId }) => fieldId))
    const fieldId = fields.size === 1 ? own[0]!.fieldId : null
    const quotes = own.flatMap((one) => one.quotes ?? []).slice(0, limits.quotesPerCandidate)
    const supports = own.reduce((sum, one) => sum + (one.supports ?? 0), 0)
    const originals = own.flatMap((one) => one.originals)
    return [{ id, title, fieldId, originals, ...(quotes.length > 0 && { quotes }), ...supported(supports) }]
  })
  const single = issues.filter((issue) => groupOf(material, issue) === null)
  return [...groups, ...single.map((issue) => issueCandidate(issue, material))]
}

function quotedIn(issues: readonly Issue[], material: Material): Pick<Candidate, 'quotes'> {
  const quotes = issues.flatMap((issue) => quotesOf(issue, material)).slice(0, limits.quotesPerCandidate)
  return quotes.length > 0 ? { quotes } : {}
}

/** What a vote is about: as it was frozen when it opened, or as it would be now. */
export const candidatesShown = (activity: VoteActivity, material: Material): readonly Candidate[] =>
  activity.phase === 'prepared' ? candidatesOf(activity.settings.subject, material) : activity.candidates

const supported = (supports: number) => (supports > 0 ? { supports } : {})

function stepOf(
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

function goesOn({ settings, tally, digest }: Revealed) {
  const { topK, tieRule = 'both-go-on', seed } = settings
  const drawn = drawnFrom(seed, digest.slice(0, CHECK_LETTERS))
  return topK ? advance(decisiveRanking(tally), topK, tieRule, drawn) : null
}

/** Phones say the marks in words; what each rule makes of the ballots is drawn on the projector alone, when it is asked for. */
function honestPart(activity: Revealed, screen: 'phone' | 'hall') {
  if (!canBeMarked(activity)) return null
  const { shown = null, marks = null } = activity
  const hasRules = screen === 'hall' && shown === 'robustness'
  const hasOtherRules = (marks?.rules.length ?? 0) > 1
  return { shown, hasOtherRules, marks: marks && { ...marks, ...(!hasRules && { rules: [], ranks: {} }) } }
}

function resultOf(activity: Revealed) {
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
