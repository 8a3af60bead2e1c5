import { ref, shallowRef } from 'vue'
import type { NoAnswer, Reply } from '../../../net/answers.ts'
import { newCommandId } from '../../../net/ids.ts'

/**
 * Sends a change. The same change sent again after a broken connection keeps its id, so that it counts once; another
 * one gets an id of its own. `problem` stays until the next try.
 */
export function useSend() {
  const isBusy = ref(false)
  const problem = shallowRef<NoAnswer>()
  let pending = { id: '', what: '' }

  /** `what` tells two changes apart: usually the body without its id. Nothing is sent while another one is on its way. */
  async function send<T>(what: unknown, ask: (id: string) => Promise<Reply<T>>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    const text = JSON.stringify(what)
    if (text !== pending.what) pending = { id: newCommandId(), what: text }
    isBusy.value = true
    problem.value = undefined
    const answer = await ask(pending.id)
    isBusy.value = false
    if (answer.ok || !answer.retryable) pending = { id: '', what: '' }
    if (answer.ok) return answer.value
    problem.value = answer
    return undefined
  }
  return { isBusy, problem, send }
}
