import { fill } from '../../shared/i18n/index.ts'
import { ko } from '../../shared/i18n/ko/language.ts'
import { methods, type MethodId } from '../../shared/methods/index.ts'
import { ruleValues } from '../../shared/methods/rule-values.ts'
import type { Evidence, Original, PriorityTask, TaskStatus } from '../../shared/plan/priority-task.ts'
import { scoreWords, type ScoreWords } from '../../shared/results/score-words.ts'
import { count, moment, share, text, type Cell, type Column } from './columns.ts'
import type { TaskReport } from './report.ts'

/* The tables of the report. They are Korean in every language of the interface: papers of the office. */

export interface TaskRow {
  task: PriorityTask
  field: string
  /** the one that the rank comes from: the list gives evidence in the order of the closing of its votes */
  newest: Evidence | undefined
}
export interface EvidenceRow extends TaskRow {
  evidence: Evidence
}
export interface OriginalRow extends EvidenceRow {
  original: Original
}

const decisions: Record<TaskStatus, string> = { proposed: '제안', adopted: '채택', onHold: '보류', rejected: '불채택' }

/** The first 12 characters of a digest, as they stand in the minutes. */
const checkNumber = (digest: string | undefined): string => digest?.slice(0, 12) ?? ''
const tie = (tied: boolean): string => (tied ? '동점' : '')

export const taskColumns: readonly Column<TaskRow>[] = [
  { header: '순위', width: 7, cell: ({ task }) => count(task.rank) },
  { header: '동점', width: 7, cell: ({ task }) => text(tie(task.tied)) },
  { header: '과제명', width: 48, cell: ({ task }) => text(task.title) },
  { header: '분야', width: 24, cell: ({ field }) => text(field) },
  { header: '결정', width: 9, cell: ({ task }) => text(decisions[task.status]) },
  { header: '이유', width: 32, cell: ({ task }) => text(task.reason) },
  { header: '집계 항목', width: 13, cell: ({ newest }) => text(newest ? wordsOf(newest).name.ko : '') },
  { header: '집계값', width: 11, cell: ({ task, newest }) => (newest ? scoreCell(newest) : count(task.score)) },
  { header: '집계값 비율', width: 13, cell: ({ task }) => share(task.shareOfStickers) },
  { header: '투표자 비율', width: 13, cell: ({ task }) => share(task.shareOfVoters) },
  { header: '투표자의 뜻', width: 15, cell: ({ newest }) => text(newest ? wordsOf(newest).voters.ko : '') },
  { header: '합쳐진 의제 수', width: 15, cell: ({ newest }) => count(mergedIssues(newest)) },
  { header: '원인', width: 40, cell: ({ task }) => text((task.causes ?? []).map((cause) => cause.text).join(' / ')) },
  { header: '근거 회의', width: 32, cell: ({ newest }) => text(newest?.sessionTitle ?? '') },
  { header: '결과 확인값', width: 16, cell: ({ newest }) => text(checkNumber(newest?.resultDigest)) },
]

/** How many residents' issues were merged into one; 0 for one that stands alone. */
const mergedIssues = (evidence: Evidence | undefined): number =>
  evidence && evidence.originals.length > 1 ? evidence.originals.length : 0

