import type { Actor } from '../../shared/activities/material.ts'
import { AgendaItem } from '../../shared/activities/index.ts'
import { seal, type CastBallot } from '../../shared/results/seal.ts'
import type { DecidedCommand } from '../../shared/session/commands.ts'
import { decide } from '../../shared/session/decide.ts'
import {
  applyFact,
  beginSession,
  type Fact,
  type LiveDefinition,
  type SessionState,
} from '../../shared/session/state.ts'

export const AT = 1_800_000_000_000
export const fieldId = '00000000-0000-4000-8000-000000000001'
export const facilitator: Actor = { role: 'facilitator', id: 'account:1', name: '진행자' }
export const seat = (n: number): Actor => ({ role: 'participant', seat: `p${n}` })

const agenda = [
  { id: 'a1', title: '의제 수집', minutes: 15, kind: 'collect', settings: { perPerson: 2 } },
  { id: 'a2', title: '의제 묶기', minutes: 10, kind: 'group', settings: {} },
  { id: 'a3', title: '우선과제 투표', minutes: 10, kind: 'vote', settings: { parameters: { perVoter: 2 } } },
].map((item) => AgendaItem.parse(item))

export const definition: LiveDefinition = {
  sessionId: '00000000-0000-4000-8000-000000000002',
  planId: '00000000-0000-4000-8000-000000000003',
  planTitle: '강북구 사회적경제 활성화계획',
  title: '의제발굴 워크숍',
  heldAt: null,
  place: '통합지원센터',
  fields: [{ id: fieldId, title: '발굴·육성' }],
  agenda,
  expected: 30,
  rehearsalOf: null,
  code: '123456',
  joinToken: 'abcdefghijklmnopqrstuv',
}

/** A session as it is played: what is refused changes nothing. */
export class Played {
  state: SessionState = beginSession(definition)
  facts: Fact[] = []

  give(command: DecidedCommand, actor: Actor = facilitator, at = AT): string {
    const outcome = decide(this.state, command, { actor, at, mayOpenVote: true })
    if (!outcome.ok) return outcome.refusal
    this.happen(...outcome.value)
    return outcome.value.length === 0 ? 'nothing new' : 'done'
  }

  happen(...facts: Fact[]): void {
    this.facts.push(...facts)
    this.state = facts.reduce(applyFact, this.state)
  }

  open = (activity: string) => this.give({ type: 'openActivity', activity })
  close = (activity: string) => this.give({ type: 'closeActivity', activity })
  write = (n: number, text: string) =>
    this.give({ type: 'submitIssue', activity: 'a1', text, detail: '', fieldId: null }, seat(n))
  vote() {
    const vote = this.state.activities.find(({ id }) => id === 'a3')
    if (vote?.kind !== 'vote') throw new Error('a3 is the vote')
    return vote
  }

  /** Count and fix the closed vote, as the server does. */
  seal(...ballots: Record<string, number>[]): void {
    const vote = this.vote()
    if (vote.phase !== 'closed') throw new Error('close it first')
    const cast = ballots.map((stickers, i): CastBallot => ({ ballot: { stickers }, commandId: `command-${i}` }))
    const { result, digest } = seal(
      {
        session: { id: definition.sessionId, title: definition.title, heldAt: null },
        activity: { id: vote.id, title: vote.title },
        closedAt: vote.closedAt,
        checkIns: 3,
        ...vote.settings,
        subject: vote.settings.subject?.of,
        candidates: vote.candidates,
        previous: null,
      },
      cast,
    )
    const { scores, votersPerItem, accepted, rejected, blank, ranking } = result
    const tally = { scores, votersPerItem, accepted, rejected, blank, ranking }
    this.happen({ type: 'voteSealed', activity: 'a3', checkIns: 3, digest, tally })
  }
}

/** Three residents have written four issues, and the wall is closed. */
export function collected(): Played {
  const played = new Played()
  played.open('a1')
  played.write(1, '상설 매장이 필요합니다')
  played.write(2, '팔 데가 없어요')
  played.write(2, '교육을 저녁에 열어 주세요')
  played.write(3, '모일 공간이 없습니다')
  played.close('a1')
  return played
}
