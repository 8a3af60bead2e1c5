import { PlanDraft } from '../../../../shared/plan/plan.ts'

/** What is typed into the form of a new plan; years as text, as they stand in their boxes. */
export interface PlanForm {
  title: string
  district: string
  department: string
  periodStart: string
  periodEnd: string
}

/** A plan covers four years from this one, unless somebody says otherwise. */
export const emptyPlan = (year: number): PlanForm => ({
  title: '',
  district: '',
  department: '',
  periodStart: String(year),
  periodEnd: String(year + 3),
})

export const draftOf = (form: PlanForm): PlanDraft => ({
  ...form,
  periodStart: Number(form.periodStart),
  periodEnd: Number(form.periodEnd),
})

/** Which boxes cannot stay as they are. */
export function wrongIn(form: PlanForm): Set<keyof PlanForm> {
  const parsed = PlanDraft.safeParse(draftOf(form))
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0] as keyof PlanForm))
}
