import type { Weighted } from '../../shared/ballots/index.ts'
import type { StickersBallot } from '../../shared/ballots/stickers.ts'
import type { Entry } from '../../server/live/journal.ts'
import type { StoredAnswer, StoredBallot } from '../../server/live/index.ts'
import type { Ballot } from '../../shared/ballots/index.ts'
import { canonicalJson, sha256Hex } from '../../shared/base/digest.ts'
import type { RefusalCode } from '../../shared/base/refusals.ts'
import type { Answer } from '../../shared/protocol/live.ts'
import { receiptOf, SealedResult } from '../../shared/results/seal.ts'

/** What a phone was told: `ok`, or why not. */
export interface Told {
  code: 'ok' | RefusalCode
  stored: StoredBallot | null
}

interface Sending {
  seat: string
  id: string
  revision: number
  ballot: Ballot
}

type Happening =
  | ({ type: 'sent' } & Sending)
  | ({ type: 'told'; seat: string; id: string } & Told)
  /** the facilitator was told that the vote is closed */
  | { type: 'closed' }
  /** the facilitator asked for the reveal for the first time */
  | { type: 'revealing' }
  /** the plan was asked to take the result; once for every attempt */
  | { type: 'filing'; digest: string }

/** What was sent and what was answered, in the order in which it happened, as those outside the store saw it. */
export class History {
  readonly events: Happening[] = []

  sent(seat: string, id: string, revision: number, ballot: Ballot): void {
    this.events.push({ type: 'sent', seat, id, revision, ballot })
  }

  told(seat: string, id: string, answer: StoredAnswer | Answer): void {
    const stored = 'stored' in answer ? (answer.stored ?? null) : null
    const code = answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : answer.code
    this.events.push({ type: 'told', seat, id, code, stored })
  }

  closed(): void {
    this.events.push({ type: 'closed' })
  }

  revealing(): void {
    this.events.push({ type: 'revealing' })
  }

  filing(digest: string): void {
    this.events.push({ type: 'filing', digest })
  }
}

/** What is left when all is over. */
export interface Remains {
  /** the activity that the history is about */
  vote: string
  /** the text of the sealed result, at every reading, by every node */
  sealed: readonly string[]
  /** the session's stream, as the store has it */
  entries: readonly Pick<Entry, 'key' | 'facts'>[]
  /** the plan's rows, for who looked there: results of this vote, and the issues of the tasks that came from its session */
  filed: { results: readonly { digest: string; text: string }[]; tasks: readonly string[] } | null
}

interface Case extends Remains {
  history: readonly Happening[]
  /** the first sending of every command */
  sendings: Map<string, Sending & { at: number; isAfterClose: boolean }>
  /** what each command was told, in order */
  told: Map<string, Told[]>
  seats: string[]
  result: SealedResult
  /** commands that the result counts, by their receipts */
  counted: string[]
}

