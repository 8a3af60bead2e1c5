import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot, Weighted } from '../../shared/ballots/index.ts'
import { ballotShapes } from '../../shared/ballots/index.ts'
import { fill, languages } from '../../shared/i18n/index.ts'
import { methodIds, methodOf, methods, type Tally } from '../../shared/methods/index.ts'
import { ruleValues } from '../../shared/methods/rule-values.ts'
import { inNameOrder, profiles, renamed, type Profile } from './profiles.ts'
import { workedExamples } from './worked-examples.ts'

const RUNS = { numRuns: 1_000 }

describe.each(methodIds)('the method %s', (id) => {
  const method = methodOf(id)
  const anyProfile = profiles(id, method.ballot)
  const tally = ({ ballots, candidates, parameters, fields }: Profile): Tally =>
    method.tally(ballots, candidates, parameters, fields)
  const usual = method.parameters.parse({})

  it('has the id of its folder, a ballot shape, and usual values for its parameters', () => {
    expect(method.id).toBe(id)
    expect(ballotShapes).toHaveProperty(method.ballot)
    expect(Object.keys(usual).length).toBeGreaterThan(0)
    expect(method.parameters.safeParse({ ...usual, surprise: 1 }).success).toBe(false)
  })

  it.each(Object.keys(languages))('has a name and a rule in %s that its parameters fill', (language) => {
    const { texts } = methods[id]
    const name = language === 'ko' || language === 'en' ? texts.name[language] : (texts.name[language] ?? texts.name.ko)
    const rule = texts.rule[language as 'ko'] ?? texts.rule.ko
    expect(name.trim()).not.toBe('')
    const values = ruleValues(texts, usual, language)
    expect(fill(rule, values, languages[language]!.language)).not.toMatch(/[{}]/)
  })

  it.each(workedExamples[id])(
    '[METHOD-1] counts as by hand: $title ($source)',
    ({ options, candidates, ballots, expected }) => {
      expect(method.tally(ballots, candidates, method.parameters.parse(options))).toMatchObject(expected)
    },
  )

  it('[METHOD-2] a ballot that may not be cast is not counted, and every other one is', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { ballots, candidates, parameters, fields } = profile
        const allowed = ballots.filter((ballot) => method.check(bare(ballot), candidates, parameters, fields).ok)
        const { accepted, rejected } = tally(profile)
        expect(accepted).toBe(people(allowed))
        expect(accepted + rejected).toBe(people(ballots))
        const { rejected: _, ...counts } = tally({ ...profile, ballots: allowed })
        expect(tally(profile)).toMatchObject(counts)
      }),
      RUNS,
    )
  })

  it('[METHOD-3] anonymity: the order of the ballots does not matter, nor how equal ones are put together', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const single = profile.ballots.flatMap((one) =>
          Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })),
        )
        expect(tally({ ...profile, ballots: single.reverse() })).toEqual(tally(profile))
      }),
      RUNS,
    )
  })

  it('[METHOD-4] neutrality: other names for the items give the same result under those names', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { candidates } = profile
        const names = new Map(candidates.map((id, i) => [id, `i${500 + ((i * 3 + 1) % 11)}`]))
        const before = renamed(tally(profile), names)
        const after = tally(renamed(profile, names))
        expect(inNameOrder(after)).toEqual(inNameOrder(before))
      }),
      RUNS,
    )
  })

  it('[METHOD-5] the ranking has every item once, ties in one group, and only finite figures', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { ranking, scores, votersPerItem, accepted, blank } = tally(profile)
        expect(ranking.flat().sort()).toEqual([...profile.candidates].sort())
        expect(ranking.every((group) => group.length > 0)).toBe(true)
        for (const id of profile.candidates) {
          expect(Number.isFinite(scores[id])).toBe(true)
          expect(votersPerItem[id]).toBeLessThanOrEqual(accepted - blank)
        }
        const byGroup = ranking.map((group) => [...new Set(group.map((id) => scores[id]))])
        expect(byGroup.every((values) => values.length === 1)).toBe(true)
        expect(new Set(byGroup.flat()).size).toBe(ranking.length)
      }),
      RUNS,
    )
  })

  it.each([
    ['no items', []],
    ['one item', ['i1']],
    ['three items', ['i1', 'i2', 'i3']],
  ])('[METHOD-6] no ballots, %s: a result', (_, candidates) => {
    const { accepted, rejected, blank, ranking, scores } = method.tally([], candidates, usual)
    expect({ accepted, rejected, blank }).toEqual({ accepted: 0, rejected: 0, blank: 0 })
    expect(ranking).toEqual(candidates.length === 0 ? [] : [candidates])
    expect(Object.values(scores).every((score) => score === 0)).toBe(true)
  })

  it('[METHOD-6] all ballots equal: a result', () => {
    fc.assert(
      fc.property(anyProfile, fc.integer({ min: 1, max: 300 }), (profile, weight) => {
        const [one] = profile.ballots
        if (!one) return
        const result = tally({ ...profile, ballots: [{ ...one, weight }] })
        expect(result.accepted + result.rejected).toBe(weight)
      }),
      RUNS,
    )
  })

  it('changes nothing of what it is given', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const before = JSON.stringify(profile)
        tally(profile)
        expect(JSON.stringify(profile)).toBe(before)
      }),
      { numRuns: 100 },
    )
  })
})

const people = (ballots: readonly Weighted<Ballot>[]): number => ballots.reduce((sum, { weight }) => sum + weight, 0)
const bare = ({ weight: _, ...ballot }: Weighted<Ballot>): Ballot => ballot
