import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StickersBallot } from '../../shared/ballots/stickers.ts'
import { IssueId } from '../../shared/base/ids.ts'
import { ballotShapes } from '../../shared/ballots/index.ts'
import { seededRandom } from '../../shared/base/seeded-random.ts'
import { methodIds, methodOf } from '../../shared/methods/index.ts'
import { fieldsOf } from '../../shared/results/seal.ts'
import { anyParameters } from '../../test/contracts/profiles.ts'
import { chooseBallot } from './choose-ballot.ts'

const candidates = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `i${i + 1}`,
    title: `의제 ${i + 1}`,
    fieldId: [null, 'f1', 'f2', 'f3'][i % 4]!,
  }))

describe('chooseBallot', () => {
  it.each(methodIds)('[REHEARSE-2] %s: stays within the rule, whatever the rule', (method) => {
    const rules = methodOf(method)
    fc.assert(
      fc.property(anyParameters[method], fc.integer({ min: 0, max: 60 }), fc.string(), (parameters, items, seed) => {
        const rule = rules.parameters.parse(parameters)
        const question = { method, parameters: rule, candidates: candidates(items) }
        const ballot = chooseBallot(question, 'room', seededRandom(seed))
        expect(z.strictObject(ballotShapes[rules.ballot](IssueId)).safeParse(ballot).success).toBe(true)
        const ids = question.candidates.map(({ id }) => id)
        expect(rules.check(ballot, ids, rule, fieldsOf(question.candidates)).ok).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('makes the same choices from the same seed, and a room has its favourites', () => {
    const question = {
      method: 'stickers' as const,
      parameters: { perVoter: 3, perItem: 1 },
      candidates: candidates(20),
    }
    const room = (seed: string) => {
      const random = seededRandom(seed)
      const scores: Record<string, number> = {}
      for (let i = 0; i < 300; i += 1) {
        for (const id of Object.keys((chooseBallot(question, seed, random) as StickersBallot).stickers))
          scores[id] = (scores[id] ?? 0) + 1
      }
      return scores
    }
    expect(room('a')).toEqual(room('a'))
    expect(room('a')).not.toEqual(room('b'))
    const scores = Object.values(room('a'))
    expect(Math.max(...scores)).toBeGreaterThan(3 * Math.min(...scores))
  })
})
