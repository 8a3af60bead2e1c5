import { defineAsyncComponent } from 'vue'
import { keepTrying } from '../../ballots/keep-trying.ts'

const load = () => keepTrying(() => import('./RankingPhone.vue'))

/** Results come with their own code, which is there before they are: it is asked for while the vote is open. */
export const RankingPhone = defineAsyncComponent(load)
export const PollPhone = defineAsyncComponent(() => keepTrying(() => import('./PollPhone.vue')))
export const preloadRanking = (): void => void load()