export const evidenceColumns: readonly Column<EvidenceRow>[] = [
  { header: '과제명', width: 40, cell: ({ task }) => text(task.title) },
  { header: '회의', width: 32, cell: ({ evidence }) => text(evidence.sessionTitle) },
  { header: '일시', width: 19, cell: ({ evidence }) => moment(evidence.heldAt) },
  { header: '활동', width: 24, cell: ({ evidence }) => text(evidence.activityTitle) },
  { header: '투표 방식', width: 14, cell: ({ evidence }) => text(methodName(evidence.method)) },
  { header: '규칙', width: 48, cell: ({ evidence }) => text(rule(evidence)) },
  { header: '매개변수', width: 26, cell: ({ evidence }) => text(parameters(evidence)) },
  { header: '투표지의 문구', width: 40, cell: ({ evidence }) => text(evidence.title) },
  { header: '투표지 수', width: 11, cell: ({ evidence }) => count(evidence.ballots) },
  { header: '순위', width: 7, cell: ({ evidence }) => count(evidence.rank) },
  { header: '동점', width: 7, cell: ({ evidence }) => text(tie(evidence.tied)) },
  { header: '항목 수', width: 9, cell: ({ evidence }) => count(evidence.items) },
  { header: '집계 항목', width: 13, cell: ({ evidence }) => text(wordsOf(evidence).name.ko) },
  { header: '집계값', width: 11, cell: ({ evidence }) => scoreCell(evidence) },
  { header: '투표자 수', width: 11, cell: ({ evidence }) => count(evidence.voters) },
  { header: '집계값 비율', width: 13, cell: ({ evidence }) => share(evidence.shareOfStickers) },
  { header: '투표자 비율', width: 13, cell: ({ evidence }) => share(evidence.shareOfVoters) },
  { header: '투표자의 뜻', width: 15, cell: ({ evidence }) => text(wordsOf(evidence).voters.ko) },
  { header: '결과 확인값', width: 16, cell: ({ evidence }) => text(checkNumber(evidence.resultDigest)) },
]

export const originalColumns: readonly Column<OriginalRow>[] = [
  { header: '과제명', width: 40, cell: ({ task }) => text(task.title) },
  { header: '주민이 쓴 글', width: 60, cell: ({ original }) => text(original.text) },
  { header: '덧붙인 말', width: 48, cell: ({ original }) => text(original.detail) },
  { header: '회의', width: 32, cell: ({ evidence }) => text(evidence.sessionTitle) },
  { header: '일시', width: 19, cell: ({ evidence }) => moment(evidence.heldAt) },
]

const wordsOf = ({ method, parameters }: Evidence): ScoreWords => scoreWords(method, parameters)
/** As many places as the method's figures have, and two more where it is a share; nothing where nobody rated. */
function scoreCell(evidence: Evidence): Cell {
  const { digits = 0, isShare = false, isOfRaters = false } = wordsOf(evidence)
  if (isOfRaters && evidence.voters === 0) return text('')
  return count(Number(evidence.score.toFixed(digits + (isShare ? 2 : 0))))
}
const isMethod = (id: string): id is MethodId => Object.hasOwn(methods, id)
const methodName = (id: string): string => (isMethod(id) ? methods[id].texts.name.ko : id)
const rule = ({ method, parameters: values }: Evidence): string =>
  isMethod(method) ? fill(methods[method].texts.rule.ko, ruleValues(methods[method].texts, values, ko.id), ko) : ''
const parameters = ({ parameters: values }: Evidence): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${said(value)}`)
    .join(', ')
type Said = string | number | boolean | readonly Said[] | { readonly [name: string]: Said }
/** A parameter as it stands in a cell, whatever it is made of. */
function said(value: Said): string {
  if (Array.isArray(value)) return value.map(said).join(',')
  if (typeof value !== 'object') return String(value)
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${said(part)}`)
  return `{${parts.join(', ')}}`
}

export function taskRows({ plan, tasks }: TaskReport): TaskRow[] {
  const fields = new Map(plan.fields.map(({ id, title }) => [id, title]))
  return tasks.map((task) => ({
    task,
    field: task.fieldId === null ? '' : (fields.get(task.fieldId) ?? ''),
    newest: task.evidence.at(-1),
  }))
}

export const evidenceRows = (report: TaskReport): EvidenceRow[] =>
  taskRows(report).flatMap((row) => row.task.evidence.map((evidence) => ({ ...row, evidence })))

/** What residents wrote, once each, also when two votes of a session were about it. */
export function originalRows(report: TaskReport): OriginalRow[] {
  const seen = new Set<string>()
  return evidenceRows(report).flatMap((row) =>
    row.evidence.originals.flatMap((original) => {
      const key = `${row.task.id} ${row.evidence.sessionId} ${original.issue}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ ...row, original }]
    }),
  )
}
