import { onScopeDispose, ref, shallowRef } from 'vue'
import type { NoAnswer, Reply } from '../../../net/answers.ts'

/** Asks the server for something that a page shows. The newest question wins; what was shown stays while it waits. */
export function useLoad<T>(ask: () => Promise<Reply<T>>) {
  const value = shallowRef<T>()
  const problem = shallowRef<NoAnswer>()
  const isWaiting = ref(false)
  let asked = 0
  onScopeDispose(() => (asked = -1))

  async function load() {
    const mine = (asked += 1)
    isWaiting.value = true
    const answer = await ask()
    if (mine !== asked) return
    isWaiting.value = false
    problem.value = answer.ok ? undefined : answer
    if (answer.ok) value.value = answer.value
  }
  void load()
  return { value, problem, isWaiting, load }
}
