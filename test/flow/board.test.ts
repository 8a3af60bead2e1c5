import { beforeAll, describe, expect, it } from 'vitest'
import { startHouseOnServers, type House } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { codeOn, joinByPhone, Screen, secret } from '../harness/screens.ts'
import { openWorkshop, signIn } from '../harness/staff.ts'

/* Two facilitators at one board over real sockets, one with an account, the other with a link. */

let house: House
let kim: Screen
let park: Screen
let phone: Awaited<ReturnType<typeof joinByPhone>>

const boardOf = (screen: Screen) => {
  if (screen.latest?.role !== 'console') throw new Error('this is not a console')
  return screen.latest.view
}
const groupOf = (screen: Screen, issue: string) => boardOf(screen).issues.find(({ id }) => id === issue)?.group
const groupNamed = (screen: Screen, title: string) => boardOf(screen).groups.find((group) => group.title === title)!.id

beforeAll(async () => {
  house = (await startHouseOnServers()).house
  const desk = await signIn(house)
  const { sessionId } = await openWorkshop(desk)
  kim = await new Screen(house.url, { session: sessionId, screen: 'console' }, { cookie: desk.cookie }).ready()
  const { url } = await desk.get('createLink', {
    params: { id: sessionId },
    body: { id: secret(), role: 'coFacilitator', name: '박진행' },
  })
  park = await new Screen(house.url, { link: url.split('/').at(-1) }).ready()
  await kim.deliver({ type: 'openActivity', activity: 'a1' })
  phone = await joinByPhone(house.url, codeOn(kim))
  await phone.deliver({ type: 'submitIssue', activity: 'a1', text: '모일 공간이 없어요', detail: '', fieldId: null })
  for (let n = 2; n <= 20; n += 1) {
    await kim.deliver({ type: 'submitIssue', activity: 'a1', text: `${n}번째 의제`, detail: '', fieldId: null })
  }
  await kim.deliver({ type: 'closeActivity', activity: 'a1' })
})

describe('two facilitators at one board', () => {
  it('[GROUP-8] each console knows who sits at it, and both who did what', async () => {
    const own = (screen: Screen) =>
      screen.received.flatMap(({ event, payload }) => (event === 'snapshot' ? [(payload as { you: string }).you] : []))
    await park.deliver({ type: 'createGroups', groups: [{ title: '공간', issues: ['i1'] }] })
    await until(() => boardOf(kim).boardNews?.group === '공간', 'the group on the other console')
    expect(boardOf(kim).boardNews?.by).toEqual({ id: own(park)[0], name: '박진행' })
    expect(own(kim)[0]).not.toBe(own(park)[0])
    await until(() => phone.mine?.issues[0]?.group === '공간', 'the author’s phone says where it went')
  })

  it('[GROUP-6] both move the same cards at once: the last move counts, and both see the same', async () => {
    await kim.deliver({ type: 'createGroups', groups: [{ title: '판로', issues: [] }] })
    await until(() => boardOf(park).groups.length === 2, 'two groups')
    const [space, market] = [groupNamed(kim, '공간'), groupNamed(kim, '판로')]
    const issues = Array.from({ length: 20 }, (_, n) => `i${n + 1}`)
    const answers = await Promise.all(
      issues.flatMap((id) => [
        kim.deliver({ type: 'putInGroup', issues: [id], group: market }),
        park.deliver({ type: 'putInGroup', issues: [id], group: space }),
      ]),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const last = Math.max(...answers.map((answer) => (answer.ok ? answer.revision : 0)))
    await until(() => kim.latest!.revision >= last && park.latest!.revision >= last, 'both have seen the last move')
    expect(boardOf(kim).issues).toEqual(boardOf(park).issues)
    for (const id of issues) expect([space, market]).toContain(groupOf(kim, id))
  })

  it('[GROUP-6] a move into a group that the other has removed is refused, and nothing has moved', async () => {
    await kim.deliver({ type: 'putInGroup', issues: ['i2'], group: null })
    const gone = groupNamed(kim, '공간')
    await park.deliver({ type: 'removeGroup', group: gone })
    expect(await kim.deliver({ type: 'putInGroup', issues: ['i2'], group: gone })).toMatchObject({
      code: 'group_not_found',
      message: '이 묶음은 그사이 없어졌습니다. 의제는 그대로 있습니다.',
    })
    await until(() => phone.mine?.issues[0]?.group !== '공간', 'the author’s phone says that it is in it no more')
    await until(() => groupOf(kim, 'i2') === null, 'the card in none')
  })

  it('[GROUP-8] nobody undoes what he has not seen', async () => {
    await until(() => boardOf(kim).boardNews?.action === 'removeGroup', 'the removal on the other console')
    const seen = boardOf(kim).undo!.number
    await park.deliver({ type: 'putInGroup', issues: ['i3'], group: null })
    await park.deliver({ type: 'hideIssues', issues: ['i3'], reason: 'unclear' })
    expect(await kim.deliver({ type: 'undo', step: seen })).toMatchObject({ code: 'version_conflict' })
  })

  it('[SOCK-2] a phone moves nothing', async () => {
    const group = groupNamed(kim, '판로')
    expect(await phone.send({ type: 'putInGroup', issues: ['i1'], group })).toMatchObject({ code: 'forbidden' })
  })
})
