import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Answer } from '../../shared/protocol/live.ts'
import type { Wish } from '../net/socket.ts'
import { useOutbox } from './outbox.ts'

/** What the facilitator does: one command each, with the reason when it was not done. */
export const useSteering = defineStore('steering', () => {
  const outbox = useOutbox()
  const problem = ref('')

  /** A silent network makes it wait, never fail. */
  async function ask(wish: Wish): Promise<Answer> {
    problem.value = ''
    const answer = await outbox.send(wish)
    if (!answer.ok) problem.value = answer.message
    return answer
  }
  /** True when it is done. */
  const act = async (wish: Wish): Promise<boolean> => (await ask(wish)).ok

  return { problem, ask, act, isBusy: computed(() => outbox.pending.length > 0) }
})
