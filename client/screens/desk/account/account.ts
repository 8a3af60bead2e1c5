import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Account } from '../../../../shared/protocol/http.ts'
import { call } from '../../../net/http.ts'

/** Who is signed in in this browser. */
export const useAccount = defineStore('account', () => {
  const account = shallowRef<Account>()

  /** `unknown`: the server could not be asked; the page says so itself. */
  async function look(): Promise<'in' | 'out' | 'unknown'> {
    if (account.value) return 'in'
    const answer = await call('me', {})
    if (!answer.ok) return answer.code === 'not_signed_in' ? 'out' : 'unknown'
    account.value = answer.value
    return 'in'
  }
  async function signOut() {
    const answer = await call('signOut', { body: {} })
    if (answer.ok) account.value = undefined
    return answer
  }
  return {
    account,
    isAdmin: computed(() => account.value?.role === 'admin'),
    look,
    signOut,
  }
})
