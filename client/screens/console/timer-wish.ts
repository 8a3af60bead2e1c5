import type { Wish } from '../../net/socket.ts'

/** The command that shows this end again; none when it is over, or when there was none. `offsetMs`: server's clock minus ours. */
export function timerUntil(endsAt: number | null, offsetMs: number): Wish[] {
  const seconds = endsAt === null ? 0 : Math.ceil((endsAt - (Date.now() + offsetMs)) / 1000)
  return seconds > 0 ? [{ type: 'setTimer', seconds }] : []
}
