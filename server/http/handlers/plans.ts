import { ok } from '../../../shared/base/outcome.ts'
import { planTemplates } from '../../../shared/plan/template.ts'
import type { Handlers, House } from '../call.ts'

export const planHandlers = ({
  plans,
}: House): Handlers<'listTemplates' | 'listPlans' | 'createPlan' | 'getPlan' | 'listResults'> => ({
  listTemplates: () => Promise.resolve(ok([...planTemplates])),
  listPlans: async () => ok(await plans.list()),
  getPlan: ({ params }) => plans.get(params.id),
  listResults: async ({ params }) => ok(await plans.results(params.id)),
  createPlan: (call) => call.once((tx) => plans.in.createPlan(tx, call.body.templateId, call.body.plan)),
})
