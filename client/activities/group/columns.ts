import type { BoardIssue } from '../../../shared/session/board-view.ts'
import type { BoardRow } from './board.ts'

/** A column of the board: a group, or the issues that are in none (`id` null). */
export interface BoardColumn {
  id: string | null
  title: string
  rows: readonly BoardRow[]
}

/** What is named: a new group that takes these issues, or one that is there and had this name. */
export type Naming = { issues: readonly string[] } | { group: string; was: string }

export type ColumnAct = 'chooseAll' | 'rename' | 'toLeft' | 'toRight' | 'remove'
/** What the head of a column can ask for; one object for all of them. */
export interface ColumnActs {
  /** put what is chosen here */
  here(column: string | null): void
  act(column: BoardColumn, act: ColumnAct): void
}

/**
 * The columns of the board, those without a group first. A column in which nothing has changed is the same object as
 * before: with 300 cards, one move draws two columns anew and not twenty.
 */
export function createColumns() {
  let before: readonly BoardColumn[] = []
  return (
    rows: readonly BoardRow[],
    groups: readonly { id: string; title: string }[],
    ungrouped: string,
  ): readonly BoardColumn[] => {
    const known = new Set(groups.map(({ id }) => id))
    const byGroup = new Map<string | null, BoardRow[]>()
    for (const row of rows) {
      const id = row.group !== null && known.has(row.group) ? row.group : null
      const own = byGroup.get(id)
      if (own) own.push(row)
      else byGroup.set(id, [row])
    }
    const old = new Map(before.map((column) => [column.id, column]))
    before = [{ id: null, title: ungrouped }, ...groups].map(({ id, title }) => {
      const next = { id, title, rows: byGroup.get(id) ?? [] }
      const last = old.get(id)
      return last && last.title === title && isSameList(last.rows, next.rows) ? last : next
    })
    return before
  }
}

/** Rows of the board, the newest first; a row whose issues have not changed is the same object as before. */
export function createRows() {
  let before = new Map<string, { issues: readonly BoardIssue[]; row: BoardRow }>()
  return (issues: readonly BoardIssue[]): BoardRow[] => {
    const merged = new Map<string, BoardIssue[]>()
    for (const issue of issues) {
      if (issue.mergedInto === null) continue
      const under = merged.get(issue.mergedInto)
      if (under) under.push(issue)
      else merged.set(issue.mergedInto, [issue])
    }
    const next: typeof before = new Map()
    for (const issue of issues) {
      if (issue.mergedInto !== null) continue
      const under = merged.get(issue.id) ?? []
      const own = [issue, ...under]
      const last = before.get(issue.id)
      next.set(
        issue.id,
        last && isSameList(last.issues, own) ? last : { issues: own, row: { ...issue, merged: under } },
      )
    }
    before = next
    return [...next.values()].map(({ row }) => row).reverse()
  }
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, n) => one === b[n])
