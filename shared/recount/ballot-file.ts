import { z } from 'zod'
import { methodOf } from '../methods/index.ts'
import { fieldsOf, type SealedResult } from '../results/seal.ts'
import { tellsBefore } from './published.ts'
import type { PabulibFile } from './pabulib/file.ts'
import { writePabulib } from './pabulib/write.ts'
import type { PrefLibFile } from './preflib/file.ts'
import { narrowestType, oneLine, writePrefLib } from './preflib/write.ts'

/** The ballots of a result in the form that other programs read; `note` says what is not in the file. */
export interface BallotFile {
  name: string
  text: string
}

const Ids = z.array(z.string())
const Numbers = z.record(z.string(), z.number())
const Rankings = z.array(z.object({ weight: z.int(), ranking: z.array(Ids) }))
const Approvals = z.array(z.object({ weight: z.int(), approve: Ids }))
const Scores = z.array(z.object({ weight: z.int(), scores: Numbers }))
const Answers = z.array(z.object({ weight: z.int(), answers: z.record(z.string(), z.string()) }))
const Stickers = z.array(z.object({ weight: z.int(), stickers: Numbers }))
const Money = z.object({ budget: z.number(), costs: Numbers })
const Points = z.array(z.object({ weight: z.int(), points: Numbers }))

/**
 * Orders, scores and approvals become PrefLib, stickers and points Pabulib. Null where neither format can say what the
 * ballots say: then the result's own JSON is the file. Ballots that were refused are left out.
 */
export function ballotFile(result: SealedResult): BallotFile | null {
  const method = methodOf(result.method)
  const options = method.parameters.safeParse(result.options)
  if (!options.success) return null
  const counted = result.ballots.filter(
    (ballot) => method.check(ballot, result.candidates, options.data, fieldsOf(result.items)).ok,
  )
  if (counted.some(tellsBefore)) return null
  const note = result.rejected > 0 ? `${result.rejected} refused ballots are left out.` : ''
  const places = new Map(result.candidates.map((id, i) => [id, i]))
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? [])

  const rankings = Rankings.safeParse(counted)
  if (rankings.success) {
    const ballots = rankings.data.map(({ weight, ranking }) => ({ count: weight, groups: ranking.map(placesOf) }))
    return prefLib(result, { categories: [], ballots }, note)
  }
  const approvals = Approvals.safeParse(counted)
  const money = Money.safeParse(options.data)
  if (approvals.success && money.success) {
    const given = approvals.data.map(({ weight, approve }) => ({ weight, projects: [...approve].sort(), points: null }))
    return pabulib(result, 'approval', given, money.data, {}, note)
  }
  if (approvals.success) return sorted(result, approvals.data.map(yesNo), ['Yes', 'No'], note)
  const answers = Answers.safeParse(counted)
  if (answers.success) {
    const names = ['for', 'abstain', 'against']
    const ballots = answers.data.map(({ weight, answers: given }) => ({ weight, of: (id: string) => given[id] }))
    return sorted(result, ballots, names, note)
  }
  const scores = Scores.safeParse(counted)
  if (scores.success) {
    const given = scores.data.flatMap((ballot) => Object.values(ballot.scores))
    const { min = given.reduce((a, b) => Math.min(a, b), 0), max = given.reduce((a, b) => Math.max(a, b), 0) } =
      options.data as { min?: number; max?: number }
    const names = Array.from({ length: max - min + 1 }, (_, i) => String(max - i))
    const ballots = scores.data.map((ballot) => ({
      weight: ballot.weight,
      of: (id: string) => (ballot.scores[id] === undefined ? undefined : String(ballot.scores[id])),
    }))
    return sorted(result, ballots, names, note)
  }
  const stickers = Stickers.safeParse(counted)
  if (stickers.success) {
    const { perVoter, perItem } = options.data as { perVoter?: number; perItem?: number }
    const given = stickers.data.map((ballot) => ({ weight: ballot.weight, points: ballot.stickers }))
    return cumulative(result, given, { max_points: perItem, max_sum_points: perVoter }, note)
  }
  const points = Points.safeParse(counted)
  if (!points.success) return null
  return cumulative(result, points.data, { max_sum_points: (options.data as { total?: number }).total }, note)
}