/** reliability.md: what holds of every vote, whatever was killed, cut, doubled, delayed or lost. Each names what breaks it. */
export const invariants = {
  'acked ⇒ counted': ({ seats, sendings, told, counted }) =>
    seats.flatMap((seat) => {
      const acked = ackedOf(seat, sendings, told)
      const isCounted = counted.some((id) => sendings.get(id)?.seat === seat)
      return acked.length > 0 && !isCounted ? [`${seat} was told "recorded" and has no ballot in the result`] : []
    }),

  'the last acked choice counts': ({ seats, sendings, told, counted }) =>
    seats.flatMap((seat) => {
      const ballot = counted.map((id) => sendings.get(id)).find((sending) => sending?.seat === seat)
      if (!ballot) return []
      return ackedOf(seat, sendings, told)
        .filter((acked) => acked.revision >= ballot.revision && !isSame(acked, ballot))
        .map(({ revision, id }) => `${seat} was told "recorded" for ${id} (${revision}), and ${ballot.id} counts`)
    }),

  'one slot, one ballot': ({ result, counted, sendings }) => [
    ...doubles(result.receipts).map((receipt) => `receipt ${receipt} stands twice in the result`),
    ...doubles(counted.map((id) => sendings.get(id)!.seat)).map((seat) => `${seat} is counted twice`),
  ],

  'content was sent by its participant': ({ result, counted, sendings, told, history }) => {
    const known = new Set([...sendings.keys()].map(receiptOf))
    const strangers = result.receipts.filter((receipt) => !known.has(receipt))
    const sent = counted.map((id) => canonicalJson(sendings.get(id)!.ballot)).sort()
    const sealed = result.ballots
      .flatMap(({ weight, ...ballot }) => Array.from({ length: weight }, () => canonicalJson(ballot)))
      .sort()
    const foreign = [...told].flatMap(([id, answers]) =>
      answers.flatMap(({ stored }) =>
        stored && !wasSent(history, sendings.get(id)!.seat, stored)
          ? [`${id} was shown a ballot of somebody else`]
          : [],
      ),
    )
    return [
      ...strangers.map((receipt) => `receipt ${receipt} belongs to no ballot that was sent`),
      ...(canonicalJson(sent) === canonicalJson(sealed) ? [] : ['the counted ballots are not the ones that were sent']),
      ...foreign,
    ]
  },

  'refused ⇒ not counted, and told why': ({ sendings, told, counted }) =>
    [...told].flatMap(([id, answers]) =>
      answers.flatMap(({ code, stored }) => {
        const { revision, ballot, seat } = sendings.get(id)!
        if (code === 'vote_closed' && counted.includes(id))
          return [`${id} of ${seat} was refused as closed, and counts`]
        if (code === 'stale' && !(stored && stored.revision > revision)) return [`${id} is stale without a newer one`]
        const isConflict = stored?.revision === revision && canonicalJson(stored.ballot) !== canonicalJson(ballot)
        return code === 'conflict' && !isConflict ? [`${id} conflicts with nothing`] : []
      }),
    ),

  'no ok after close': ({ sendings, told, counted }) =>
    [...sendings.values()].flatMap((sending) => {
      if (!sending.isAfterClose) return []
      const wasTaken = told.get(sending.id)?.some(({ code }) => code === 'ok') || counted.includes(sending.id)
      // The same ballot under another id was there before: that one is what was acknowledged.
      const isOld = [...sendings.values()].some((other) => !other.isAfterClose && isSame(other, sending))
      return wasTaken && !isOld ? [`${sending.id} of ${sending.seat} was sent after the close and taken`] : []
    }),

  'marks add up': ({ result }) => {
    const { accepted, rejected, blank, checkIns, receipts, scores, votersPerItem, candidates } = result
    const ballots = result.ballots as Weighted<StickersBallot>[]
    const sum = (of: (ballot: (typeof ballots)[number]) => number) =>
      ballots.reduce((total, ballot) => total + ballot.weight * of(ballot), 0)
    const found: [string, number, number][] = [
      ['ballots', sum(() => 1), accepted + rejected],
      ['receipts', receipts.length, accepted + rejected],
      ['rejected, for all were within the rule', rejected, 0],
      ['blank', sum(({ stickers }) => (Object.keys(stickers).length === 0 ? 1 : 0)), blank],
      ...candidates.flatMap((id): [string, number, number][] => [
        [`stickers on ${id}`, sum(({ stickers }) => stickers[id] ?? 0), scores[id] ?? NaN],
        [`voters for ${id}`, sum(({ stickers }) => (stickers[id] ? 1 : 0)), votersPerItem[id] ?? NaN],
      ]),
      ['ballots beyond the check-ins', Math.max(0, accepted + rejected - checkIns), 0],
    ]
    return found.flatMap(([what, is, shouldBe]) => (is === shouldBe ? [] : [`${what}: ${is} and not ${shouldBe}`]))
  },

  'sealed bytes never change': ({ sealed, entries, vote }) => {
    const digests = entries.flatMap(({ facts }) =>
      facts.flatMap((fact) => (fact.type === 'voteSealed' && fact.activity === vote ? [fact.digest] : [])),
    )
    const text = sealed[0]!
    return [
      ...(new Set(sealed).size > 1 ? ['two readings of the sealed result differ'] : []),
      ...(canonicalJson(JSON.parse(text)) === text ? [] : ['the sealed text is not canonical']),
      ...digests.filter((digest) => digest !== sha256Hex(text)).map((digest) => `${digest} is not the text's digest`),
    ]
  },

  'filed once': ({ filed, sealed, result, history }) => {
    if (!filed) return []
    const text = sealed[0]!
    const firstFiling = history.findIndex(({ type }) => type === 'filing')
    const reveal = history.findIndex(({ type }) => type === 'revealing')
    return [
      ...(filed.results.length === 1 ? [] : [`the plan has ${filed.results.length} results of this vote`]),
      ...filed.results.flatMap((row) =>
        row.text === text && row.digest === sha256Hex(text) ? [] : ['what was filed is not what was sealed'],
      ),
      ...(canonicalJson([...filed.tasks].sort()) === canonicalJson([...result.candidates].sort())
        ? []
        : [`tasks for ${filed.tasks.join(', ')} and not one for each of ${result.candidates.join(', ')}`]),
      ...(firstFiling >= 0 && (reveal < 0 || firstFiling < reveal) ? ['filed before the room had seen it'] : []),
    ]
  },

  'only allowed state edges, once per command id': ({ entries }) => {
    const phases = new Map<string, string>()
    const step = (vote: string, from: string, to: string) => {
      const is = phases.get(vote) ?? 'prepared'
      phases.set(vote, to)
      return is === from ? [] : [`${vote} went from ${is} to ${to}`]
    }
    const edges = entries
      .flatMap(({ facts }) => facts)
      .flatMap((fact) => {
        switch (fact.type) {
          case 'activityOpened':
            return fact.activity.kind === 'vote' ? step(fact.activity.id, 'prepared', 'open') : []
          case 'activityClosed':
            return fact.activity.kind === 'vote' ? step(fact.activity.id, 'open', 'closed') : []
          case 'voteSealed':
            return step(fact.activity, 'closed', 'sealed')
          case 'resultRevealed':
            return step(fact.activity.id, 'sealed', 'revealed')
          case 'resultFiled':
            return step(fact.activity, 'revealed', 'filed')
          default:
            return []
        }
      })
    const keys = entries.flatMap(({ key }) => (key === null ? [] : [key]))
    return [...edges, ...doubles(keys).map((key) => `${key} stands twice in the stream`)]
  },
} satisfies Record<string, (given: Case) => string[]>

