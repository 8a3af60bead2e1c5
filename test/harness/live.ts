import { pino } from 'pino'
import { connectVotePath, untilReady } from '../../server/redis/connect.ts'
import { Live, type LiveSession } from '../../server/live/index.ts'
import type { AgendaItem } from '../../shared/activities/index.ts'
import { honestOf, type Honest } from '../../shared/results/honest.ts'
import { seal, SealedResult, type Seal } from '../../shared/results/seal.ts'
import type { LiveDefinition } from '../../shared/session/state.ts'
import { atTheEnd } from './services.ts'

export const silent = pino({ level: 'silent' })

export const FIELD = '7b0b8f0e-3a52-4c59-9d4b-0d2f6d9a1f01'
export const PLAN = '7b0b8f0e-3a52-4c59-9d4b-0d2f6d9a1f02'
export const SESSION = '7b0b8f0e-3a52-4c59-9d4b-0d2f6d9a1f03'

const agenda: AgendaItem[] = [
  {
    id: 'a1',
    kind: 'collect',
    title: '우리 동네에 필요한 일은 무엇입니까?',
    minutes: 15,
    settings: { askDetail: true, askField: true, perPerson: 5 },
  },
  { id: 'a2', kind: 'group', title: '비슷한 의제 묶기', minutes: 15, settings: {} },
  {
    id: 'a3',
    kind: 'vote',
    title: '가장 먼저 할 일을 골라 주세요',
    minutes: 10,
    settings: { method: 'stickers', parameters: { perVoter: 3, perItem: 1 } },
  },
]

export const definition = (given: Partial<LiveDefinition> = {}): Omit<LiveDefinition, 'code' | 'joinToken'> => ({
  sessionId: SESSION,
  planId: PLAN,
  planTitle: '강북구 사회적경제 활성화계획(2016~2019)',
  title: '의제발굴 워크숍',
  heldAt: '2016-04-15T14:00:00+09:00',
  place: '통합지원센터 회의실',
  fields: [{ id: FIELD, title: '지역특화사업' }],
  agenda,
  expected: 30,
  rehearsalOf: null,
  ...given,
})

/** A node's own view of the live sessions in this Redis; several of them are several nodes. */
export async function liveNode(redisUrl: string): Promise<Live> {
  const redis = connectVotePath(redisUrl, silent)
  atTheEnd(() => redis.disconnect())
  await untilReady(redis)
  return new Live({ redis, log: silent, now: () => Date.now() })
}

/** A seal without a thread, for votes whose counting takes no time. */
export const sealHere = (...given: Parameters<typeof seal>): Promise<Seal> => Promise.resolve(seal(...given))
/** The same for how much a result can bear. */
export const honestHere = ({ text, digest }: { text: string; digest: string }): Promise<Honest> =>
  Promise.resolve(honestOf(SealedResult.parse(JSON.parse(text)), digest))

let lastId = 0
export const newId = (): string => `test-command-${(lastId += 1)}`
export const seatToken = (n: number): string => `seat-token-of-a-test-${String(n).padStart(6, '0')}`

export const facilitator = { role: 'facilitator' as const, id: 'account:1', name: '김진행' }

/** A live session with hands for a facilitator and for residents. */
export async function openHall(live: Live, given: Partial<LiveDefinition> = {}) {
  const prepared = definition(given)
  const opened = await live.open(prepared)
  if (!opened.ok) throw new Error(opened.refusal)
  const session = (await live.session(prepared.sessionId)) as LiveSession
  const { code } = opened.value
  return {
    session,
    code,
    direct: (command: Parameters<Live['act']>[4], id = newId()) =>
      live.act(session, 'account:1', facilitator, id, command),
    async join(n: number) {
      const joined = await live.join({ seat: seatToken(n), code })
      if (!joined.ok) throw new Error(joined.refusal)
      const { seat } = joined.value
      return {
        seat,
        send: (command: Parameters<Live['act']>[4], id = newId()) =>
          live.act(session, seat, { role: 'participant', seat }, id, command),
        write: (text: string, id = newId()) =>
          live.act(session, seat, { role: 'participant', seat }, id, {
            type: 'submitIssue',
            activity: 'a1',
            text,
            detail: '',
            fieldId: null,
          }),
        vote: (stickers: Record<string, number>, revision = 1, id = newId()) =>
          live.cast(session, seatToken(n), id, { type: 'castBallot', activity: 'a3', revision, ballot: { stickers } }),
      }
    },
  }
}

/** The same, with `issues` collected and the vote open. */
export async function openVote(live: Live, issues = 3, given: Partial<LiveDefinition> = {}) {
  const hall = await openHall(live, given)
  const author = await hall.join(0)
  await hall.direct({ type: 'openActivity', activity: 'a1' })
  for (let i = 1; i <= issues; i += 1) await author.write(`${i}번 의제`)
  await hall.direct({ type: 'closeActivity', activity: 'a1' })
  await hall.direct({ type: 'openActivity', activity: 'a3' })
  return { ...hall, author }
}
