import type { Outcome } from '../../shared/base/outcome.ts'
import type { Plan, PlanSummary } from '../../shared/plan/plan.ts'
import type { PriorityTask, PriorityTaskDetail } from '../../shared/plan/priority-task.ts'
import type { Session, SessionLife } from '../../shared/session/definition.ts'
import type { SessionRecord } from '../../shared/session/record.ts'
import type { Db } from '../db/schema.ts'
import { decideTask, editTask } from './decisions.ts'
import { ensureExample } from './example.ts'
import { fileResult } from './filing.ts'
import { createPlan, getPlan, listPlans } from './plans.ts'
import { fileRecord, getRecord } from './records.ts'
import { liveDefinition, markSession, reviewSession, type PreparedSession } from './session-life.ts'
import type { PlanResult } from '../../shared/results/seal.ts'
import type { SessionTemplate } from '../../shared/session/session-template.ts'
import { editSessionTemplate, listSessionTemplates, saveSessionTemplate } from './session-templates.ts'
import { createSession, getSession, updateSession } from './sessions.ts'
import { fileCauses, type CausesToFile } from './task-causes.ts'
import { getResult, getTask, listTasks, resultsOfPlan, type TaskFilter } from './tasks.ts'

export type { Author } from './decisions.ts'
export type { PreparedSession } from './session-life.ts'
export type { TaskFilter } from './tasks.ts'

/**
 * The durable side: plans, sessions as they are prepared, sealed results, the priority-task list. What takes part in a
 * command of somebody runs in that command's transaction (`plans.in.…(tx, …)`).
 */
export class Plans {
  /** For transactions of `Accounts.once`: everything that a command changes is changed with it, or not at all. */
  readonly in = {
    createPlan,
    createSession,
    updateSession,
    reviewSession,
    editTask,
    decideTask,
    saveSessionTemplate,
    editSessionTemplate,
  } as const
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  list(): Promise<PlanSummary[]> {
    return listPlans(this.#db)
  }

  get(id: string): Promise<Outcome<Plan>> {
    return getPlan(this.#db, id)
  }

  session(id: string): Promise<Outcome<Session>> {
    return getSession(this.#db, id)
  }

  sessionTemplates(): Promise<SessionTemplate[]> {
    return listSessionTemplates(this.#db)
  }

  results(planId: string): Promise<PlanResult[]> {
    return resultsOfPlan(this.#db, planId)
  }

  liveDefinition(sessionId: string): Promise<Outcome<PreparedSession>> {
    return liveDefinition(this.#db, sessionId)
  }

  markSession(sessionId: string, state: SessionLife): Promise<void> {
    return markSession(this.#db, sessionId, state)
  }

  fileResult(result: { text: string; digest: string }): Promise<void> {
    return fileResult(this.#db, result)
  }

  fileRecord(record: SessionRecord): Promise<void> {
    return fileRecord(this.#db, record)
  }

  record(sessionId: string): Promise<Outcome<SessionRecord>> {
    return getRecord(this.#db, sessionId)
  }

  fileCauses(causes: CausesToFile): Promise<void> {
    return fileCauses(this.#db, causes)
  }

  tasks(planId: string, filter?: TaskFilter): Promise<Outcome<PriorityTask[]>> {
    return listTasks(this.#db, planId, filter)
  }

  task(id: string): Promise<Outcome<PriorityTaskDetail>> {
    return getTask(this.#db, id)
  }

  result(digest: string): Promise<Outcome<string>> {
    return getResult(this.#db, digest)
  }

  ensureExample(): Promise<string | null> {
    return ensureExample(this.#db)
  }
}
