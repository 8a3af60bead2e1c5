import { z } from 'zod'
import socialEconomy from './templates/social-economy.json' with { type: 'json' }

/** What kinds of session there are; the words on screen are in shared/i18n under `sessionKind.*`. */
export const SessionKind = z.enum(['workshop', 'fgi', 'townHall', 'forum', 'expertAdvice', 'smallMeeting'])
export type SessionKind = z.infer<typeof SessionKind>

/** The five stages that a plan goes through. */
export const StageKey = z.enum(['statusSurvey', 'agendaDiscovery', 'visionGoals', 'taskDevelopment', 'validityCheck'])
export type StageKey = z.infer<typeof StageKey>

export const StageTemplate = z.strictObject({
  key: StageKey,
  title: z.string(),
  /** as the document writes it: `'16.4~5월` */
  months: z.string(),
  methods: z.string(),
  takes: z.string(),
  leaves: z.string(),
  sessionKinds: z.array(SessionKind),
})

/** Stages and fields of a kind of plan: data, so that another district or another plan needs no code. */
export const PlanTemplate = z.strictObject({
  id: z.string(),
  title: z.string(),
  stages: z.array(StageTemplate).min(1),
  fields: z.array(z.strictObject({ title: z.string() })).min(1),
})
export type PlanTemplate = z.infer<typeof PlanTemplate>

/** A new template is one JSON file and one line here. */
export const planTemplates: readonly PlanTemplate[] = [PlanTemplate.parse(socialEconomy)]
