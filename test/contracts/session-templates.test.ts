import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSession } from '../../server/plan/sessions.ts'
import { editSessionTemplate, listSessionTemplates, saveSessionTemplate } from '../../server/plan/session-templates.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { AgendaItem, beginActivity, openActivity } from '../../shared/activities/index.ts'
import { SessionDraft } from '../../shared/session/definition.ts'
import { sessionTemplates, SessionTemplate } from '../../shared/session/session-template.ts'
import { material } from './activity-data.ts'
import { engines, makePlan, openPlanHouse, unwrap, type PlanHouse } from './plan-house.ts'

const AT = new Date('2026-11-24T09:00:00Z')

describe.each(sessionTemplates.map((template) => [template.title, template] as const))('the template %s', (_, own) => {
  it('[TPL-1] is a session that the server takes, with settings that need no default', () => {
    const { title, kind, agenda } = own
    const draft = { stageId: randomUUID(), kind, title, heldAt: null, place: '', attendance: [], agenda }
    expect(SessionDraft.parse(draft)).toEqual(draft)
    expect(own.leaves).not.toBe('')
    const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
    expect(minutes).toBeGreaterThanOrEqual(60)
    expect(minutes).toBeLessThanOrEqual(180)
  })

  it('[TPL-1] opens step by step, with issues in the room', () => {
    for (const item of own.agenda) {
      const opened = openActivity(beginActivity(AgendaItem.parse(item)), material())
      expect(opened, item.title).toMatchObject({ ok: true, value: { phase: 'open', title: item.title } })
    }
  })

  it('[TPL-2] shows results only of votes that come before', () => {
    own.agenda.forEach((item, at) => {
      if (item.kind !== 'present') return
      for (const page of item.settings.pages) {
        if (page.kind !== 'vote') continue
        expect(own.agenda.findIndex(({ id, kind }) => id === page.activity && kind === 'vote')).toBeLessThan(at)
        expect(own.agenda.some(({ id }) => id === page.activity)).toBe(true)
      }
    })
  })
})

describe.each(engines)('templates of the office on %s', (engine) => {
  let house: PlanHouse
  let plan: Plan
  let by: string
  beforeAll(async () => {
    house = await openPlanHouse(engine)
    plan = await makePlan(house)
    by = randomUUID()
    await house.pool.query(
      "insert into accounts (id, email, name, role, password_hash) values ($1, 'a@b.kr', '담당자', 'staff', 'x')",
      [by],
    )
  })
  const list = async () =>
    (await listSessionTemplates(house.db)).map(({ title, isOwn }) => `${isOwn ? '+' : ''}${title}`)

  it('[TPL-3] saves a running order, renames it, takes it away and puts it back', async () => {
    const { id: _, isOwn: __, ...draft } = sessionTemplates[0]!
    const brought = sessionTemplates.map(({ title }) => title)
    const saved = unwrap(await house.run((tx) => saveSessionTemplate(tx, { ...draft, title: ' 우리 워크숍 ' }, by)))
    expect(SessionTemplate.parse(saved)).toMatchObject({ title: '우리 워크숍', isOwn: true, agenda: draft.agenda })
    expect(await list()).toEqual([...brought, '+우리 워크숍'])
    const edit = (change: object) => house.run((tx) => editSessionTemplate(tx, saved.id, change, AT))
    expect(unwrap(await edit({ title: '동네 워크숍' })).title).toBe('동네 워크숍')
    await edit({ isRemoved: true })
    expect(await list()).toEqual(brought)
    await edit({ isRemoved: false })
    expect(await list()).toEqual([...brought, '+동네 워크숍'])
    expect(await house.run((tx) => editSessionTemplate(tx, randomUUID(), {}, AT))).toMatchObject({
      refusal: 'not_found',
    })
    expect(await edit({ title: '\u200b' })).toMatchObject({ refusal: 'text_empty' })
  })

  it('[TPL-1] every template is a draft of a plan', async () => {
    for (const { title, kind, stage, agenda } of sessionTemplates) {
      const stageId = plan.stages.find(({ key }) => key === stage)!.id
      const draft = SessionDraft.parse({ stageId, kind, title, heldAt: null, place: '', attendance: [], agenda })
      expect(unwrap(await house.run((tx) => createSession(tx, plan.id, draft))).agenda).toEqual(agenda)
    }
  })
})
