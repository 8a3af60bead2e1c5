import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../base/outcome.ts'
import type { Actor, Material } from '../material.ts'
import { noCoding } from '../coding/code.ts'
import { CausesSettings, type CausesActivity } from './activity.ts'
import { causeCandidates, causesOfCandidate } from './candidates.ts'
import type { CausesCommand } from './commands.ts'
import { decideCauses } from './decide.ts'
import { applyCauses } from './facts.ts'
import { chosenCauses } from './filing.ts'
import { causesIn, causesUnder } from './graph.ts'
import { causes } from './index.ts'

const facilitator: Actor = { role: 'facilitator', id: 'account:1', name: '진행자' }
const resident = (n: number): Actor => ({ role: 'participant', seat: `p${n}` })
const placement = { title: null, fieldId: null, mergedInto: null, hidden: null }
const issue = (n: number) => ({
  id: `i${n}`,
  activity: 'a1',
  author: null,
  text: `${n}번 의제`,
  detail: '',
  withdrawn: false,
  placement,
})
const begun = (): Material => ({
  fields: [],
  groups: [],
  boardNews: null,
  issues: { i1: issue(1), i2: issue(2) },
  nextIssue: 3,
  undo: [],
  notes: {},
  privateNotes: {},
  coding: noCoding,
  checks: {},
})
const open = (settings = {}): CausesActivity => {
  const prepared = causes.begin({ id: 'a2', title: '왜 그럴까요?', minutes: 10 }, CausesSettings.parse(settings))
  const opened = causes.open(prepared, begun())
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}

/** A room that takes commands one after the other. */
function room(activity = open()) {
  let material = begun()
  function give(command: CausesCommand, actor: Actor = facilitator): string {
    const outcome = decideCauses(command, [activity], material, {
      actor,
      at: 0,
      mayOpenVote: true,
    })
    if (!outcome.ok) return outcome.refusal
    for (const fact of outcome.value) material = applyCauses(fact, material)
    return 'done'
  }
  const add = (text: string, parent: string, actor: Actor = resident(1)) => {
    const id = `i${material.nextIssue}`
    expect(give({ type: 'addCause', activity: 'a2', text, parent, category: null }, actor)).toBe('done')
    return id
  }
  return { give, add, material: () => material, set: (next: Material) => (material = next) }
}

const underIn = (material: Material, id: string) =>
  causesUnder(material, id).map(({ cause, parents }) => [cause.id, parents])

