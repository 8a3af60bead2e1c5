const secondMs = 1000

/** What is left, by the server's clock: `offsetMs` is what the server is ahead of this device. Negative when over. */
export function remainingMs(endsAt: number, offsetMs: number, now: number) {
  return endsAt - (now + offsetMs)
}

/** mm:ss, with hours only when there are any. Rounds up, so that 00:00 appears at the end and not a second before it. */
export function clockText(ms: number) {
  const seconds = Math.ceil(ms / secondMs)
  const left = Math.abs(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(left / 3600)
  const text = `${two(Math.floor((left % 3600) / 60))}:${two(left % 60)}`
  return `${seconds < 0 ? '+' : ''}${hours ? `${hours}:` : ''}${text}`
}

/** Until the text changes, so that the clock ticks with the second and not somewhere within it. */
export function msToNextTick(ms: number) {
  const rest = ((ms % secondMs) + secondMs) % secondMs
  return rest === 0 ? secondMs : rest
}
