import type { MethodId, Parameters } from '../../shared/methods/index.ts'
import type { ConsoleView } from '../../shared/session/views.ts'
import { HALL } from '../harness/browser.ts'
import { startHouseOnServers, type House } from '../harness/house.ts'
import { Screen, type Wish } from '../harness/screens.ts'
import { commandId, signIn, type Desk } from '../harness/staff.ts'

/* Ways to where a test begins to look: by HTTP and by socket, where a browser would only take longer. */

/** A house at the hall's address, and somebody at its desk. */
export async function openHouse(): Promise<{ house: House; desk: Desk }> {
  const { house } = await startHouseOnServers({ hostName: HALL })
  return { house, desk: await signIn(house) }
}

export interface Words {
  plan: string
  title: string
  collect: string
  group: string
  vote: string
}

/** A plan of its own with one workshop in stage 2, its lobby open. */
export async function createWorkshop(
  desk: Desk,
  words: Words,
  vote: { method: MethodId; parameters: Parameters } = { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } },
): Promise<{ planId: string; sessionId: string }> {
  const plan = await desk.get('createPlan', {
    body: {
      id: commandId(),
      templateId: 'social-economy',
      plan: { title: words.plan, district: 'Gangbuk', department: '', periodStart: 2026, periodEnd: 2029 },
    },
  })
  const session = await desk.get('createSession', {
    params: { id: plan.id },
    body: {
      id: commandId(),
      session: {
        stageId: plan.stages[1]!.id,
        kind: 'workshop',
        title: words.title,
        heldAt: null,
        place: '',
        attendance: [],
        agenda: [
          {
            id: 'a1',
            kind: 'collect',
            title: words.collect,
            minutes: 15,
            settings: { askDetail: true, askField: false, perPerson: 5 },
          },
          { id: 'a2', kind: 'group', title: words.group, minutes: 15, settings: {} },
          {
            id: 'a3',
            kind: 'vote',
            title: words.vote,
            minutes: 10,
            settings: vote,
          },
        ],
      },
    },
  })
  await desk.get('openSession', { params: { id: session.id }, body: { id: commandId() } })
  return { planId: plan.id, sessionId: session.id }
}

/** A console without a screen: it takes the steps of a session at once, and knows what a console knows. */
export async function steer(house: House, desk: Desk, sessionId: string) {
  const screen = await new Screen(house.url, { session: sessionId, screen: 'console' }, { cookie: desk.cookie }).ready()
  function view(): ConsoleView {
    if (screen.latest?.role !== 'console') throw new Error('this is not a console')
    return screen.latest.view
  }
  return {
    view,
    turnout: () => screen.turnout,
    direct: async (wish: Wish): Promise<void> => {
      const answer = await screen.deliver(wish)
      if (!answer.ok) throw new Error(`${wish.type}: ${answer.code}`)
    },
    /** Where the QR code leads. */
    joinUrl: () => view().joinUrl,
  }
}
