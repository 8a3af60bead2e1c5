import { refuse, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import type { Ballot } from '../../shared/ballots/index.ts'
import { applyFact, type Fact, type SessionState } from '../../shared/session/state.ts'

/** What a sender is told, before it is put into words: kept with the command, so that a second sending gets the same. */
export type StoredAnswer =
  { ok: true; revision: number; issue?: string; activity?: string } | (Refusal & { stored?: StoredBallot })

export interface StoredBallot {
  /** counted by the device that sent it */
  revision: number
  ballot: Ballot
}

/** One decided command as it stands in the stream: who asked, what they were told, and the facts that follow. */
export interface Entry {
  /** sender and command id, or null for what the program itself decided */
  key: string | null
  /** the command's content, hashed: the same id with other content is refused */
  content: string
  answer: StoredAnswer
  facts: Fact[]
}

/** What is being decided: a sender's command, or the program's own (`key` null). */
export interface Decision {
  key: string | null
  content: string
  decide: (state: SessionState) => Outcome<Fact[]>
}

/** The state of a session and the answers that were given in it: the fold of its stream so far. */
export interface Fold {
  state: SessionState
  /** by sender and command id */
  answered: Map<string, { content: string; answer: StoredAnswer }>
  /** how many entries it has folded */
  entries: number
  /** id of the last one */
  lastId: string
}

/** Fold one entry that is on disk. The map of answers grows in place: it is as long as the session. */
export function foldEntry(fold: Fold, entry: Entry, id: string): Fold {
  if (entry.key !== null) fold.answered.set(entry.key, { content: entry.content, answer: entry.answer })
  return {
    ...fold,
    state: entry.facts.reduce(applyFact, fold.state),
    entries: fold.entries + 1,
    lastId: id,
  }
}

/** What a batch of decisions comes to, each decided on the state that the ones before it leave. */
export interface Batch {
  entries: Entry[]
  facts: Fact[]
  answers: StoredAnswer[]
}

/**
 * Decide as many of these as one commit can carry: it ends behind the first that opens or closes a vote, since the
 * store switches the vote over in the same step. A command that was answered before gets that answer and no entry.
 */
export function decideBatch(fold: Fold, decisions: readonly Decision[]): Batch {
  let { state } = fold
  const batch: Batch = { entries: [], facts: [], answers: [] }
  const fresh = new Map<string, Entry>()
  for (const { key, content, decide } of decisions) {
    const before = key === null ? undefined : (fold.answered.get(key) ?? fresh.get(key))
    if (before) {
      batch.answers.push(before.content === content ? before.answer : refuse('id_reused'))
      continue
    }
    const outcome = decide(state)
    const facts = outcome.ok ? outcome.value : []
    state = facts.reduce(applyFact, state)
    const entry = { key, content, facts, answer: answerTo(outcome, state.revision) }
    batch.answers.push(entry.answer)
    batch.facts.push(...facts)
    if (key !== null) fresh.set(key, entry)
    if (key !== null || facts.length > 0) batch.entries.push(entry)
    if (facts.some((fact) => switchesVote(fact) !== null)) break
  }
  return batch
}

function answerTo(outcome: Outcome<Fact[]>, revision: number): StoredAnswer {
  if (!outcome.ok) return outcome
  const added = outcome.value.find((fact) => fact.type === 'activityAdded')
  if (added) return { ok: true, revision, activity: added.activity.id }
  const submitted = outcome.value.find((fact) => fact.type === 'issueSubmitted')
  return submitted ? { ok: true, revision, issue: submitted.issue.id } : { ok: true, revision }
}

/** Whether this fact opens or closes a vote, and which. */
export function switchesVote(fact: Fact): { to: 'open' | 'closed'; vote: string } | null {
  if (fact.type !== 'activityOpened' && fact.type !== 'activityClosed') return null
  if (fact.activity.kind !== 'vote') return null
  return { to: fact.type === 'activityOpened' ? 'open' : 'closed', vote: fact.activity.id }
}

/** Whether this fact is a step of a vote towards its end, which has to be possible also when the store takes nothing new. */
export const endsVote = (fact: Fact): boolean =>
  switchesVote(fact)?.to === 'closed' || fact.type === 'resultRevealed' || fact.type === 'resultFiled'
