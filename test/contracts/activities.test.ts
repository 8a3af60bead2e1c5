import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  activityCommands,
  activityKinds,
  AgendaItem,
  applyActivityFact,
  beginActivity,
  closeActivity,
  decideActivity,
  HallStep,
  hallStep,
  kindIds,
  openActivity,
  PhoneStep,
  phoneStep,
  type Activity,
  type ActivityFact,
  type KindId,
} from '../../shared/activities/index.ts'
import type { Actor, Material } from '../../shared/activities/material.ts'
import { seal } from '../../shared/results/seal.ts'
import { applyFact, beginSession, type SessionState } from '../../shared/session/state.ts'
import {
  ConsoleView,
  consoleView,
  NotesView,
  notesView,
  PhoneView,
  phoneView,
  ProjectorView,
  projectorView,
} from '../../shared/session/views.ts'
import { MineView, mineView } from '../../shared/session/mine-view.ts'
import { commandsOf, definition, material, privateWords, settingsOf } from './activity-data.ts'

type Command = z.ZodObject<{ type: z.ZodLiteral<string> }>

const facilitator: Actor = { role: 'facilitator', id: 'account:1', name: '진행자' }
const AT = 1_800_000_000_000
const context = { actor: facilitator, at: AT, mayOpenVote: true }
const done = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const itemOf = (kind: KindId, settings: object = settingsOf[kind] ?? {}) =>
  AgendaItem.parse({ id: 'a1', title: '활동', minutes: 10, kind, settings })

/** The same activity in each phase that it goes through. */
function phasesOf(kind: KindId, settings?: Record<string, unknown>): Activity[] {
  const prepared = beginActivity(itemOf(kind, settings))
  const open = done(openActivity(prepared, material()))
  const closed = done(closeActivity(open, context))
  if (closed.kind !== 'vote' || closed.phase !== 'closed') return [prepared, open, closed]
  const counted = {
    digest: 'd'.repeat(64),
    checkIns: 40,
    tally: seal(
      {
        session: { id: definition([]).sessionId, title: '워크숍', heldAt: null },
        activity: { id: 'a1', title: '활동' },
        closedAt: AT,
        checkIns: 40,
        ...closed.settings,
        subject: closed.settings.subject?.of,
        candidates: closed.candidates,
        previous: null,
      },
      [{ ballot: { stickers: { i1: 1, i2: 1 } }, commandId: 'command-1' }],
    ).result,
  }
  const sealed: Activity = { ...closed, ...counted, phase: 'sealed' }
  const [fact] = done(decideActivity({ type: 'revealResult', activity: 'a1' }, [sealed], material(), context))
  if (fact?.type !== 'resultRevealed') throw new Error('a sealed vote was not revealed')
  return [prepared, open, closed, sealed, fact.activity]
}

/** What nobody may see before the reveal, and what nobody may see ever. */
const standing = /"(score|scores|rank|ranking|standings|tally|votersPerItem|shareOf\w*|voters|accepted)":/
const person = /"author"|"p9\d\d"/

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

