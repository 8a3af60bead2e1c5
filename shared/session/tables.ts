import { z } from 'zod'
import type { Actor, Issue, Material } from '../activities/material.ts'
import { IssueId } from '../base/ids.ts'
import { ok, refuse, type Outcome } from '../base/outcome.ts'
import type { FactBody, SessionState } from './state.ts'

/** Tables (조) that the room sits at; null: it sits as one. */
export const Tables = z.strictObject({
  count: z.int().min(1).max(40),
})
export type Tables = z.infer<typeof Tables>
export const TableNumber = z.int().min(1).max(40)

export const JoinTable = z
  .strictObject({ type: z.literal('joinTable'), table: TableNumber.nullable() })
  .describe(
    'The table that this seat sits at, or none. It can be changed at any time; what was written stays with its table.',
  )
export const RollUp = z
  .strictObject({ type: z.literal('rollUp'), issues: z.array(IssueId).min(1).max(200), up: z.boolean() })
  .describe('Bring issues of a table before the whole room, or take them back to their table.')
export const tableCommands = [JoinTable, RollUp] as const

export function joinTable(state: SessionState, table: number | null, actor: Actor): Outcome<FactBody[]> {
  if (actor.role !== 'participant') return refuse('forbidden')
  const { tables } = state.definition
  if (table !== null && table > (tables?.count ?? 0)) return refuse('unknown_table')
  const before = state.material.tableOf?.[actor.seat] ?? null
  return ok(before === table ? [] : [{ type: 'tableJoined', seat: actor.seat, table }])
}

export function rollUp({ material }: SessionState, ids: readonly string[], up: boolean): Outcome<FactBody[]> {
  const changed: string[] = []
  for (const id of new Set(ids)) {
    const issue = material.issues[id]
    if (!issue || issue.withdrawn || issue.rolledUp === undefined) return refuse('issue_not_found')
    if ((issue.rolledUp !== null) !== up) changed.push(id)
  }
  return ok(changed.length > 0 ? [{ type: 'issuesRolledUp', issues: changed, up }] : [])
}

export function applyTables(
  material: Material,
  fact: Extract<FactBody, { type: 'tableJoined' | 'issuesRolledUp' }>,
): Material {
  if (fact.type === 'tableJoined') {
    const { [fact.seat]: _, ...others } = material.tableOf ?? {}
    return { ...material, tableOf: fact.table === null ? others : { ...others, [fact.seat]: fact.table } }
  }
  const issues = { ...material.issues }
  let place = Math.max(0, ...Object.values(issues).map(({ rolledUp }) => rolledUp ?? 0))
  for (const id of fact.issues) {
    const issue = issues[id]
    if (issue) issues[id] = { ...issue, rolledUp: fact.up ? (place += 1) : null }
  }
  return { ...material, issues }
}

/** Whoever runs one table touches what was written at that table, and nothing else. */
export function staysAtTable(material: Material, actor: Actor, command: object): boolean {
  if (actor.role !== 'tableFacilitator') return true
  const { issues = [], issue, into } = command as { issues?: string[]; issue?: string; into?: string }
  const touched = [...issues, ...[issue, into].flatMap((id) => id ?? [])]
  return touched.every((id) => material.issues[id]?.table === actor.table)
}

const TableIssue = z.strictObject({
  id: IssueId,
  title: z.string(),
  detail: z.string(),
  mergedInto: IssueId.nullable(),
  isRolledUp: z.boolean(),
})
/** What whoever runs one table sees of it, beside what the hall sees. */
export const TableView = z.strictObject({
  table: TableNumber,
  /** people that have chosen this table */
  seats: z.int().min(0),
  issues: z.array(TableIssue),
})
export type TableView = z.infer<typeof TableView>

export function tableView({ material }: SessionState, table: number): TableView {
  return {
    table,
    seats: seatsAt(material, table),
    issues: issuesAt(material, table).map(({ id, text, detail, placement, rolledUp }) => ({
      id,
      title: placement.title ?? text,
      detail,
      mergedInto: placement.mergedInto,
      isRolledUp: rolledUp !== null,
    })),
  }
}

export const TableCount = z.strictObject({
  table: TableNumber,
  seats: z.int().min(0),
  /** written at this table and standing by itself */
  issues: z.int().min(0),
  rolledUp: z.int().min(0),
})
/** All tables in numbers, as the console sees them; null without tables. */
export function tableCounts({ definition, material }: SessionState): z.infer<typeof TableCount>[] | null {
  if (!definition.tables) return null
  return Array.from({ length: definition.tables.count }, (_, n) => {
    const own = issuesAt(material, n + 1).filter(({ placement }) => placement.mergedInto === null)
    const rolledUp = own.filter((issue) => issue.rolledUp !== null).length
    return { table: n + 1, seats: seatsAt(material, n + 1), issues: own.length, rolledUp }
  })
}

const seatsAt = ({ tableOf = {} }: Material, table: number): number =>
  Object.values(tableOf).filter((own) => own === table).length
const issuesAt = ({ issues }: Material, table: number): Issue[] =>
  Object.values(issues).filter((issue) => issue.table === table && !issue.withdrawn && issue.placement.hidden === null)
