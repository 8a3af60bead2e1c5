import { z } from 'zod'
import { ActivityId, IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { cleanText } from '../../base/text.ts'
import { defineActivityKind, type ActivityFrame } from '../kind.ts'
import { titleOf, visibleIssues, type Context, type Issue, type Material } from '../material.ts'
import { countChecks, isConfirmed, peopleIn, type Check } from './check.ts'
import { memberCheckCommands, type MemberCheckCommand } from './commands.ts'
import { quotesOf } from './quotes.ts'
import { texts } from './texts.ts'

export const MemberCheckSettings = z.strictObject({})

export interface MemberCheckActivity extends ActivityFrame {
  kind: 'memberCheck'
  settings: z.infer<typeof MemberCheckSettings>
  phase: 'prepared' | 'open' | 'closed'
}

export type MemberCheckFact = { type: 'issueChecked'; issue: IssueId; seat: string } & Check

/** As many of its quotes as a phone shows beside a candidate. */
const QUOTES_SHOWN = 3

const step = {
  kind: z.literal('memberCheck'),
  activity: ActivityId,
  title: z.string(),
  phase: z.enum(['prepared', 'open', 'closed']),
}
const candidate = { id: IssueId, title: z.string(), detail: z.string() }
const PhoneStep = z.strictObject({
  ...step,
  /** `quotes`: what was said, in its words, without who said it */
  candidates: z.array(z.strictObject({ ...candidate, quotes: z.array(z.string()) })),
})
const HallStep = z.strictObject({
  ...step,
  candidates: z.array(z.strictObject({ ...candidate, isConfirmed: z.boolean().nullable() })),
  /** people who have answered */
  people: z.int().min(0),
})

/** Before they leave, participants confirm or correct what was made of their words. It can be opened again. */
export const memberCheck = defineActivityKind<
  'memberCheck',
  MemberCheckActivity,
  MemberCheckCommand,
  MemberCheckFact,
  z.infer<typeof PhoneStep>,
  z.infer<typeof HallStep>
>({
  kind: 'memberCheck',
  texts,
  settings: MemberCheckSettings,
  commands: memberCheckCommands,
  facts: ['issueChecked'],
  begin: (frame, settings) => ({
    ...frame,
    kind: 'memberCheck',
    settings: MemberCheckSettings.parse(settings),
    phase: 'prepared',
  }),
  open: (activity) => ok({ ...activity, phase: 'open' }),
  close: (activity) => ok({ ...activity, phase: 'closed' }),
  decide,
  apply({ issue, seat, answer, correction }, material) {
    const own = { ...material.checks[issue], [seat]: { answer, correction } }
    return { ...material, checks: { ...material.checks, [issue]: own } }
  },
  steps: { phone: PhoneStep, hall: HallStep },
  phone: ({ id, title, phase }, material) => ({
    kind: 'memberCheck',
    activity: id,
    title,
    phase,
    candidates: visibleIssues(material).map((issue) => ({
      ...shownOf(issue),
      quotes: quotesOf(issue, material).slice(0, QUOTES_SHOWN),
    })),
  }),
  // The hall sees no verdict while people are still writing theirs.
  hall: ({ id, title, phase }, material) => ({
    kind: 'memberCheck',
    activity: id,
    title,
    phase,
    candidates: visibleIssues(material).map((issue) => ({
      ...shownOf(issue),
      isConfirmed: phase === 'closed' ? isConfirmed(countChecks(material.checks[issue.id])) : null,
    })),
    people: peopleIn(material.checks),
  }),
})

function decide(
  command: MemberCheckCommand,
  activities: readonly MemberCheckActivity[],
  material: Material,
  { actor }: Context,
): Outcome<MemberCheckFact[]> {
  const activity = activities.find(({ id }) => id === command.activity)
  if (!activity) return refuse('activity_not_found')
  if (actor.role !== 'participant') return refuse('forbidden')
  if (activity.phase !== 'open') return refuse('activity_not_open')
  const { issue, answer } = command
  if (!visibleIssues(material).some(({ id }) => id === issue)) return refuse('issue_not_found')
  const clean = cleanText(command.correction, limits.issueText)
  if (!clean.ok && clean.refusal !== 'text_empty') return clean
  const correction = clean.ok && answer !== 'right' ? clean.value : ''
  const before = material.checks[issue]?.[actor.seat]
  if (before?.answer === answer && before.correction === correction) return ok([])
  return ok([{ type: 'issueChecked', issue, seat: actor.seat, answer, correction }])
}

const shownOf = (issue: Issue) => ({ id: issue.id, title: titleOf(issue), detail: issue.detail })
