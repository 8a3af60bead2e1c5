import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { FactSheet, Meeting, PlanDraft } from '../../shared/plan/plan.ts'
import { planTemplates, StageKey } from '../../shared/plan/template.ts'
import { SessionDraft } from '../../shared/session/definition.ts'
import type { Db, Tx } from '../db/schema.ts'
import gangbuk from './example/gangbuk.json' with { type: 'json' }
import { insertPlan } from './plans.ts'
import { createSession } from './sessions.ts'

const { stageId: _, ...sessionShape } = SessionDraft.shape
const Example = z.strictObject({
  plan: PlanDraft,
  templateId: z.string(),
  meetings: z.array(Meeting),
  factSheet: FactSheet,
  session: z.strictObject({ stage: StageKey, ...sessionShape }),
})

/**
 * The example plan (a real one, from its document): made when there is no plan at all, else left as it is. Returns its
 * id, or null when there is none.
 */
export async function ensureExample(db: Db): Promise<string | null> {
  const any = await db.selectFrom('plans').select('id').limit(1).executeTakeFirst()
  if (!any) await db.transaction().execute(makeExample)
  const example = await db.selectFrom('plans').select('id').where('is_example', '=', true).executeTakeFirst()
  return example?.id ?? null
}

async function makeExample(tx: Tx): Promise<void> {
  const { plan, templateId, meetings, factSheet, session } = Example.parse(gangbuk)
  const template = planTemplates.find(({ id }) => id === templateId)
  if (!template) throw new Error(`the example's template ${templateId} is missing`)
  const id = randomUUID()
  // Another server was faster.
  if (!(await insertPlan(tx, id, plan, template, { factSheet }))) return
  await tx
    .insertInto('meetings')
    .values(
      meetings.map(({ title, heldAt, place, attendance, content }) => ({
        id: randomUUID(),
        plan_id: id,
        title,
        held_at: new Date(heldAt),
        place,
        attendance: JSON.stringify(attendance),
        content: JSON.stringify(content),
      })),
    )
    .execute()
  const { stage, ...draft } = session
  const { id: stageId } = await tx
    .selectFrom('stages')
    .select('id')
    .where('plan_id', '=', id)
    .where('key', '=', stage)
    .executeTakeFirstOrThrow()
  const made = await createSession(tx, id, { ...draft, stageId })
  if (!made.ok) throw new Error(`the example's session was refused: ${made.refusal}`)
}
