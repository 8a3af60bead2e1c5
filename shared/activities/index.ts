import { z } from 'zod'
import { ActivityId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { Outcome } from '../base/outcome.ts'
import { CausesSettings, type CausesActivity } from './causes/activity.ts'
import { causesCommands, type CausesCommand } from './causes/commands.ts'
import type { CausesFact } from './causes/facts.ts'
import { causes } from './causes/index.ts'
import { breakKind, BreakSettings, type BreakActivity } from './break/index.ts'
import { collectCommands, type CollectCommand } from './collect/commands.ts'
import type { CollectFact } from './collect/decide.ts'
import { CollectSettings, type CollectActivity } from './collect/activity.ts'
import { collect } from './collect/index.ts'
import { groupCommands, type GroupCommand } from './group/commands.ts'
import type { GroupFact } from './group/decide.ts'
import { coding, CodingSettings, type CodingActivity } from './coding/index.ts'
import { codingCommands, type CodingCommand } from './coding/commands.ts'
import type { CodingFact } from './coding/decide.ts'
import { DiscussSettings, type DiscussActivity } from './discuss/activity.ts'
import { discussCommands, type DiscussCommand } from './discuss/commands.ts'
import type { DiscussFact } from './discuss/decide.ts'
import { discuss } from './discuss/index.ts'
import { group, GroupSettings, type GroupActivity } from './group/index.ts'
import type { ActivityFrame, ActivityKind } from './kind.ts'
import type { Context, Material } from './material.ts'
import { memberCheckCommands, type MemberCheckCommand } from './member-check/commands.ts'
import {
  memberCheck,
  MemberCheckSettings,
  type MemberCheckActivity,
  type MemberCheckFact,
} from './member-check/index.ts'
import {
  present,
  PresentSettings,
  TurnPage,
  type PresentActivity,
  type PresentCommand,
  type PresentFact,
} from './present/index.ts'
import { voteCommands, type VoteCommand } from './vote/commands.ts'
import { vote } from './vote/index.ts'
import { VoteSettings } from './vote/settings.ts'
import type { VoteActivity, VoteFact } from './vote/activity.ts'
import { WordsSettings, type WordsActivity } from './words/activity.ts'
import { wordsCommands, type WordsCommand } from './words/commands.ts'
import type { WordsFact } from './words/decide.ts'
import { words } from './words/index.ts'

/** Every kind of activity. A new one is a folder and its lines here. */
export const activityKinds = {
  collect,
  group,
  causes,
  discuss,
  coding,
  memberCheck,
  vote,
  words,
  present,
  break: breakKind,
} as const
export type KindId = keyof typeof activityKinds
export const kindIds = Object.keys(activityKinds) as [KindId, ...KindId[]]

export type Activity =
  | CollectActivity
  | GroupActivity
  | CausesActivity
  | DiscussActivity
  | CodingActivity
  | MemberCheckActivity
  | VoteActivity
  | BreakActivity
  | WordsActivity
  | PresentActivity
export type ActivityFact =
  CollectFact | GroupFact | CausesFact | DiscussFact | CodingFact | MemberCheckFact | VoteFact | WordsFact | PresentFact
export type ActivityCommand =
  | CollectCommand
  | GroupCommand
  | CausesCommand
  | DiscussCommand
  | CodingCommand
  | MemberCheckCommand
  | VoteCommand
  | WordsCommand
  | PresentCommand
export const activityCommands = [
  ...collectCommands,
  ...groupCommands,
  ...causesCommands,
  ...discussCommands,
  ...codingCommands,
  ...memberCheckCommands,
  ...voteCommands,
  ...wordsCommands,
  TurnPage,
] as const

const frame = {
  id: ActivityId,
  title: z.string().trim().min(1).max(limits.title),
  minutes: z.int().min(1).max(600),
}
/** One entry of a running order (진행순서) as it is prepared. */
export const AgendaItem = z.discriminatedUnion('kind', [
  z.strictObject({ ...frame, kind: z.literal('collect'), settings: CollectSettings }),
  z.strictObject({ ...frame, kind: z.literal('group'), settings: GroupSettings }),
  z.strictObject({ ...frame, kind: z.literal('discuss'), settings: DiscussSettings }),
  z.strictObject({ ...frame, kind: z.literal('coding'), settings: CodingSettings }),
  z.strictObject({ ...frame, kind: z.literal('memberCheck'), settings: MemberCheckSettings }),
  z.strictObject({ ...frame, kind: z.literal('causes'), settings: CausesSettings }),
  z.strictObject({ ...frame, kind: z.literal('vote'), settings: VoteSettings }),
  z.strictObject({ ...frame, kind: z.literal('break'), settings: BreakSettings }),
  z.strictObject({ ...frame, kind: z.literal('words'), settings: WordsSettings }),
  z.strictObject({ ...frame, kind: z.literal('present'), settings: PresentSettings }),
])
export type AgendaItem = z.output<typeof AgendaItem>

export const PhoneStep = z.discriminatedUnion('kind', [
  collect.steps.phone,
  group.steps.phone,
  discuss.steps.phone,
  coding.steps.phone,
  memberCheck.steps.phone,
  causes.steps.phone,
  vote.steps.phone,
  breakKind.steps.phone,
  words.steps.phone,
  present.steps.phone,
] as never) as z.ZodType<PhoneStep>
export const HallStep = z.discriminatedUnion('kind', [
  collect.steps.hall,
  group.steps.hall,
  discuss.steps.hall,
  coding.steps.hall,
  memberCheck.steps.hall,
  causes.steps.hall,
  vote.steps.hall,
  breakKind.steps.hall,
  words.steps.hall,
  present.steps.hall,
] as never) as z.ZodType<HallStep>
export type PhoneStep = ReturnType<(typeof activityKinds)[KindId]['phone']>
export type HallStep = ReturnType<(typeof activityKinds)[KindId]['hall']>

/* Each function of a kind takes that kind's own activities, commands and facts; the lookups below keep the pairs right. */
type AnyKind = ActivityKind<KindId, Activity, ActivityCommand, ActivityFact, PhoneStep, HallStep>
const kinds = Object.values(activityKinds) as unknown as AnyKind[]
const kindOf = (id: KindId): AnyKind => activityKinds[id]

const kindByCommand = new Map(kinds.flatMap((kind) => kind.commands.map((schema) => [typeOf(schema), kind] as const)))
const kindByFact = new Map(kinds.flatMap((kind) => kind.facts.map((type) => [type, kind] as const)))

function typeOf(schema: z.ZodType): string {
  const shape = (schema as z.ZodObject<{ type: z.ZodLiteral<string> }>).shape
  return shape.type.value
}

export const beginActivity = (item: AgendaItem): Activity => {
  const { kind, settings, ...activityFrame } = item
  return kindOf(kind).begin(activityFrame satisfies ActivityFrame, settings)
}
export const openActivity = (
  activity: Activity,
  material: Material,
  activities: readonly Activity[] = [],
): Outcome<Activity> =>
  kindOf(activity.kind).open(
    activity,
    material,
    activities.filter(({ kind }) => kind === activity.kind),
  )
export const closeActivity = (activity: Activity, context: Context): Outcome<Activity> =>
  kindOf(activity.kind).close(activity, context)
export const phoneStep = (activity: Activity, material: Material): PhoneStep =>
  kindOf(activity.kind).phone(activity, material)
export const hallStep = (activity: Activity, material: Material): HallStep =>
  kindOf(activity.kind).hall(activity, material)

/** Ask the kind that a command belongs to, with the session's activities of that kind. */
export function decideActivity(
  command: ActivityCommand,
  activities: readonly Activity[],
  material: Material,
  context: Context,
): Outcome<ActivityFact[]> {
  const kind = kindByCommand.get(command.type)
  if (!kind) throw new Error(`no kind of activity knows the command ${command.type}`)
  const own = activities.filter((activity) => activity.kind === kind.kind)
  return kind.decide(command, own, material, context)
}

export const applyActivityFact = (fact: ActivityFact, material: Material): Material =>
  kindByFact.get(fact.type)?.apply(fact, material) ?? material
