import { z } from 'zod'
import type { OpinionsBallot } from '../../ballots/opinions.ts'
import type { Weighted } from '../../ballots/index.ts'
import { ok, refuse } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit, areKnown } from '../common/admit.ts'
import { eitherInput } from '../common/either-input.ts'
import { defineMethod } from '../method.ts'
import { Candidates, defineRecount, recountOf } from '../recount.ts'
import { divisionOf, groupConsensus, opinionsOf, type Opinion } from './consensus.ts'
import { findGroups, type OpinionGroups, type Row } from './count.ts'
import { texts } from './texts.ts'

/* Conventions of Polis, named for whoever recounts; there is one way of each. */
const OpinionParameters = z.strictObject({
  impute: z.literal('column-mean').default('column-mean'),
  projection: z
    .literal('pca-2, votes cast only, times sqrt(statements / votes)')
    .default('pca-2, votes cast only, times sqrt(statements / votes)'),
})
const OpinionOptions = OpinionParameters.extend({
  /** the groups that a file brings, where it brings some, or those found here */
  groupsForGic: z.enum(['published', 'found']).default('published'),
  legend: z.literal('+ agree, - disagree, 0 pass, . not seen').default('+ agree, - disagree, 0 pass, . not seen'),
})

const MARKS = { agree: '+', disagree: '-', pass: '0' } as const

/** Agree, disagree or pass on statements: they rank by group-informed consensus, beside what divides the groups. */
export const opinionGroups = defineMethod({
  id: 'opinion-groups',
  ballot: 'opinions',
  parameters: OpinionParameters,
  texts,
  check: (ballot: OpinionsBallot, candidates) =>
    isAllowed(ballot, candidates) ? ok(ballot) : refuse('unknown_candidate'),
  tally(ballots, candidates) {
    const { accepted, rejected, blank, ...admitted } = admit(
      ballots,
      (ballot) => isAllowed(ballot, candidates),
      ({ opinions }) => Object.keys(opinions).length === 0,
    )
    const rows = rowsOf(admitted.ballots, candidates)
    const found = findGroups(rows, candidates.length)
    const groups = groupRows(rows, found.groupOf, found.k)
    const everybody = opinionsOf(rows, candidates.length)
    const figures = consensusOf(groups, candidates.length)
    const scores = byId(candidates, figures.gicAgree)
    return {
      scores,
      votersPerItem: byId(candidates, everybody.map(votesOn)),
      accepted,
      rejected,
      blank,
      ranking: rankByScore(scores),
      figures: {
        ...countsOf(everybody),
        ...figures,
        k: found.k,
        groups: groups.map((members) => ({
          people: members.reduce((sum, { weight }) => sum + weight, 0),
          ...countsOf(opinionsOf(members, candidates.length)),
        })),
        pca: { components: found.components },
        map: mapOf(rows, found),
      },
    }
  },
})

const isAllowed = ({ opinions }: OpinionsBallot, candidates: readonly string[]): boolean =>
  areKnown(Object.keys(opinions), candidates)

const FileInput = z
  .object({
    options: OpinionOptions.prefault({}),
    statements: Candidates,
    votes: z.array(z.string().regex(/^[-+0.]*$/)),
    publishedGroup: z.array(z.union([z.string(), z.int()]).nullable()).optional(),
  })
  .superRefine(({ statements, votes, publishedGroup }, context) => {
    votes.forEach((text, person) => {
      if (text.length === statements.length) return
      context.addIssue({ code: 'custom', path: ['votes', person], message: `must have ${statements.length} votes` })
    })
    if (publishedGroup && publishedGroup.length !== votes.length) {
      context.addIssue({ code: 'custom', path: ['publishedGroup'], message: `must have ${votes.length} people` })
    }
  })
const sealed = recountOf(opinionGroups)

