import { canonicalJson } from '../base/digest.ts'
import { recounts, type RecountId } from '../methods/recounts.ts'
import { faultIn, read, type Read } from './fault.ts'
import type { Members } from './json-file.ts'
import type { PabulibFile } from './pabulib/file.ts'
import type { PrefLibFile } from './preflib/file.ts'
import type { Source } from './source.ts'

/** Conventions by name, as they stand in `options` of a file. */
export type Options = Record<string, unknown>

const ranked = ['borda', 'copeland', 'schulze', 'ranked-pairs', 'irv', 'topk-points']
const scored = ['score', 'majority-judgment']
/** What a file's votes can be counted by. */
const byVoteType: Record<PabulibFile['voteType'], string[]> = {
  approval: ['equal-shares', 'greedy-budget', 'approval'],
  'choose-1': ['equal-shares', 'greedy-budget', 'approval'],
  ordinal: ranked,
  cumulative: ['stickers', 'points'],
  scoring: scored,
}
/** The rule that the file itself names. */
const byRule: Record<string, string> = { greedy: 'greedy-budget', equalshares: 'equal-shares' }

export const isRecountId = (id: unknown): id is RecountId => typeof id === 'string' && Object.hasOwn(recounts, id)

/** The methods that a file's ballots allow; of a JSON file every method may be asked, and says itself what is missing. */
export function methodsFor(source: Source): RecountId[] {
  const fitting = () => {
    if (source.kind === 'pabulib') return byVoteType[source.file.voteType]
    if (source.kind !== 'preflib') return Object.keys(recounts)
    if (source.file.type !== 'cat') return ranked
    return source.file.categories.length === 2 ? ['approval', ...scored] : scored
  }
  return fitting().filter(isRecountId)
}

/** The method that the file itself names, if it does. */
export function methodNamed(source: Source): unknown {
  if (source.kind === 'preflib') return undefined
  if (source.kind === 'pabulib') return byRule[source.file.meta.rule?.toLowerCase() ?? '']
  return source.members.method
}

/** What the method is to read: the file in the words of the recount format, and its options under those asked for. */
export function inputFor(source: Source, method: string, asked: Options): Read<Members> {
  if (source.kind === 'preflib') return read(withOptions(fromPrefLib(source.file, method), asked))
  if (source.kind === 'pabulib') return read(withOptions(fromPabulib(source.file, method), asked))
  const { options = {}, ...members } = source.members
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    return faultIn('options', 'not an object', '객체가 아닙니다')
  }
  // How exact a published example claims to be is no convention of the count; another method has other conventions.
  const { tolerance: _tolerance, ...own } = options as Options
  return read(withOptions({ ...members, options: members.method === method ? own : {} }, asked))
}

const withOptions = (members: Members, asked: Options): Members => ({
  ...members,
  options: { ...(members.options as Options | undefined), ...asked },
})

function fromPrefLib({ type, alternatives, categories, ballots }: PrefLibFile, method: string): Members {
  const candidates = distinct(alternatives)
  const named = (group: readonly number[]) => group.map((index) => candidates[index]!)
  if (type !== 'cat') {
    return {
      candidates,
      ballots: ballots.map(({ count, groups }) => ({ weight: count, ranking: groups.map(named) })),
    }
  }
  if (method === 'approval') {
    return {
      candidates,
      ballots: ballots.map(({ count, groups }) => ({ weight: count, approve: named(groups[0] ?? []) })),
    }
  }
  const values = valuesOf(categories)
  return {
    candidates,
    options: { min: Math.min(...values), max: Math.max(...values) },
    ballots: ballots.map(({ count, groups }) => ({
      weight: count,
      scores: Object.fromEntries(groups.flatMap((group, i) => named(group).map((id) => [id, values[i]!]))),
    })),
  }
}

/** Categories that are numbers are scores; others count down to 1 for the last. */
function valuesOf(categories: readonly string[]): number[] {
  const numbers = categories.map((name) => (/^-?\d{1,6}$/.test(name) ? Number(name) : null))
  return numbers.every((value) => value !== null) ? numbers : categories.map((_, i) => categories.length - i)
}

/** Items go by their names; where names are empty or the same, by their numbers. */
function distinct(names: readonly string[]): string[] {
  const isClear = names.every((name) => name !== '') && new Set(names).size === names.length
  return isClear ? [...names] : names.map((_, i) => String(i + 1))
}

function fromPabulib(file: PabulibFile, method: string): Members {
  const { voteType, projects, budget, meta } = file
  const items: Members = { candidates: projects.map(({ id }) => id) }
  if (voteType === 'ordinal') {
    return { ...items, ballots: merged(file, (chosen) => ({ ranking: chosen.map((id) => [id]) })) }
  }
  if (voteType === 'cumulative' || voteType === 'scoring') {
    const member = { stickers: 'stickers', points: 'points' }[method] ?? 'scores'
    return {
      ...items,
      options: limitsOf(file, method),
      ballots: merged(file, (chosen, points) => ({
        [member]: Object.fromEntries(
          chosen.map((id, i) => [id, points[i]!] as const).filter(([, n]) => member === 'scores' || n !== 0),
        ),
      })),
    }
  }
  const ballots = merged(file, (chosen) => ({ approve: [...chosen].sort() }))
  if (method === 'approval') return { ...items, ballots }
  return { projects: projects.map(({ id, cost }) => ({ id, cost })), budget: budget ?? meta.budget, ballots }
}

/** What the file says that a voter may give; where it is silent, the most that somebody gave. */
function limitsOf({ meta, votes }: PabulibFile, method: string): Options {
  const told = (key: string) => (/^-?\d{1,9}$/.test(meta[key] ?? '') ? Number(meta[key]) : undefined)
  const most = (of: (points: number[]) => number) =>
    votes.reduce((found, { points }) => (points && points.length > 0 ? Math.max(found, of(points)) : found), 1)
  const largest = () => most((points) => points.reduce((a, b) => Math.max(a, b)))
  const sum = () => most((points) => points.reduce((a, b) => a + b, 0))
  if (method === 'stickers') {
    return { perVoter: told('max_sum_points') ?? sum(), perItem: told('max_points') ?? largest() }
  }
  if (method === 'points') return { total: told('max_sum_points') ?? sum() }
  return { min: told('min_points') ?? 0, max: told('max_points') ?? largest() }
}

/** Equal votes together: 90,000 voters fill few different ballots. */
function merged({ votes }: PabulibFile, ballotOf: (chosen: string[], points: number[]) => Members): Members[] {
  const found = new Map<string, { weight: number }>()
  for (const { projects, points } of votes) {
    const ballot = ballotOf(projects, points ?? [])
    const text = canonicalJson(ballot)
    const before = found.get(text)
    if (before) before.weight += 1
    else found.set(text, { ...ballot, weight: 1 })
  }
  return [...found.values()]
}
