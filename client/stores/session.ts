import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type {
  Crew,
  Health,
  Mine,
  MyBallot,
  Own,
  Refused,
  Shown,
  SimilarIssue,
  Snapshot,
  Turnout,
  Update,
} from '../../shared/protocol/live.ts'
import { updated } from '../../shared/protocol/updated.ts'
import type { TableView } from '../../shared/session/tables.ts'
import { openWire, type Credentials, type LinkState, type Wire } from '../net/socket.ts'
import { useClock } from './clock.ts'
import { useLanguage } from './language.ts'

/**
 * The session as the server last showed it, never a guess. An update is applied if it is for the view that is held;
 * else, and after an absence (reconnected, woke up), the whole is asked for.
 */
export const useSession = defineStore('session', () => {
  const clock = useClock()
  const language = useLanguage()

  const held = shallowRef<Shown | null>(null)
  const turnout = shallowRef<Turnout | null>(null)
  const mine = shallowRef<Mine | null>(null)
  /** how the house and the room do; consoles are told */
  const health = shallowRef<Health | null>(null)
  /** who runs the session from a console; consoles are told */
  const crew = shallowRef<Crew | null>(null)
  /** what is on the table that is run from here */
  const table = shallowRef<TableView | null>(null)
  /** what a link for notes has of its own */
  const own = shallowRef<Own | null>(null)
  /** the id under which a console is known to the others; empty on other screens */
  const you = ref('')
  /** a helper's link: the screen takes seats for people in the hall */
  const helps = ref(false)
  const link = ref<LinkState>('connecting')
  const refused = shallowRef<Refused | null>(null)
  const damaged = ref('')

  const phone = computed(() => (held.value?.role === 'phone' ? held.value.view : null))
  const projector = computed(() => (held.value?.role === 'projector' ? held.value.view : null))
  const console = computed(() => (held.value?.role === 'console' ? held.value.view : null))
  const notes = computed(() => (held.value?.role === 'notes' ? held.value.view : null))

  let wire: Wire | null = null

  function hold(shown: Shown): void {
    clock.hear(shown.now)
    held.value = shown
  }

  function apply(update: Update): void {
    // Before the first snapshot there is nothing to change: it is on its way.
    if (!held.value) return
    const next = updated(held.value, update)
    if (next === null) refresh()
    else if (next !== held.value) hold(next)
  }

  function applySnapshot(snapshot: Snapshot): void {
    if (held.value && snapshot.revision < held.value.revision) return
    if ('you' in snapshot) you.value = snapshot.you
    helps.value = 'helps' in snapshot && snapshot.helps === true
    const { turnout: counted, ...shown } = snapshot
    turnout.value = counted
    damaged.value = ''
    if (shown.role === 'phone') {
      const { mine: own, ...rest } = shown
      hearMine(own)
      hold(rest)
    } else if (shown.role === 'console') {
      const { health: told, you: id, ...rest } = shown
      health.value = told
      you.value = id
      hold(rest)
    } else if (shown.role === 'notes') {
      const { own: told, ...rest } = shown
      own.value = told
      hold(rest)
    } else {
      hold(shown)
    }
  }

  /** A ballot that the server is known to hold: told by it, or just acknowledged. A lower revision is old news. */
  function noteBallot(ballot: MyBallot): void {
    if (!mine.value) return
    const known = mine.value.ballot
    if (known?.activity === ballot.activity && known.revision > ballot.revision) return
    mine.value = { ...mine.value, ballot }
  }

  function hearMine(next: Mine): void {
    const known = mine.value?.ballot
    const isOlder = known && known.activity === next.ballot?.activity && known.revision > next.ballot.revision
    mine.value = isOlder ? { ...next, ballot: known } : next
  }

  function connect(credentials: Credentials): void {
    disconnect()
    wire = openWire(credentials, () => language.id, {
      snapshot: applySnapshot,
      update: apply,
      mine: hearMine,
      own: (next) => (own.value = next),
      turnout: (next) => (turnout.value = next),
      health: (next) => (health.value = next),
      crew: (next) => (crew.value = next),
      table: (next) => (table.value = next),
      damaged: ({ message }) => (damaged.value = message),
      link(state) {
        if (state === 'connected') clock.forget()
        link.value = state
      },
      refused: (why) => (refused.value = why),
    })
    document.addEventListener('visibilitychange', onVisible)
    addEventListener('online', refresh)
    addEventListener('pageshow', onPageShow)
  }

  function disconnect(): void {
    wire?.close()
    wire = null
    held.value = turnout.value = mine.value = health.value = own.value = null
    crew.value = table.value = refused.value = null
    damaged.value = ''
    link.value = 'connecting'
    document.removeEventListener('visibilitychange', onVisible)
    removeEventListener('online', refresh)
    removeEventListener('pageshow', onPageShow)
  }

  const refresh = () => wire?.refresh()
  const onVisible = () => {
    if (document.visibilityState === 'visible') refresh()
  }
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) refresh()
  }
  const send: Wire['send'] = (id, wish) => wire?.send(id, wish) ?? Promise.resolve(null)

  /** What others wrote that is like this text; null when nobody answers now. */
  async function similar(text: string): Promise<SimilarIssue[] | null> {
    const answer = await wire?.similar(text)
    return answer?.ok ? answer.similar : null
  }

  return {
    phone,
    projector,
    console,
    notes,
    role: computed(() => held.value?.role ?? null),
    revision: computed(() => held.value?.revision ?? 0),
    turnout,
    mine,
    health,
    crew,
    table,
    own,
    you,
    helps,
    link,
    refused,
    damaged,
    connect,
    disconnect,
    refresh,
    noteBallot,
    send,
    preview: (activity: string) => wire?.preview(activity) ?? Promise.resolve(null),
    similar,
  }
})
