import { computed, shallowRef, watch, type Component } from 'vue'
import type { PhoneView } from '../../../shared/session/views.ts'
import { keepTrying } from '../../ballots/keep-trying.ts'
import { useSeat } from '../../stores/seat.ts'
import { useSession } from '../../stores/session.ts'

/**
 * The questions about oneself, once for each seat: undefined while there is nothing to ask. They come with their own code, and
 * never while somebody is writing or has begun to choose in a step: whoever is late is not interrupted.
 */
export function useAboutYou(view: () => PhoneView) {
  const seat = useSeat()
  const session = useSession()
  const face = shallowRef<Component>()

  const isDue = computed(() => {
    const { asks, life } = view()
    const hasTold = Object.keys(session.mine?.groups ?? {}).length > 0
    return asks.length > 0 && life !== 'closed' && !hasTold && seat.current?.isAsked !== true
  })
  const isBusy = () => document.querySelector('main :is(textarea, input):focus, main :checked') !== null
  watch(
    isDue,
    async (due) => {
      if (!due || face.value) return
      const loaded = await keepTrying(() => import('./AboutYouPhone.vue'))
      if (!isBusy()) face.value = loaded.default
    },
    { immediate: true },
  )
  return computed(() => (isDue.value ? face.value : undefined))
}