/** The day in Seoul when the vote was closed. */
const dayOf = ({ closedAt }: SealedResult): string => new Date(closedAt + 9 * 3_600_000).toISOString().slice(0, 10)

/** Names have to differ: the same title twice gets its id. */
function namesOf({ items, candidates }: SealedResult): string[] {
  const titles = new Map(items.map(({ id, title }) => [id, oneLine(title)]))
  const names = candidates.map((id) => titles.get(id) || id)
  return names.map((name, i) =>
    names.filter((other) => other === name).length > 1 ? `${name} (${candidates[i]})` : name,
  )
}

function prefLib(
  result: SealedResult,
  { categories, ballots }: Pick<PrefLibFile, 'categories' | 'ballots'>,
  note: string,
): BallotFile {
  const file: PrefLibFile = {
    type: categories.length > 0 ? 'cat' : 'toi',
    title: `${result.session.title}: ${result.activity.title}`,
    description: note,
    alternatives: namesOf(result),
    categories,
    ballots,
  }
  return {
    name: `ballots.${narrowestType(file)}`,
    text: writePrefLib(file, { name: 'ballots', date: dayOf(result) }),
  }
}

interface Judged {
  weight: number
  /** the category of an item, or nothing where it was not judged */
  of: (id: string) => string | undefined
}
const yesNo = ({ weight, approve }: { weight: number; approve: string[] }): Judged => {
  const approved = new Set(approve)
  return { weight, of: (id) => (approved.has(id) ? 'Yes' : 'No') }
}

function sorted(result: SealedResult, judged: readonly Judged[], categories: string[], note: string): BallotFile {
  const ballots = judged.map(({ weight, of }) => ({
    count: weight,
    groups: categories.map((name) => result.candidates.flatMap((id, i) => (of(id) === name ? [i] : []))),
  }))
  return prefLib(result, { categories, ballots }, note)
}

function cumulative(
  result: SealedResult,
  ballots: readonly { weight: number; points: Record<string, number> }[],
  limits: Limits,
  note: string,
): BallotFile {
  const given = ballots.map(({ weight, points }) => {
    const projects = Object.keys(points).sort()
    return { weight, projects, points: projects.map((id) => points[id]!) }
  })
  // The format wants costs. With these everything can be afforded: the vote was not about money.
  const formal = { budget: result.candidates.length, costs: Object.fromEntries(result.candidates.map((id) => [id, 1])) }
  return pabulib(result, 'cumulative', given, formal, limits, `Costs are formal. ${note}`.trim())
}

type Limits = Record<string, number | undefined>
type Vote = PabulibFile['votes'][number]

function pabulib(
  result: SealedResult,
  voteType: PabulibFile['voteType'],
  ballots: readonly (Vote & { weight: number })[],
  { budget, costs }: z.infer<typeof Money>,
  limits: Limits,
  note: string,
): BallotFile {
  const [year, month, day] = dayOf(result).split('-')
  const names = namesOf(result)
  const file: PabulibFile = {
    voteType,
    budget,
    projects: result.candidates.map((id, i) => ({ id, cost: costs[id] ?? 0, name: names[i]! })),
    // The order of the canonical text, not of arrival.
    votes: ballots.flatMap(({ weight, ...vote }) => Array.from({ length: weight }, () => vote)),
    meta: {
      description: `${result.session.title}: ${result.activity.title}. ${note}`.trim(),
      country: 'Republic of Korea',
      unit: result.session.title,
      instance: result.activity.title,
      num_projects: '',
      num_votes: '',
      budget: '',
      vote_type: '',
      rule: { 'equal-shares': 'equalshares', 'greedy-budget': 'greedy' }[result.method as string] ?? result.method,
      date_begin: `${day}.${month}.${year}`,
      date_end: `${day}.${month}.${year}`,
      ...Object.fromEntries(
        Object.entries(limits).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
      ),
    },
  }
  return { name: 'ballots.pb', text: writePabulib(file) }
}
