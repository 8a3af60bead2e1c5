import { beforeAll, describe, expect, it } from 'vitest'
import { Own, Snapshot, Update } from '../../shared/protocol/live.ts'
import { until } from '../harness/processes.ts'
import { logLines, startHouseOnServers, type House } from '../harness/house.ts'
import { codeOn, joinByPhone, Screen, secret } from '../harness/screens.ts'
import { commandId, signIn, type Desk } from '../harness/staff.ts'

/* A discussion over real sockets: who may write what down, who is told of it, and what is left after kill -9. */

let house: House
let desk: Desk
let sessionId: string
let facilitator: Screen
let noteTaker: Screen
let observer: Screen
let other: Screen
let phone: Awaited<ReturnType<typeof joinByPhone>>

async function prepare(): Promise<string> {
  const [plan] = await desk.get('listPlans')
  const { stages } = await desk.get('getPlan', { params: { id: plan!.id } })
  const questions = [{ id: 'q1', kind: 'key' as const, text: '무엇이 어려운가요?', prompts: [], minutes: 20 }]
  const session = {
    ...{ stageId: stages[1]!.id, kind: 'fgi' as const, title: '집단 면접', heldAt: null, place: '', attendance: [] },
    agenda: [{ id: 'a1', kind: 'discuss' as const, title: '어려움', minutes: 20, settings: { questions } }],
  }
  const { id } = await desk.get('createSession', { params: { id: plan!.id }, body: { id: commandId(), session } })
  await desk.get('openSession', { params: { id }, body: { id: commandId() } })
  return id
}
async function byLink(role: 'noteTaker' | 'observer'): Promise<Screen> {
  const { url } = await desk.get('createLink', { params: { id: sessionId }, body: { id: commandId(), role } })
  return new Screen(house.url, { link: url.split('/').at(-1) }).ready()
}

beforeAll(async () => {
  ;({ house } = await startHouseOnServers())
  desk = await signIn(house)
  sessionId = await prepare()
  const auth = { session: sessionId, screen: 'console' }
  facilitator = await new Screen(house.url, auth, { cookie: desk.cookie }).ready()
  ;[noteTaker, observer, other] = [await byLink('noteTaker'), await byLink('observer'), await byLink('observer')]
  phone = await joinByPhone(house.url, codeOn(facilitator))
  await facilitator.deliver({ type: 'openActivity', activity: 'a1' })
})

const line = (note: string, text: string, at = Date.now()) =>
  ({ type: 'takeNote', activity: 'a1', question: 'q1', note, speaker: '1', text, at }) as const
const linesOn = ({ latest }: Screen) =>
  latest?.role === 'notes' || latest?.role === 'console' ? latest.view.notes.map(({ text }) => text) : []

describe('a discussion over sockets', () => {
  it('[FGI-5] what is written down reaches console and links for notes, nobody else', async () => {
    await noteTaker.deliver(line('note-key-1', '기록한 말'))
    for (const screen of [facilitator, noteTaker, observer]) {
      await until(() => linesOn(screen).includes('기록한 말'), 'the line')
    }
    expect(JSON.stringify(phone.received)).not.toContain('기록한 말')
  })

  it('[FGI-2] sent again, under another id too, it counts once', async () => {
    const id = secret()
    const first = await noteTaker.send(line('note-key-2', '두 번 보낸 말', 5), id)
    expect(await noteTaker.send(line('note-key-2', '두 번 보낸 말', 5), id)).toEqual(first)
    expect(await noteTaker.send(line('note-key-2', '두 번 보낸 말', 5))).toMatchObject({ ok: true })
    await until(() => linesOn(facilitator).includes('두 번 보낸 말'), 'the line')
    expect(linesOn(facilitator).filter((text) => text === '두 번 보낸 말')).toHaveLength(1)
  })

  it('[FGI-6] who watches writes nothing down, and who writes does not lead', async () => {
    const forbidden = { ok: false, code: 'forbidden' }
    expect(await observer.send(line('note-key-3', '참관자의 말'))).toMatchObject(forbidden)
    expect(await phone.send(line('note-key-3', '주민의 말'))).toMatchObject(forbidden)
    expect(await noteTaker.send({ type: 'closeActivity', activity: 'a1' })).toMatchObject(forbidden)
    expect(await noteTaker.send({ type: 'showAnswer', activity: 'a1', note: null })).toMatchObject(forbidden)
  })

  it('[FGI-7] a private note reaches the screens of its link alone', async () => {
    const note = { activity: 'a1', question: 'q1', note: 'private-1', text: '혼자 볼 말', at: Date.now() }
    expect(await observer.deliver({ type: 'writePrivateNote', ...note })).toMatchObject({ ok: true })
    await until(() => JSON.stringify(observer.received).includes('혼자 볼 말'), 'the note to come back')
    for (const screen of [facilitator, noteTaker, other, phone]) {
      expect(JSON.stringify(screen.received)).not.toContain('혼자 볼 말')
    }
  })

  it('[FGI-2] all of it is there after kill -9', async () => {
    const before = [linesOn(noteTaker), observer.received.length] as const
    await house.kill()
    await house.start()
    await until(() => observer.received.slice(before[1]).some(({ event }) => event === 'snapshot'), 'a new snapshot')
    const again = observer.received.slice(before[1]).find(({ event }) => event === 'snapshot')
    expect(again?.payload).toMatchObject({ own: { as: 'observer', privateNotes: [{ text: '혼자 볼 말' }] } })
    await until(() => noteTaker.socket.connected, 'the note-taker')
    expect(linesOn(noteTaker)).toEqual(before[0])
  })

  it('[FGI-5] every message is what the documentation says', () => {
    for (const { received } of [noteTaker, observer, other]) {
      for (const { event, payload } of received) {
        const schema = { update: Update, snapshot: Snapshot, own: Own }[event]
        if (schema) expect(schema.parse(payload), event).toEqual(payload)
      }
    }
    expect(logLines(house.output(), 50)).toEqual([])
  })
})
