import { ok, type Outcome } from '../../../shared/base/outcome.ts'
import type { FileAnswer, Handlers, House } from '../call.ts'

type Ids = 'listTasks' | 'getTask' | 'editTask' | 'decideTask' | 'exportTasksXlsx' | 'exportTasksCsv' | 'getResult'
type Filter = Parameters<House['plans']['tasks']>[1]

export const taskHandlers = ({ plans, exporters }: House): Handlers<Ids> => {
  const file = async (format: keyof typeof exporters, planId: string, filter: Filter): Promise<Outcome<FileAnswer>> => {
    const [plan, tasks] = [await plans.get(planId), await plans.tasks(planId, filter)]
    if (!plan.ok) return plan
    if (!tasks.ok) return tasks
    const exporter = exporters[format]
    const report = { plan: plan.value, tasks: tasks.value }
    return ok({
      contentType: exporter.contentType,
      fileName: exporter.fileName(report),
      bytes: await exporter.render(report),
    })
  }
  return {
    listTasks: ({ params, query }) => plans.tasks(params.id, query),
    getTask: ({ params }) => plans.task(params.id),
    editTask: (call) => {
      const { id: _id, ...edit } = call.body
      return call.once((tx) => plans.in.editTask(tx, call.params.id, edit, call.by))
    },
    decideTask: (call) => {
      const { id: _id, ...decision } = call.body
      return call.once((tx) => plans.in.decideTask(tx, call.params.id, decision, call.by))
    },
    exportTasksXlsx: ({ params, query }) => file('xlsx', params.id, query),
    exportTasksCsv: ({ params, query }) => file('csv', params.id, query),
    async getResult({ params }) {
      const text = await plans.result(params.digest)
      // The very bytes: parsed and written again, they might have another digest.
      return text.ok ? ok({ contentType: 'application/json; charset=utf-8', bytes: text.value }) : text
    },
  }
}
