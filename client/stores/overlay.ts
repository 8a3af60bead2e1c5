import { shallowRef } from 'vue'
import { newCommandId } from '../net/ids.ts'
import type { Wish } from '../net/socket.ts'
import { useOutbox } from './outbox.ts'
import { useSession } from './session.ts'

/** By this a line is known before the server has heard of it. */
export const newNoteKey = newCommandId

/**
 * What this device has wished and the view does not show yet, in its order: on its way, or acknowledged a moment ago.
 * Whoever draws the view puts these on top, so that nothing written disappears between the two.
 */
export function useOverlay(): { send: (wish: Wish) => void; wishes: () => Wish[] } {
  const session = useSession()
  const outbox = useOutbox()
  const settled = shallowRef<readonly { wish: Wish; revision: number }[]>([])

  function send(wish: Wish): void {
    void outbox.send(wish).then((answer) => {
      const newer = settled.value.filter(({ revision }) => revision > session.revision)
      settled.value = answer.ok ? [...newer, { wish, revision: answer.revision }] : newer
    })
  }
  const wishes = () => [
    ...settled.value.filter(({ revision }) => revision > session.revision).map(({ wish }) => wish),
    ...outbox.pending.map(({ wish }) => wish),
  ]
  return { send, wishes }
}
