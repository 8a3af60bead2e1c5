import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Wish } from '../net/socket.ts'
import { useOutbox } from './outbox.ts'

/** What the facilitator does: one command each, with the reason when it was not done. */
export const useSteering = defineStore('steering', () => {
  const outbox = useOutbox()
  const problem = ref('')

  /** True when it is done. A silent network makes it wait, never fail. */
  async function act(wish: Wish): Promise<boolean> {
    problem.value = ''
    const answer = await outbox.send(wish)
    if (!answer.ok) problem.value = answer.message
    return answer.ok
  }

  return { problem, act, isBusy: computed(() => outbox.pending.length > 0) }
})
