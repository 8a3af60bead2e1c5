import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the server's clock is ahead of this device's. Phones may be a year off: nothing but timers hangs on it. */
export const useClock = defineStore('clock', () => {
  const offsetMs = ref(0)
  let isSet = false

  /** A stamp only ever arrives late, so the largest difference seen on one connection is the closest. */
  function hear(serverNow: number, now = Date.now()): void {
    const offset = serverNow - now
    if (isSet && offset <= offsetMs.value) return
    offsetMs.value = offset
    isSet = true
  }
  /** A new connection measures anew: a device that slept may have had its clock set. */
  function forget(): void {
    isSet = false
  }

  return { offsetMs, hear, forget }
})
