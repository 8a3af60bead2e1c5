import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { SessionKind, StageKey } from './template.ts'

const Year = z.int().min(1990).max(2100)
const Title = z.string().trim().min(1).max(limits.title)

/** People of one organisation at a meeting, as minutes write them: "강북구청(사회적일자리팀장 외 2명)" is 3 people. */
export const Attendance = z.strictObject({
  organisation: z.string().trim().min(1).max(80),
  /** who led them, by title, never by name */
  lead: z.string().trim().max(80).default(''),
  people: z.int().min(1).max(100_000),
})
export type Attendance = z.infer<typeof Attendance>

export const Field = z.strictObject({ id: Uuid, title: Title })
export type Field = z.infer<typeof Field>

export const Stage = z.strictObject({
  id: Uuid,
  key: StageKey,
  title: z.string(),
  months: z.string(),
  methods: z.string(),
  takes: z.string(),
  leaves: z.string(),
  sessionKinds: z.array(SessionKind),
})
export type Stage = z.infer<typeof Stage>

/** A meeting that was already held when the plan came into the program (추진경과). */
export const Meeting = z.strictObject({
  title: z.string(),
  /** ISO 8601 with offset */
  heldAt: z.iso.datetime({ offset: true }),
  place: z.string(),
  attendance: z.array(Attendance),
  content: z.array(z.string()),
})
export type Meeting = z.infer<typeof Meeting>

/** What the status survey leaves: figures with their source, kinds of organisation. */
export const FactSheet = z.strictObject({
  organisationKinds: z.array(z.strictObject({ title: z.string(), description: z.string() })),
  figures: z.array(
    z.strictObject({
      title: z.string(),
      unit: z.string(),
      source: z.string(),
      points: z.array(z.strictObject({ year: Year, value: z.number() })),
    }),
  ),
  notes: z.array(z.strictObject({ title: z.string(), text: z.string() })),
})
export type FactSheet = z.infer<typeof FactSheet>

/** What staff write when they make a plan. */
export const PlanDraft = z
  .strictObject({
    title: Title,
    district: z.string().trim().min(1).max(40),
    department: z.string().trim().max(40).default(''),
    /** first and last year, both inside */
    periodStart: Year,
    periodEnd: Year,
  })
  .refine((plan) => plan.periodEnd >= plan.periodStart, { path: ['periodEnd'] })
export type PlanDraft = z.infer<typeof PlanDraft>

/** A meeting of a plan on the pipeline, whatever state it is in. */
export const SessionSummary = z.strictObject({
  id: Uuid,
  stageId: Uuid,
  kind: SessionKind,
  title: z.string(),
  heldAt: z.iso.datetime({ offset: true }).nullable(),
  place: z.string(),
  state: z.enum(['draft', 'lobby', 'running', 'closed', 'reviewed']),
})
export type SessionSummary = z.infer<typeof SessionSummary>

export const PlanSummary = z.strictObject({
  id: Uuid,
  title: z.string(),
  district: z.string(),
  department: z.string(),
  periodStart: Year,
  periodEnd: Year,
  isExample: z.boolean(),
  sessions: z.int(),
  tasks: z.int(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

export const Plan = z.strictObject({
  ...PlanSummary.omit({ sessions: true, tasks: true }).shape,
  templateId: z.string(),
  stages: z.array(Stage),
  fields: z.array(Field),
  meetings: z.array(Meeting),
  factSheet: FactSheet,
  sessions: z.array(SessionSummary),
  /** entries of the priority-task list, by status */
  taskCounts: z.record(z.enum(['proposed', 'adopted', 'onHold', 'rejected']), z.int()),
})
export type Plan = z.infer<typeof Plan>