describe.each(kindIds)('the activity kind %s', (kind) => {
  const { texts, settings, facts } = activityKinds[kind]
  const commands = activityKinds[kind].commands as unknown as Command[]

  it('[KIND-1] has a name and a purpose in both languages, and usual settings', () => {
    for (const words of [texts.name, texts.purpose])
      for (const text of [words.ko, words.en]) expect(text.trim()).not.toBe('')
    expect(settings.safeParse({}).success).toBe(true)
    expect(settings.safeParse({ surprise: 1 }).success).toBe(false)
    expect(itemOf(kind)).toMatchObject({ kind, id: 'a1' })
  })

  it('[KIND-2] goes from prepared to open to closed, and keeps what was prepared', () => {
    const phases = phasesOf(kind)
    expect(phases.slice(0, 3).map(({ phase }) => phase)).toEqual(['prepared', 'open', 'closed'])
    for (const { id, title, minutes, settings: own } of phases) {
      expect({ id, title, minutes, settings: own }).toEqual({
        id: 'a1',
        title: '활동',
        minutes: 10,
        settings: itemOf(kind).settings,
      })
    }
  })

  it.each(phasesOf(kind).map((activity) => [activity.phase, activity] as const))(
    '[KIND-3] %s: each view is what its schema says, with nobody in it and no standing before the reveal',
    (phase, activity) => {
      for (const [view, schema] of [
        [phoneStep(activity, material()), PhoneStep],
        [hallStep(activity, material()), HallStep],
      ] as const) {
        expect(schema.parse(view)).toEqual(view)
        const sent = JSON.stringify(view)
        expect(sent).not.toMatch(person)
        if (phase !== 'revealed') expect(sent).not.toMatch(standing)
      }
    },
  )

  it.each(phasesOf(kind).map((activity) => [activity.phase, activity] as const))(
    '[KIND-3] %s: so is everything that a phone, the projector and the console get',
    (phase, activity) => {
      const opened: SessionState = applyFact(beginSession(definition([itemOf(kind)])), {
        type: 'activityOpened',
        activity,
      })
      const state = { ...opened, material: material() }
      const views: [unknown, z.ZodType][] = [
        [phoneView(state), PhoneView],
        [projectorView(state, 'http://madang.example'), ProjectorView],
        [consoleView(state, 'http://madang.example'), ConsoleView],
        [notesView(state), NotesView],
      ]
      for (const [view, schema] of views) {
        expect(schema.parse(view)).toEqual(view)
        const sent = JSON.stringify(view)
        expect(sent).not.toMatch(person)
        expect(sent).not.toContain(privateWords)
        if (phase !== 'revealed') expect(sent).not.toMatch(standing)
      }
      const mine = mineView(state, 'p901')
      expect(MineView.parse(mine)).toEqual(mine)
      expect(mine.issues.map(({ id }) => id)).toEqual(['i1'])
      expect(JSON.stringify(mine)).not.toMatch(standing)
    },
  )

  it('[KIND-4] knows its own commands by their schemas, each with a sentence for the documentation', () => {
    const types = commands.map((schema) => schema.shape.type.value)
    expect(new Set(commandsOf[kind].map(({ command }) => command.type))).toEqual(new Set(types))
    for (const { command } of commandsOf[kind]) {
      const schema = commands.find((one) => one.shape.type.value === command.type)
      expect(schema?.parse(command)).toEqual(command)
      expect(schema?.description).toMatch(/\.$/)
    }
  })

  it.each(commandsOf[kind].map((one) => [one.command.type, one] as const))(
    '[KIND-5] %s: gives facts of its own that fold, survive JSON, and change nothing in place',
    (_, { by, command, settings }) => {
      const before = deepFreeze(material())
      const actor: Actor = by === 'facilitator' ? facilitator : { role: 'participant', seat: by }
      const activity = phasesOf(kind, settings).at(kind !== 'vote' ? 1 : command.type === 'showOnResult' ? 4 : 3)!
      const decided = done(decideActivity(command, [activity], before, { ...context, actor }))
      expect(decided.length).toBeGreaterThan(0)
      expect(facts).toEqual(expect.arrayContaining(decided.map(({ type }) => type)))
      const fold = (some: readonly ActivityFact[]): Material =>
        some.reduce((m, fact) => deepFreeze(applyActivityFact(fact, m)), before)
      expect(fold(JSON.parse(JSON.stringify(decided)) as ActivityFact[])).toEqual(fold(decided))
      expect(before).toEqual(material())
    },
  )

  it('[KIND-6] refuses what comes before it is open, and another activity than its own', () => {
    const [prepared] = phasesOf(kind)
    expect(closeOf(prepared!).ok).toBe(kind !== 'vote')
    for (const { command } of commandsOf[kind]) {
      if (!('activity' in command)) continue
      const stray = { ...command, activity: 'a77' }
      expect(decideActivity(stray, [prepared!], material(), context)).toMatchObject({ refusal: 'activity_not_found' })
    }
  })
})

const closeOf = (activity: Activity) => closeActivity(activity, context)

it('[KIND-4] no two kinds know a command of the same name', () => {
  const types = activityCommands.map((schema) => schema.shape.type.value)
  expect(new Set<string>(types).size).toBe(types.length)
})
