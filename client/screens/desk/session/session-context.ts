import { inject, type ComputedRef, type InjectionKey } from 'vue'
import type { AgendaItem } from '../../../../shared/activities/index.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'

/** What the parts of a session's form may look at besides their own: the plan, and the whole running order. */
export const sessionContext: InjectionKey<ComputedRef<{ plan: Plan; agenda: readonly AgendaItem[] }>> =
  Symbol('the session that is edited')
export const useSessionContext = () => inject(sessionContext, undefined)
