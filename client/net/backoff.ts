/** How long to wait before the next attempt: doubled each time from half a second to ten, with jitter, so that a hall does not knock in step. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(10_000, 1000 * 2 ** Math.max(0, attempt))
  return Math.round(full * (0.5 + 0.5 * random()))
}