/** A string of votes for each person, or the ballots of a vote. People keep the order of the file. */
export const opinionGroupsRecount = defineRecount({
  id: 'opinion-groups',
  input: eitherInput(sealed.input, FileInput),
  count(given) {
    if (!isFile(given)) return sealed.count(given)
    const { options, statements, votes, publishedGroup } = given
    const merged = mergeRows(votes.map((text) => ({ votes: text, weight: 1 })))
    const found = findGroups(merged, statements.length)
    const rowOf = new Map(merged.map((row, r) => [row.votes, r]))
    const groupOf = votes.map((text) => found.groupOf[rowOf.get(text)!]!)
    const published = options.groupsForGic === 'published' ? publishedGroup : undefined
    const people = votes.map((text) => ({ votes: text, weight: 1 }))
    const groups = published ? groupRows(people, ...numbered(published)) : groupRows(people, groupOf, found.k)
    const consensus = consensusOf(groups, statements.length)
    return {
      method: 'opinion-groups',
      options,
      ...countsOf(opinionsOf(people, statements.length)),
      ...consensus,
      pca: { components: found.components, projection: votes.map((text) => found.projection[rowOf.get(text)!]) },
      groups: groupOf,
      k: found.k,
      ranking: rankByScore(byId(statements, consensus.gicAgree)),
    }
  },
})

const isFile = (given: unknown): given is z.output<typeof FileInput> =>
  typeof given === 'object' && given !== null && 'votes' in given

/** People who voted on nothing are left out: they are counted as blank. */
function rowsOf(ballots: readonly Weighted<OpinionsBallot>[], candidates: readonly string[]): Row[] {
  const voted = ballots.filter(({ opinions }) => Object.keys(opinions).length > 0)
  return mergeRows(
    voted.map(({ opinions, weight }) => ({
      votes: candidates.map((id) => (opinions[id] === undefined ? '.' : MARKS[opinions[id]])).join(''),
      weight,
    })),
  )
}

/** Equal votes once, in the order of their text: neither ballots nor names decide. */
function mergeRows(rows: readonly Row[]): Row[] {
  const weights = new Map<string, number>()
  for (const { votes, weight } of rows) weights.set(votes, (weights.get(votes) ?? 0) + weight)
  return [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([votes, weight]) => ({ votes, weight }))
}

function groupRows(rows: readonly Row[], groupOf: readonly (number | null)[], k: number): Row[][] {
  const groups = Array.from({ length: k }, (): Row[] => [])
  rows.forEach((row, r) => {
    const group = groupOf[r] ?? null
    if (group !== null) groups[group]!.push(row)
  })
  return groups
}

/** Groups by name as groups by number, sorted by name. */
function numbered(names: readonly (string | number | null)[]): [(number | null)[], number] {
  const known = [...new Set(names.filter((name) => name !== null).map(String))].sort()
  return [names.map((name) => (name === null ? null : known.indexOf(String(name)))), known.length]
}

function consensusOf(groups: readonly (readonly Row[])[], statements: number) {
  const opinions = groups.map((rows) => opinionsOf(rows, statements))
  const each = <T>(of: (groups: Opinion[]) => T): T[] =>
    Array.from({ length: statements }, (_, s) => of(opinions.map((group) => group[s]!)))
  return {
    gicAgree: each((on) => groupConsensus(on, 'agrees')),
    gicDisagree: each((on) => groupConsensus(on, 'disagrees')),
    division: each(divisionOf),
  }
}

/** Where people stand, those at one place together. */
function mapOf(rows: readonly Row[], { projection, groupOf }: OpinionGroups) {
  return rows.flatMap(({ weight }, r) =>
    projection[r] ? [{ at: projection[r], group: groupOf[r], people: weight }] : [],
  )
}

const countsOf = (opinions: readonly Opinion[]) => ({
  agrees: opinions.map(({ agrees }) => agrees),
  disagrees: opinions.map(({ disagrees }) => disagrees),
  passes: opinions.map(({ passes }) => passes),
})

const votesOn = ({ agrees, disagrees, passes }: Opinion): number => agrees + disagrees + passes

const byId = (ids: readonly string[], values: readonly number[]): Record<string, number> =>
  Object.fromEntries(ids.map((id, i) => [id, values[i]!]))
