/** A timer that can rest: what is left when it pauses is what it runs when it goes on. */
export function createCountdown(onEnd: () => void) {
  let leftMs = 0
  let startedAt = 0
  let handle: ReturnType<typeof setTimeout> | undefined

  function stop() {
    clearTimeout(handle)
    handle = undefined
  }
  function run(durationMs: number) {
    stop()
    leftMs = durationMs
    startedAt = Date.now()
    handle = setTimeout(() => {
      stop()
      onEnd()
    }, durationMs)
  }
  return {
    run,
    stop,
    pause: () => {
      if (handle === undefined) return
      stop()
      leftMs = Math.max(0, leftMs - (Date.now() - startedAt))
    },
    resume: () => {
      if (handle === undefined && leftMs > 0) run(leftMs)
    },
    forget: () => {
      stop()
      leftMs = 0
    },
  }
}
