import { ok, type Outcome } from '../../../shared/base/outcome.ts'
import { summaryOf } from '../../../shared/results/honest.ts'
import { SealedResult } from '../../../shared/results/seal.ts'
import type { Audience } from '../../../shared/recount/sealed-package.ts'
import { RecountPackages } from '../../exports/recount/index.ts'
import type { FileAnswer, Handlers, House } from '../call.ts'

type Ids =
  | 'listTasks'
  | 'getTask'
  | 'editTask'
  | 'decideTask'
  | 'exportTasksXlsx'
  | 'exportTasksCsv'
  | 'getResult'
  | 'readResult'
  | 'downloadRecount'
  | 'downloadRecountForAuditors'
type Filter = Parameters<House['plans']['tasks']>[1]

export const taskHandlers = ({ plans, exporters, honest }: House): Handlers<Ids> => {
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
  const packages = new RecountPackages((digest) => plans.result(digest))
  const recount = async (digest: string, audience: Audience): Promise<Outcome<FileAnswer>> => {
    const bytes = await packages.get(digest, audience)
    if (!bytes.ok) return bytes
    const fileName = `재검표 ${digest.slice(0, 12)}${audience === 'auditors' ? ' (감사용)' : ''}.zip`
    return ok({ contentType: 'application/zip', fileName, bytes: bytes.value })
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
    async readResult({ params: { digest } }) {
      const text = await plans.result(digest)
      if (!text.ok) return text
      const result = SealedResult.parse(JSON.parse(text.value))
      return ok(summaryOf(result, digest, await honest({ text: text.value, digest })))
    },
    downloadRecount: ({ params }) => recount(params.digest, 'everybody'),
    downloadRecountForAuditors: ({ params }) => recount(params.digest, 'auditors'),
  }
}
