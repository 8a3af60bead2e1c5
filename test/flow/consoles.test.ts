import { beforeAll, describe, expect, it } from 'vitest'
import { Crew, PreviewAnswer } from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { TableView } from '../../shared/session/tables.ts'
import { until } from '../harness/processes.ts'
import { startHouseOnServers, type House } from '../harness/house.ts'
import { codeOn, joinByPhone, Screen, secret } from '../harness/screens.ts'
import { commandId, signIn, type Desk } from '../harness/staff.ts'

let house: House
let desk: Desk
let sessionId: string
let first: Screen

beforeAll(async () => {
  house = (await startHouseOnServers()).house
  desk = await signIn(house)
  const [plan] = await desk.get('listPlans')
  const { stages } = await desk.get('getPlan', { params: { id: plan!.id } })
  const collect = { kind: 'collect' as const, minutes: 10, settings: { scope: 'tables' as const } }
  const session = {
    ...{ stageId: stages[1]!.id, kind: 'workshop' as const, title: '조별 워크숍', heldAt: null, place: '' },
    ...{ attendance: [], tables: { count: 2 } },
    agenda: [
      { id: 'a1', title: '의제 수집', ...collect },
      { id: 'a2', title: '우선과제 투표', kind: 'vote' as const, minutes: 10, settings: {} },
    ],
  }
  const made = await desk.get('createSession', { params: { id: plan!.id }, body: { id: commandId(), session } })
  expect(made.tables).toEqual({ count: 2 })
  sessionId = made.id
  await desk.get('openSession', { params: { id: sessionId }, body: { id: commandId() } })
  first = await new Screen(house.url, { session: sessionId, screen: 'console' }, { cookie: desk.cookie }).ready()
})

async function byLink(role: 'coFacilitator' | 'tableFacilitator' | 'projector', given: object = {}): Promise<Screen> {
  const body = { id: commandId(), role, ...given }
  const { url } = await desk.get('createLink', { params: { id: sessionId }, body })
  return new Screen(house.url, { link: url.split('/').at(-1) }).ready()
}
const lastOf = <T>(screen: Screen, event: string): T | undefined =>
  screen.received.filter((one) => one.event === event).at(-1)?.payload as T | undefined
const peopleAt = (screen: Screen) => lastOf<Crew>(screen, 'crew')?.people.map(({ name }) => name)
const previewFor = (screen: Screen, activity: string) =>
  screen.socket.timeout(3000).emitWithAck('preview', { v: PROTOCOL, id: secret(), activity }) as Promise<PreviewAnswer>

describe('those who run it together', () => {
  it('[SOCK-9] know who is at a console, by name, once each; nobody else is told', async () => {
    const projector = await byLink('projector')
    const park = await byLink('coFacilitator', { name: '박보조' })
    await until(() => peopleAt(first)?.length === 2, 'the second')
    expect(peopleAt(park)).toContain('박보조')
    const crew = Crew.parse(lastOf(park, 'crew'))
    expect(crew.people.find(({ id }) => id === crew.you)?.name).toBe('박보조')
    park.close()
    await until(() => peopleAt(first)?.length === 1, 'the second to go')
    expect(lastOf(projector, 'crew')).toBeUndefined()
  })

  it('[SOCK-10] may look at what an entry would show; a projector and a phone may not', async () => {
    const answer = PreviewAnswer.parse(await previewFor(first, 'a1'))
    expect(answer).toMatchObject({ ok: true, phone: { step: { kind: 'collect', phase: 'open' } } })
    expect(await previewFor(first, 'a2')).toMatchObject({ ok: false, code: 'no_candidates' })
    const phone = await joinByPhone(house.url, codeOn(first))
    for (const screen of [await byLink('projector'), phone]) {
      expect(await previewFor(screen, 'a1')).toMatchObject({ ok: false, code: 'forbidden' })
    }
    expect(first.latest?.role === 'console' && first.latest.view.current).toBeNull()
  })

  it('[SHOW-8] two who open the same step at once both hear that it is done, and it is opened once', async () => {
    const park = await byLink('coFacilitator', { name: '박보조' })
    const open = { type: 'openActivity', activity: 'a1' } as const
    const answers = await Promise.all([first, park, first, park].map((screen) => screen.send(open)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(new Set(answers.map((answer) => answer.ok && answer.revision)).size).toBe(1)
    park.close()
  })

  it('[TABLE-3] a table’s link sees that table alone, and touches nothing of another', async () => {
    const refused = await desk.ask('createLink', {
      params: { id: sessionId },
      body: { id: commandId(), role: 'tableFacilitator' },
    })
    expect(refused.problem).toMatchObject({ code: 'malformed' })
    const [one, two] = [await byLink('tableFacilitator', { table: 1 }), await byLink('tableFacilitator', { table: 2 })]
    const phone = await joinByPhone(house.url, codeOn(first))
    const write = (text: string) =>
      phone.deliver({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null })
    expect(await write('아직 조가 없음')).toMatchObject({ ok: false, code: 'table_missing' })
    await phone.deliver({ type: 'joinTable', table: 1 })
    await write('상설 매장')
    const issuesAt = (screen: Screen) => TableView.parse(lastOf(screen, 'table')).issues.map(({ title }) => title)
    await until(() => issuesAt(one).length === 1, 'the issue at its table')
    expect(issuesAt(two)).toEqual([])
    expect(JSON.stringify(two.received)).not.toContain('상설 매장')
    const rollUp = { type: 'rollUp' as const, issues: ['i1'], up: true }
    expect(await two.deliver(rollUp)).toMatchObject({ ok: false, code: 'not_your_table' })
    expect(await one.deliver({ type: 'openActivity', activity: 'a2' })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await one.deliver(rollUp)).toMatchObject({ ok: true })
    await until(() => {
      const step = two.latest?.role === 'projector' ? two.latest.view.step : null
      return step?.kind === 'collect' && step.cards.length === 1
    }, 'the hall to see it')
  })
})