export type Invariant = keyof typeof invariants

/** What does not hold, in words that begin with the invariant's name; empty when all is well. */
export function broken(history: History, remains: Remains): string[] {
  const given = caseOf(history, remains)
  if (!given) return [`sealed bytes never change: there is no sealed result of ${remains.vote}`]
  return Object.entries(invariants).flatMap(([name, find]) => find(given).map((what) => `${name}: ${what}`))
}

function caseOf({ events }: History, remains: Remains): Case | null {
  if (remains.sealed[0] === undefined) return null
  const result = SealedResult.parse(JSON.parse(remains.sealed[0]))
  const sendings: Case['sendings'] = new Map()
  const told: Case['told'] = new Map()
  const seats = new Set<string>()
  let isAfterClose = false
  events.forEach((event, at) => {
    if (event.type === 'closed') isAfterClose = true
    if (event.type === 'sent') {
      seats.add(event.seat)
      if (!sendings.has(event.id)) sendings.set(event.id, { ...event, at, isAfterClose })
    }
    if (event.type === 'told') told.set(event.id, [...(told.get(event.id) ?? []), event])
  })
  const receipts = new Set(result.receipts)
  const counted = [...sendings.keys()].filter((id) => receipts.has(receiptOf(id)))
  return { ...remains, history: events, sendings, told, seats: [...seats], result, counted }
}

const isSame = (one: Sending, other: Sending): boolean =>
  one.seat === other.seat &&
  one.revision === other.revision &&
  canonicalJson(one.ballot) === canonicalJson(other.ballot)

const ackedOf = (seat: string, sendings: Case['sendings'], told: Case['told']): Sending[] =>
  [...sendings.values()].filter((one) => one.seat === seat && told.get(one.id)?.some(({ code }) => code === 'ok'))

const wasSent = (history: readonly Happening[], seat: string, { revision, ballot }: StoredBallot): boolean =>
  history.some((event) => event.type === 'sent' && isSame(event, { ...event, seat, revision, ballot }))

function doubles(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.size === seen.add(name).size)
}
