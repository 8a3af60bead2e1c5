import { faultAt, quote, read, type Fault, type Read } from '../fault.ts'
import { sizes } from '../sizes.ts'
import { voteTypes, type PabulibFile, type VoteType } from './file.ts'
import { readRows, type Row } from './rows.ts'

const sections = ['META', 'PROJECTS', 'VOTES'] as const
type Section = (typeof sections)[number]

/** Read a Pabulib file. */
export function readPabulib(text: string): Read<PabulibFile> {
  const rows = readRows(text)
  if (!rows.ok) return rows
  const parts = split(rows.value)
  if (!parts.ok) return parts
  const meta = readMeta(parts.value.META)
  if (!meta.ok) return meta
  const projects = readProjects(parts.value.PROJECTS)
  if (!projects.ok) return projects
  const votes = readVotes(parts.value.VOTES, projects.value, meta.value.voteType)
  if (!votes.ok) return votes
  const counts = { num_projects: projects.value.length, num_votes: votes.value.length }
  for (const [key, found] of Object.entries(counts)) {
    const told = meta.value.meta[key]
    if (told === undefined || told === String(found)) continue
    return faultAt(
      meta.value.lines.get(key) ?? null,
      `${key} is ${quote(told)}, but there are ${found}`,
      `${key}는 ${quote(told)}인데 실제로는 ${found}개입니다`,
    )
  }
  const { lines: _lines, ...about } = meta.value
  return read({ ...about, projects: projects.value, votes: votes.value })
}

function split(rows: readonly Row[]): Read<Record<Section, Row[]>> {
  const parts: Partial<Record<Section, Row[]>> = {}
  let here: Row[] | undefined
  for (const row of rows) {
    const name = row.fields.length === 1 ? row.fields[0]!.trim().toUpperCase() : ''
    const section = sections.find((one) => one === name)
    if (section) {
      if (parts[section]) return faultAt(row.line, `${section} begins twice`, `${section} 구역이 두 번 나옵니다`)
      parts[section] = here = []
    } else if (here) here.push(row)
    else return faultAt(row.line, 'the file does not begin with META', '파일이 META로 시작하지 않습니다')
  }
  const missing = sections.find((section) => !parts[section])
  if (missing) return faultAt(null, `the section ${missing} is missing`, `${missing} 구역이 없습니다`)
  return read(parts as Record<Section, Row[]>)
}

type Meta = Pick<PabulibFile, 'meta' | 'voteType' | 'budget'> & { lines: Map<string, number> }

function readMeta(rows: readonly Row[]): Read<Meta> {
  const entries = new Map<string, string>()
  const lines = new Map<string, number>()
  for (const { fields, line } of rows) {
    const [key = '', value = ''] = fields
    if (entries.size === 0 && key.toLowerCase() === 'key' && value.toLowerCase() === 'value') continue
    if (entries.has(key)) return faultAt(line, `${quote(key)} stands twice`, `${quote(key)}가 두 번 나옵니다`)
    entries.set(key, value)
    lines.set(key, line)
  }
  const told = entries.get('vote_type')
  if (told === undefined) return faultAt(null, 'vote_type is missing in META', 'META에 vote_type이 없습니다')
  const voteType = voteTypes.find((type) => type === told)
  if (!voteType) {
    const line = lines.get('vote_type') ?? null
    return faultAt(line, `unknown vote_type ${quote(told)}`, `알 수 없는 vote_type ${quote(told)}`)
  }
  const budgetText = entries.get('budget')
  const budget = budgetText === undefined ? null : amount(budgetText)
  if (budget === undefined) {
    const line = lines.get('budget') ?? null
    return faultAt(line, `the budget is no amount: ${quote(budgetText!)}`, `budget이 금액이 아닙니다`)
  }
  return read({ meta: Object.fromEntries(entries), voteType, budget, lines })
}

/** Money; some offices write a comma for the point. */
function amount(text: string): number | undefined {
  if (!/^\d{1,15}([.,]\d{1,6})?$/.test(text)) return undefined
  return Number(text.replace(',', '.'))
}

function columns(rows: readonly Row[], section: string, needed: readonly string[]): Read<Map<string, number>> {
  const head = rows[0]
  const names = new Map(head?.fields.map((name, i) => [name.trim().toLowerCase(), i]))
  const missing = needed.find((name) => !names.has(name))
  if (missing === undefined) return read(names)
  return faultAt(
    head?.line ?? null,
    `${section} has no column ${missing}`,
    `${section} 구역에 ${missing} 열이 없습니다`,
  )
}

function readProjects(rows: readonly Row[]): Read<PabulibFile['projects']> {
  const at = columns(rows, 'PROJECTS', ['project_id', 'cost'])
  if (!at.ok) return at
  const place = (name: string) => at.value.get(name) ?? -1
  const [idAt, costAt, nameAt] = [place('project_id'), place('cost'), place('name')]
  const seen = new Set<string>()
  const projects: PabulibFile['projects'] = []
  for (const { fields, line } of rows.slice(1)) {
    const id = fields[idAt] ?? ''
    const cost = amount(fields[costAt] ?? '')
    if (id === '' || id.includes(',')) {
      return faultAt(line, `not a project_id: ${quote(id)}`, `project_id가 아닙니다: ${quote(id)}`)
    }
    if (seen.has(id)) return faultAt(line, `project ${quote(id)} stands twice`, `사업 ${quote(id)}가 두 번 나옵니다`)
    if (cost === undefined) {
      const found = quote(fields[costAt] ?? '')
      return faultAt(line, `the cost is no amount: ${found}`, `cost가 금액이 아닙니다: ${found}`)
    }
    if (projects.length >= sizes.items) {
      return faultAt(line, `more than ${sizes.items} projects`, `사업이 ${sizes.items}개를 넘습니다`)
    }
    seen.add(id)
    projects.push({ id, cost, name: fields[nameAt] ?? '' })
  }
  return read(projects)
}

function readVotes(
  rows: readonly Row[],
  projects: PabulibFile['projects'],
  voteType: VoteType,
): Read<PabulibFile['votes']> {
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring'
  const at = columns(rows, 'VOTES', ['vote', ...(hasPoints ? ['points'] : [])])
  if (!at.ok) return at
  const known = new Set(projects.map(({ id }) => id))
  const votes: PabulibFile['votes'] = []
  for (const { fields, line } of rows.slice(1)) {
    const chosen = list(fields[at.value.get('vote')!])
    const wrong = wrongChoice(chosen, known, line)
    if (wrong) return wrong
    const told = hasPoints ? list(fields[at.value.get('points')!]) : null
    if (told && (told.length !== chosen.length || !told.every((one) => /^-?\d{1,15}(\.\d{1,6})?$/.test(one)))) {
      return faultAt(line, 'not one number of points for each project', '사업마다 점수가 하나씩 있지 않습니다')
    }
    votes.push({ projects: chosen, points: told?.map(Number) ?? null })
  }
  return read(votes)
}

const list = (field: string | undefined): string[] =>
  field === undefined || field.trim() === '' ? [] : field.split(',').map((one) => one.trim())

function wrongChoice(chosen: readonly string[], known: ReadonlySet<string>, line: number): Fault | undefined {
  const stranger = chosen.find((id) => !known.has(id))
  if (stranger !== undefined) {
    return faultAt(line, `there is no project ${quote(stranger)}`, `사업 ${quote(stranger)}는 없습니다`)
  }
  if (new Set(chosen).size === chosen.length) return undefined
  return faultAt(line, 'a project stands twice in one vote', '한 표에 같은 사업이 두 번 있습니다')
}
