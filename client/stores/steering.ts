import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Accepted, Answer } from '../../shared/protocol/live.ts'
import type { Wish } from '../net/socket.ts'
import { useOutbox } from './outbox.ts'

/** How something that was done is taken back: what was done, in words, and the commands that undo it. */
export interface Undo {
  message: string
  wishes: (answer: Accepted) => Wish[]
}

/** What the facilitator does: one command each, with the reason when it was not done. */
export const useSteering = defineStore('steering', () => {
  const outbox = useOutbox()
  const problem = ref('')
  const offered = shallowRef<{ message: string; wishes: () => Wish[] } | null>(null)

  /** A silent network makes it wait, never fail. With `undo` it can be taken back for a while. */
  async function send(wish: Wish, undo?: Undo): Promise<Answer> {
    problem.value = ''
    const answer = await outbox.send(wish)
    if (!answer.ok) problem.value = answer.message
    else offered.value = undo ? { message: undo.message, wishes: () => undo.wishes(answer) } : null
    return answer
  }
  /** True when it is done. */
  const act = async (wish: Wish, undo?: Undo): Promise<boolean> => (await send(wish, undo)).ok

  async function takeBack(): Promise<void> {
    const wishes = offered.value?.wishes() ?? []
    offered.value = null
    for (const wish of wishes) if (!(await act(wish))) return
  }

  return {
    problem,
    /** what was done last, while it can be taken back */
    offered: computed(() => offered.value?.message ?? ''),
    act,
    send,
    takeBack,
    forget: () => (offered.value = null),
    isBusy: computed(() => outbox.pending.length > 0),
  }
})
