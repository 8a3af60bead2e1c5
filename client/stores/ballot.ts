import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { Ballot } from '../../shared/ballots/index.ts'
import { forget, isRecord, keysUnder, recall, remember } from '../net/storage.ts'
import { useOutbox } from './outbox.ts'
import { useSession } from './session.ts'

/** What the phone remembers of its own vote, only while that vote is open. */
interface Kept {
  /** of the ballot cast last from this device */
  revision: number
  /** whether one of them was acknowledged */
  isHeld: boolean
  /** what is being chosen and has not been sent */
  choice: Ballot | null
}
const isKept = (value: unknown): value is Kept =>
  isRecord(value) && typeof value.revision === 'number' && (value.choice === null || isRecord(value.choice))

const isBallot = (value: unknown): value is Ballot => isRecord(value)

/** What the last answer said: taken, replaced by a later ballot of the same seat, too late, or refused with a sentence. */
export type BallotNews =
  { kind: 'taken' | 'replaced' } | { kind: 'notCounted'; earlierCounts: boolean } | { kind: 'refused'; message: string }

/**
 * The ballot of this seat: what is being chosen, what is on its way, what the server holds. Each one sent has a revision
 * one higher than any that this device knows of, so that the later choice stays, whatever overtakes what on the way.
 */
export const useBallot = defineStore('ballot', () => {
  const session = useSession()
  const outbox = useOutbox()
  const kept = reactive(new Map<string, Kept>())
  const news = ref<{ activity: string; told: BallotNews } | null>(null)
  const prefix = ref('madang.vote.')
  const ownPrefix = ref('madang.panel.')

  /** `scope` names the session and seat; it begins every key. */
  function start(scope: string): void {
    prefix.value = `madang.vote.${scope}.`
    ownPrefix.value = `madang.panel.${scope}.`
    for (const key of keysUnder('madang.panel.')) if (!key.startsWith(ownPrefix.value)) forget(key)
    kept.clear()
    news.value = null
  }

  const of = (activity: string): Kept =>
    kept.get(activity) ?? recall(prefix.value + activity, isKept) ?? { revision: 0, isHeld: false, choice: null }
  function keep(activity: string, next: Kept): void {
    kept.set(activity, next)
    remember(prefix.value + activity, next)
  }

  const stored = (activity: string) => {
    const ballot = session.mine?.ballot
    return ballot?.activity === activity ? ballot : null
  }
  const sending = (activity: string): Ballot | null => {
    const parcel = outbox.pending.find(({ wish }) => wish.type === 'castBallot' && wish.activity === activity)
    return parcel?.wish.type === 'castBallot' ? parcel.wish.ballot : null
  }

  function choose(activity: string, choice: Ballot | null): void {
    keep(activity, { ...of(activity), choice })
  }

  /** `next` is what is being chosen from now on: the same again where a ballot is sent while it grows. */
  function cast(activity: string, ballot: Ballot, next: Ballot | null = null): void {
    const revision = Math.max(of(activity).revision, stored(activity)?.revision ?? 0) + 1
    keep(activity, { ...of(activity), revision, choice: next })
    news.value = null
    void outbox.send({ type: 'castBallot', activity, revision, ballot })
  }

  outbox.listen(answered)
  function answered(
    { wish }: { wish: Parameters<typeof outbox.send>[0] },
    answer: Awaited<ReturnType<typeof outbox.send>>,
  ) {
    if (wish.type !== 'castBallot') return
    const { activity, ballot, revision } = wish
    if (answer.ok) {
      session.noteBallot({ activity, revision, ballot })
      keep(activity, { ...of(activity), isHeld: true })
      news.value = { activity, told: { kind: 'taken' } }
    } else if (answer.stored) {
      session.noteBallot({ activity, ...answer.stored })
      keep(activity, { revision: answer.stored.revision, isHeld: true, choice: null })
      news.value = { activity, told: { kind: 'replaced' } }
    } else if (answer.code === 'vote_closed') {
      news.value = { activity, told: { kind: 'notCounted', earlierCounts: of(activity).isHeld } }
    } else {
      keep(activity, { ...of(activity), choice: ballot })
      news.value = { activity, told: { kind: 'refused', message: answer.message } }
    }
  }

  /** A panel's ballot that the server has taken, for the round after it. It is kept on this device and nowhere else. */
  function keepOwn(activity: string, ballot: Ballot): void {
    remember(ownPrefix.value + activity, ballot)
  }
  const ownOf = (activity: string): Ballot | null => recall(ownPrefix.value + activity, isBallot)

  /** After the vote nobody can tell whose ballot was whose; the phone keeps nothing of it either, but for a panel's. */
  function forgetAll(): void {
    for (const key of keysUnder('madang.vote.')) forget(key)
    kept.clear()
  }

  return {
    choiceOf: (activity: string) => of(activity).choice,
    stored,
    sending,
    newsOf: (activity: string) => (news.value?.activity === activity ? news.value.told : null),
    isSending: computed(() => outbox.pending.some(({ wish }) => wish.type === 'castBallot')),
    start,
    choose,
    cast,
    keepOwn,
    ownOf,
    forgetAll,
  }
})
