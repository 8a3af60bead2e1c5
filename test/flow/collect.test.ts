import { expect, it } from 'vitest'
import { SimilarAnswer } from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { startHouseOnServers } from '../harness/house.ts'
import { until } from '../harness/processes.ts'
import { codeOn, joinByPhone, Screen, secret } from '../harness/screens.ts'
import { openWorkshop, signIn } from '../harness/staff.ts'

const issuesOn = (screen: Screen) => (screen.latest?.role === 'console' ? screen.latest.view.issues : [])

it('[COLLECT-4] two moderators at once over the wire: one decides, the other hears it; similar issues are found and kept apart', async () => {
  const { house } = await startHouseOnServers()
  const desk = await signIn(house)
  const { sessionId } = await openWorkshop(desk)
  const console = () =>
    new Screen(house.url, { session: sessionId, screen: 'console' }, { cookie: desk.cookie }).ready()
  const [one, two] = [await console(), await console()]
  const agenda = one.latest?.role === 'console' ? one.latest.view.agenda : []
  const { id: activity, title } = agenda.find(({ kind }) => kind === 'collect')!
  const settings = { perPerson: 5, moderation: 'approveFirst' }
  await one.deliver({ type: 'configureActivity', activity, title, settings })
  await one.deliver({ type: 'openActivity', activity })
  const phone = await joinByPhone(house.url, codeOn(one))
  const other = await joinByPhone(house.url, codeOn(one))
  const submit = (text: string) => phone.deliver({ type: 'submitIssue', activity, text, detail: '', fieldId: null })
  await submit('청년 일자리가 부족합니다')
  expect(await submit('900101-1234567')).toMatchObject({ ok: false, code: 'personal_data' })

  const near = async (screen: Screen, text: string) => {
    const request = { v: PROTOCOL, id: secret(), text }
    return SimilarAnswer.parse(await screen.socket.timeout(5000).emitWithAck('similar', request))
  }
  expect(await near(other, '청년일자리 부족')).toEqual({ ok: true, similar: [] })
  expect(await near(one, '청년일자리 부족')).toMatchObject({ ok: false, code: 'forbidden' })

  const decide = (screen: Screen, to: 'shown' | 'hidden') =>
    screen.send({
      type: 'moderateIssues',
      issues: [{ issue: 'i1', edits: 0 }],
      saw: 'waiting',
      to,
      reason: to === 'hidden' ? 'offTopic' : null,
    })
  const answers = await Promise.all([decide(one, 'shown'), decide(two, 'hidden')])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'already_moderated' })
  const winner = answers[0]?.ok ? 'shown' : 'hidden'
  for (const screen of [one, two]) await until(() => issuesOn(screen)[0]?.status === winner, 'the same state for both')

  await one.send({
    type: 'moderateIssues',
    issues: [{ issue: 'i1', edits: 0 }],
    saw: winner,
    to: 'shown',
    reason: null,
  })
  expect(await near(other, '청년일자리 부족')).toMatchObject({ ok: true, similar: [{ id: 'i1', supports: 0 }] })
  expect(await near(phone, '청년일자리 부족')).toEqual({ ok: true, similar: [] })
  expect(await other.deliver({ type: 'supportIssue', issue: 'i1' })).toMatchObject({ ok: true })
  await until(() => other.mine?.supports.length === 1, 'what is mine')
  await until(() => issuesOn(one)[0]?.supports === 1, 'the support')
  expect(JSON.stringify(one.received)).not.toContain('"supporters"')
})
