import { computed, ref, watch } from 'vue'
import { forget, recall, remember } from '../../net/storage.ts'
import { useOutbox } from '../../stores/outbox.ts'
import { useSession } from '../../stores/session.ts'

const isTrue = (value: unknown): value is true => value === true

/**
 * The table of this phone: asked for once where the room sits at tables, taken from the QR code of a table
 * (`/j/<token>?t=3`), and changed by hand.
 */
export function useTable() {
  const session = useSession()
  const outbox = useOutbox()
  const isChanging = ref(false)
  const hasNone = ref(false)
  const key = () => `madang.noTable.${session.mine?.seat ?? ''}.${session.phone?.title ?? ''}`

  const count = computed(() => (session.phone?.life === 'closed' ? 0 : (session.phone?.tables ?? 0)))
  const table = computed(() => session.mine?.table)
  /** on its way, so that a tap on a slow line is seen at once */
  const isSending = computed(() => outbox.pending.some(({ wish }) => wish.type === 'joinTable'))
  const asks = computed(
    () =>
      count.value > 0 &&
      session.mine !== null &&
      (isChanging.value || (table.value === undefined && !hasNone.value && !isSending.value)),
  )

  function choose(next: number | null): void {
    isChanging.value = false
    hasNone.value = next === null
    if (next === null) remember(key(), true)
    else forget(key())
    if (next !== (table.value ?? null)) void outbox.send({ type: 'joinTable', table: next })
  }

  /* Once, and not again at a reload: whoever has changed the table since sits where he says. */
  watch(
    () => count.value > 0 && session.mine !== null,
    (isThere) => {
      if (!isThere) return
      hasNone.value = recall(key(), isTrue) ?? false
      const given = Number(new URLSearchParams(location.search).get('t'))
      if (!Number.isInteger(given) || given < 1) return
      history.replaceState(history.state, '', location.pathname)
      if (given <= count.value) choose(given)
    },
    { immediate: true },
  )

  return { count, table, asks, choose, change: () => (isChanging.value = true) }
}
