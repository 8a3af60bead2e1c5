/** What one cell says, and how it is meant: each format writes it in its own way. */
export type Cell =
  | { kind: 'text'; value: string }
  | { kind: 'count'; value: number }
  /** 0 to 1; null where nothing was counted */
  | { kind: 'share'; value: number | null }
  /** ISO 8601; null while the date is open */
  | { kind: 'moment'; value: string | null }

export interface Column<Row> {
  header: string
  /** in letters of the file's font; Korean letters count twice */
  width: number
  cell(row: Row): Cell
}

export const text = (value: string): Cell => ({ kind: 'text', value })
export const count = (value: number): Cell => ({ kind: 'count', value })
export const share = (value: number | null): Cell => ({ kind: 'share', value })
export const moment = (value: string | null): Cell => ({ kind: 'moment', value })
