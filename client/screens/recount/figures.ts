import type { Recounted } from '../../../shared/methods/recount.ts'
import type { Source } from '../../../shared/recount/source.ts'

type Cell = number | string | null
/** Figures that have one value for each item. */
export interface ItemTable {
  columns: string[]
  rows: { id: string; cells: Cell[] }[]
}
/** Figures that have one value for each two items. */
export interface Matrix {
  name: string
  ids: string[]
  rows: number[][]
}
export interface Figures {
  perItem: ItemTable
  matrices: Matrix[]
  /** rounds of an elimination: what each item had in each of them */
  rounds: ItemTable | null
  others: { name: string; text: string }[]
}

const shownElsewhere = new Set(['method', 'options', 'ranking', 'accepted', 'rejected', 'blank', 'digest'])
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'number' || typeof value === 'string'

/** Sort what a recount says by how it can be shown: by item, by pair, by round, and the rest. */
export function figuresOf(counted: Recounted, candidates: readonly string[]): Figures {
  const order = Array.isArray(counted.ranking) ? (counted.ranking as string[][]).flat() : [...candidates]
  const columns = new Map<string, Map<string, Cell>>()
  const matrices: Matrix[] = []
  const others: Figures['others'] = []
  let rounds: ItemTable | null = null
  for (const [name, value] of Object.entries(counted)) {
    if (shownElsewhere.has(name)) continue
    if (isByItem(value, order)) {
      for (const [column, cells] of columnsOf(name, value)) columns.set(column, cells)
    } else if (isMatrix(value, candidates.length)) matrices.push({ name, ids: [...candidates], rows: value })
    else if (
      name === 'rounds' &&
      Array.isArray(value) &&
      value.every((round) => isObject(round) && isObject(round.tally))
    )
      rounds = roundTable(value as { tally: Record<string, Cell> }[], order)
    else others.push({ name, text: JSON.stringify(value) })
  }
  const rows = order.map((id) => ({ id, cells: [...columns.values()].map((cells) => cells.get(id) ?? null) }))
  return { perItem: { columns: [...columns.keys()], rows }, matrices, rounds, others }
}

const isByItem = (value: unknown, order: readonly string[]): value is Record<string, unknown> =>
  isObject(value) && order.length > 0 && Object.keys(value).length === order.length && order.every((id) => id in value)

/** `{a: 3}` is a column, `{a: {n: 3, mean: 4}}` are two. */
function columnsOf(name: string, value: Record<string, unknown>): Map<string, Map<string, Cell>> {
  const found = new Map<string, Map<string, Cell>>()
  const put = (column: string, id: string, cell: unknown) => {
    const cells = found.get(column) ?? new Map<string, Cell>()
    found.set(column, cells.set(id, isCell(cell) ? cell : JSON.stringify(cell)))
  }
  for (const [id, one] of Object.entries(value)) {
    if (!isObject(one)) put(name, id, one)
    else for (const [column, cell] of Object.entries(one)) put(column, id, cell)
  }
  return found
}

const isMatrix = (value: unknown, size: number): value is number[][] =>
  Array.isArray(value) &&
  size > 1 &&
  value.length === size &&
  value.every((row) => Array.isArray(row) && row.length === size && row.every((cell) => typeof cell === 'number'))

function roundTable(rounds: readonly { tally: Record<string, Cell> }[], order: readonly string[]): ItemTable {
  const columns = rounds.map((_, i) => String(i + 1))
  return { columns, rows: order.map((id) => ({ id, cells: rounds.map(({ tally }) => tally[id] ?? null) })) }
}

/** A ballot in a line of signs: `A ×2`, `A > B = C`, `A 5`. */
export function ballotText(ballot: Record<string, unknown>, title: (id: string) => string): string {
  const [member] = Object.entries(ballot).filter(([name]) => name !== 'weight')
  if (!member) return ''
  const [name, value] = member
  const isOf = (one: unknown): one is string => typeof one === 'string'
  if (Array.isArray(value)) {
    if (name === 'ranking') return (value as string[][]).map((group) => group.map(title).join(' = ')).join(' > ')
    if (value.every(isOf)) return value.map(title).join(', ')
    if (name === 'pairs') return (value as string[][]).map((pair) => pair.map(title).join(' > ')).join(', ')
  } else if (isObject(value) && Object.values(value).every(isCell)) {
    const sign = name === 'stickers' ? ' ×' : ' '
    return Object.entries(value as Record<string, Cell>)
      .map(([id, n]) => (name === 'stickers' && n === 1 ? title(id) : `${title(id)}${sign}${n ?? '–'}`))
      .join(', ')
  }
  return JSON.stringify(value)
}

/** Items by their titles where the file has any. */
export function titlesOf(source: Source): Map<string, string> {
  if ('result' in source) return new Map(source.result.items.map(({ id, title }) => [id, title]))
  if (source.kind === 'pabulib') return new Map(source.file.projects.map(({ id, name }) => [id, name || id]))
  return new Map()
}

/** A figure as it is read: no more than four places. */
export const figureText = (cell: Cell): string =>
  cell === null ? '–' : typeof cell === 'number' ? String(Math.round(cell * 10_000) / 10_000) : cell

const named = ['scores', 'votersPerItem', 'pairwise', 'paths', 'ranking', 'ballots'] as const
const counts = ['accepted', 'rejected', 'blank', 'receipts'] as const
type Named = (typeof named)[number] | (typeof counts)[number]
const isNamed = (name: string): name is Named => ([...named, ...counts] as string[]).includes(name)

/** What a figure is called; one that is for experts keeps the name of the recount format. */
export const figureName = (name: string, t: (key: `recount.figure.${Named}`) => string): string =>
  isNamed(name) ? t(`recount.figure.${name}`) : name
