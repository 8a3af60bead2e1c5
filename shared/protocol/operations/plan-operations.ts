import { z } from 'zod'
import { Plan, PlanDraft, PlanSummary } from '../../plan/plan.ts'
import { PlanTemplate } from '../../plan/template.ts'
import { PlanResult } from '../../results/seal.ts'
import { SessionTemplate, SessionTemplateDraft, SessionTemplateEdit } from '../../session/session-template.ts'
import { byId, command } from './operation.ts'
import type { Operation } from './operation.ts'

/** Plans, and the templates that plans and sessions are made from. */
export const planOperations = {
  listTemplates: { method: 'get', path: '/templates', summary: 'Templates of plans.', answer: z.array(PlanTemplate) },
  listPlans: { method: 'get', path: '/plans', summary: 'All plans.', answer: z.array(PlanSummary) },
  createPlan: {
    method: 'post',
    path: '/plans',
    summary: 'A new plan with the stages and fields of a template.',
    body: z.strictObject({ ...command, templateId: z.string(), plan: PlanDraft }),
    answer: Plan,
  },
  getPlan: {
    method: 'get',
    path: '/plans/:id',
    summary: 'One plan with its stages, fields and sessions.',
    params: byId,
    answer: Plan,
  },
  listSessionTemplates: {
    method: 'get',
    path: '/session-templates',
    summary: 'Sessions ready to be held: those that the program brings, and the office’s own.',
    answer: z.array(SessionTemplate),
  },
  saveSessionTemplate: {
    method: 'post',
    path: '/session-templates',
    summary: 'Keep a running order as a template of the office.',
    body: z.strictObject({ ...command, template: SessionTemplateDraft }),
    answer: SessionTemplate,
  },
  editSessionTemplate: {
    method: 'patch',
    path: '/session-templates/:id',
    summary: 'Rename a template of the office, or take it out of the list and put it back.',
    params: byId,
    body: z.strictObject({ ...command, ...SessionTemplateEdit.shape }),
    answer: SessionTemplate,
  },
  listResults: {
    method: 'get',
    path: '/plans/:id/results',
    summary: 'The sealed results of a plan’s sessions, the latest first.',
    params: byId,
    answer: z.array(PlanResult),
  },
} as const satisfies Record<string, Operation>
