import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostThatFit } from '../../shared/activities/vote/largest-ballot.ts'
import { Ballot } from '../../shared/ballots/index.ts'
import { limits } from '../../shared/base/limits.ts'
import { methodIds, methodOf, type MethodId, type Parameters } from '../../shared/methods/index.ts'
import { SessionCommand } from '../../shared/session/commands.ts'

/** The longest ids that a session can have. */
const idsOf = (n: number) => Array.from({ length: n }, (_, i) => `i${999_999 - i}`)
const names = Array.from({ length: limits.criteria }, (_, i) => `${i}${'가'.repeat(limits.criterionName - 1)}`)

/** Parameters at their limits, where a method has some that a ballot's length depends on. */
const widest: Partial<Record<MethodId, Parameters>> = {
  stickers: { perVoter: limits.stickersPerVoter, perItem: limits.stickersPerVoter },
  points: { total: limits.pointsPerVoter },
  quadratic: { credits: limits.votesPerItem ** 2 },
  score: { min: -100, max: 100 },
  criteria: { criteria: names, weights: names.map(() => 1) },
  'bradley-terry': { perVoter: limits.comparisonsPerVoter },
  'best-worst': { setSize: limits.itemsPerSet, perVoter: limits.setsPerVoter },
}
const parametersOf = (id: MethodId, ids: readonly string[]): Parameters => {
  const costs = Object.fromEntries(ids.map((item) => [item, 1]))
  const { parameters } = methodOf(id)
  for (const given of [widest[id] ?? {}, {}, { budget: ids.length, costs }]) {
    const parsed = parameters.safeParse(given)
    if (parsed.success) return parsed.data
  }
  throw new Error(`no parameters for ${id}`)
}

/** Ballots of each shape that name as much as they can. */
const full: Record<string, (ids: string[], parameters: Parameters) => unknown> = {
  stickers: (ids, { perVoter }) => ({
    stickers: Object.fromEntries(ids.slice(0, Number(perVoter)).map((id) => [id, 1])),
  }),
  approve: (ids) => ({ approve: ids }),
  answers: (ids) => ({ answers: Object.fromEntries(ids.map((id) => [id, 'abstain'])) }),
  points: (ids, { total }) => ({ points: Object.fromEntries(ids.slice(0, Number(total)).map((id) => [id, 1])) }),
  votes: (ids, { credits }) => ({ votes: Object.fromEntries(ids.slice(0, Number(credits)).map((id) => [id, -1])) }),
  scores: (ids, { min }) => ({ scores: Object.fromEntries(ids.map((id) => [id, min])) }),
  criteria: (ids, { criteria, min }) => ({
    criteria: Object.fromEntries(
      (criteria as string[]).map((name) => [name, Object.fromEntries(ids.map((id) => [id, min]))]),
    ),
  }),
  ranking: (ids) => ({ ranking: ids.map((id) => [id]) }),
  pairs: (ids, { perVoter }) => ({
    pairs: ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b])).slice(0, Number(perVoter)),
  }),
  'best-worst': (ids, { perVoter, setSize }) => ({
    sets: Array.from({ length: Number(perVoter) }, (_, n) => {
      const set = Array.from({ length: Math.min(ids.length, Number(setSize)) }, (_, i) => ids[(n + i) % ids.length]!)
      return { set, best: set[0], worst: set[1] }
    }),
  }),
  comparisons: (ids) => ({ comparisons: ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b, 9])) }),
  needs: (ids, { max }) => ({ needs: Object.fromEntries(ids.map((id) => [id, { importance: max, current: max }])) }),
  opinions: (ids) => ({ opinions: Object.fromEntries(ids.map((id) => [id, 'disagree'])) }),
}

describe.each(methodIds)('a ballot by %s', (id) => {
  it('[VOTE-11] is never larger than a message, however many items its vote is opened with', () => {
    const cap = methodOf(id).mostCandidates ?? limits.candidatesPerVote
    fc.assert(
      fc.property(fc.oneof(fc.constant(cap), fc.integer({ min: 2, max: cap })), (wanted) => {
        const all = idsOf(wanted)
        const ids = all.slice(0, mostThatFit(id, all, parametersOf(id, all)))
        const ballot = full[methodOf(id).ballot]!(ids, parametersOf(id, ids))
        expect(Ballot.safeParse(ballot).success).toBe(true)
        const command = { type: 'castBallot', activity: 'a9999', revision: 1_000_000, ballot }
        expect(SessionCommand.safeParse(command).success).toBe(true)
        const message = ['command', { v: 1, id: 'x'.repeat(64), ...command }]
        expect(new TextEncoder().encode(`42999999${JSON.stringify(message)}`).length).toBeLessThanOrEqual(16_384)
      }),
      { numRuns: 20 },
    )
  })
  it('[VOTE-11] leaves room for 200 items', () => {
    if (id === 'ahp' || id === 'criteria') return
    expect(mostThatFit(id, idsOf(200), parametersOf(id, idsOf(200)))).toBe(200)
  })
})