describe('causes', () => {
  it('[CAUSE-1] a cause cannot come to stand below itself, by moving or by linking, however deep', () => {
    const { give, add } = room()
    const [a, b] = [add('가', 'i1'), 'i4']
    add('나', a)
    const c = add('다', b)
    expect(give({ type: 'moveCause', cause: a, from: 'i1', to: c })).toBe('cause_cycle')
    expect(give({ type: 'linkCause', cause: a, to: a })).toBe('cause_cycle')
    expect(give({ type: 'linkCause', cause: b, to: c })).toBe('cause_cycle')
    expect(give({ type: 'unlinkCause', cause: c, from: b })).toBe('cause_needs_parent')
    expect(give({ type: 'linkCause', cause: c, to: 'i2' })).toBe('done')
  })

  const anyId = fc.integer({ min: 1, max: 16 }).map((n) => `i${n}`)
  const anyCommand: fc.Arbitrary<{ command: CausesCommand; seat: number }> = fc.record({
    seat: fc.integer({ min: 0, max: 3 }),
    command: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          type: fc.constant('addCause' as const),
          activity: fc.constant('a2'),
          text: fc.constantFrom('가', '나'),
          parent: anyId,
          category: fc.constantFrom(null, 'c1'),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ type: fc.constant('moveCause' as const), cause: anyId, from: anyId, to: anyId }),
      },
      { weight: 5, arbitrary: fc.record({ type: fc.constant('linkCause' as const), cause: anyId, to: anyId }) },
      fc.record({ type: fc.constant('unlinkCause' as const), cause: anyId, from: anyId }),
      fc.record({ type: fc.constant('withdrawCause' as const), cause: anyId }),
      fc.record({ type: fc.constant('hideCause' as const), cause: anyId, reason: fc.constant('unclear' as const) }),
      fc.record({ type: fc.constant('showCause' as const), cause: anyId }),
      fc.record({
        type: fc.constant('chooseCauses' as const),
        causes: fc.array(anyId, { minLength: 1, maxLength: 3 }),
        chosen: fc.boolean(),
      }),
      fc.record({ type: fc.constant('rewordCause' as const), cause: anyId, title: fc.constantFrom('다른 말', null) }),
      fc.record({ type: fc.constant('undoCauses' as const) }),
    ),
  })
  const commands = fc.array(anyCommand, { maxLength: 60 })
  const play = (given: { command: CausesCommand; seat: number }[]) => {
    const played = room(open({ perPerson: 30 }))
    for (const { command, seat } of given) played.give(command, seat === 0 ? facilitator : resident(seat))
    return played
  }

  it('[CAUSE-1] whatever anybody does, the graph has no circle, and every cause stands below something', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const all = causesIn(play(given).material())
        const depth = new Map<string, number>()
        const visit = (id: string, above: readonly string[]): void => {
          expect(above).not.toContain(id)
          if (depth.has(id)) return
          for (const parent of all[id]?.placement.parents ?? []) visit(parent, [...above, id])
          depth.set(id, above.length)
        }
        for (const { id, placement: at } of Object.values(all)) {
          expect(at.parents.length).toBeGreaterThan(0)
          expect(at.parents.every((parent) => parent in all || ['i1', 'i2'].includes(parent))).toBe(true)
          visit(id, [])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[CAUSE-2] the facilitator’s steps taken back one by one leave what residents wrote, where they wrote it', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const played = play(given.filter(({ command }) => command.type !== 'undoCauses'))
        fc.pre((played.material().causeUndo ?? []).length < 50)
        while ((played.material().causeUndo ?? []).length > 0) expect(played.give({ type: 'undoCauses' })).toBe('done')
        for (const cause of Object.values(causesIn(played.material()))) {
          if (cause.author === null) expect(cause.withdrawn).toBe(true)
          else expect(cause.placement).toMatchObject({ title: null, hidden: null, chosen: false })
          expect(cause.placement.parents).toHaveLength(1)
        }
        expect(played.give({ type: 'undoCauses' })).toBe('nothing_to_undo')
      }),
      { numRuns: 300 },
    )
  })

  it('[CAUSE-3] what is hidden or withdrawn leaves no hole, and a merged issue takes its causes along', () => {
    const { give, add, material, set } = room()
    const a = add('가', 'i1')
    const b = add('나', a)
    const c = add('다', b, resident(2))
    expect(give({ type: 'hideCause', cause: a, reason: 'unclear' })).toBe('done')
    expect(give({ type: 'withdrawCause', cause: b }, resident(1))).toBe('done')
    expect(underIn(material(), 'i1')).toEqual([[c, ['i1']]])
    const merged = { ...issue(1), placement: { ...placement, mergedInto: 'i2' } }
    set({ ...material(), issues: { ...material().issues, i1: merged } })
    expect(underIn(material(), 'i2')).toEqual([[c, ['i2']]])
  })

  it('[CAUSE-4] a resident writes up to a number, and changes only what is their own, while it is open', () => {
    const activity = open({ perPerson: 2 })
    const { give, add } = room(activity)
    const a = add('가', 'i1')
    add('나', a)
    const third = { type: 'addCause', activity: 'a2', text: '다', parent: 'i1', category: null } as const
    expect(give(third, resident(1))).toBe('too_many_causes')
    expect(give(third, resident(2))).toBe('done')
    expect(give({ type: 'reviseCause', cause: a, text: '바꿈' }, resident(2))).toBe('not_your_cause')
    expect(give({ ...third, parent: 'i77' }, resident(2))).toBe('cause_not_found')
    expect(give({ ...third, category: 'c77' }, resident(2))).toBe('unknown_category')
    const closed = room({ ...activity, phase: 'closed' })
    expect(closed.give(third, resident(1))).toBe('activity_not_open')
  })

  it('[CAUSE-5] a shared cause is one candidate, and is filed with each of its issues', () => {
    const { give, add, material } = room()
    const a = add('가', 'i1')
    const b = add('나', a)
    expect(give({ type: 'linkCause', cause: a, to: 'i2' })).toBe('done')
    expect(causeCandidates(material(), { activity: 'a2' }).map(({ id }) => id)).toEqual([a, b])
    expect(causesUnder(material(), 'i1').map(({ otherIssues }) => otherIssues)).toEqual([1, 1])
    expect(give({ type: 'chooseCauses', causes: [b], chosen: true })).toBe('done')
    const votes = { [b]: { voters: 7, ballots: 9 } }
    const filed = chosenCauses(material(), votes)
    const one = { id: b, text: '나', chosen: true, votes: votes[b] }
    expect(filed.issues).toEqual([
      { issue: 'i1', causes: [one] },
      { issue: 'i2', causes: [one] },
    ])
    expect(give({ type: 'unlinkCause', cause: a, from: 'i1' })).toBe('done')
    expect(chosenCauses(material(), votes).issues.map((at) => at.issue)).toEqual(['i2'])
    expect(chosenCauses(material(), votes).digest).not.toBe(filed.digest)
  })

  it('[CAUSE-7] an issue takes its causes into a vote, and nothing where there are none', () => {
    const { add, material } = room()
    const a = add('가', 'i1')
    expect(causesOfCandidate(material(), 'i1')).toEqual({ causes: [{ id: a, text: '가', chosen: false }] })
    expect(causesOfCandidate(material(), 'i2')).toEqual({})
  })

  it('[CAUSE-4] opens with the best issue of the last vote, or with the one that was prepared', () => {
    const prepared = causes.begin({ id: 'a2', title: '왜?', minutes: 5 }, {})
    const opened = (activity: CausesActivity, material: Material) => causes.open(activity, material)
    const issueOf = (outcome: Outcome<CausesActivity>) => (outcome.ok ? outcome.value.issue : outcome.refusal)
    expect(issueOf(opened(prepared, begun()))).toBe('i1')
    expect(issueOf(opened(prepared, { ...begun(), ranked: ['i2', 'i1'] }))).toBe('i2')
    const given = causes.begin({ id: 'a2', title: '왜?', minutes: 5 }, { issues: ['i1'] })
    expect(issueOf(opened(given, { ...begun(), ranked: ['i2', 'i1'] }))).toBe('i1')
    expect(issueOf(opened(prepared, { ...begun(), issues: {} }))).toBe('issue_not_found')
  })
})
