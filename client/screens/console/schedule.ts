import { clockAfter, inSeoul } from '../desk/parts/seoul-time.ts'

const minuteMs = 60_000
/* A session that is opened on another day than planned is not late by days. */
const sameMeetingMs = 12 * 60 * minuteMs

/** When each step should begin, by the clock of the hall; empty while the session has no date. */
export function plannedTimes(heldAt: string | null, agenda: readonly { minutes: number }[]): string[] {
  if (heldAt === null) return []
  const { time } = inSeoul(heldAt)
  let passed = 0
  return agenda.map(({ minutes }) => {
    const text = clockAfter(time, passed)
    passed += minutes
    return text
  })
}

/** Minutes that the room is behind its plan (ahead when negative), counted to the end of the present step; null: no telling. */
export function minutesLate(
  heldAt: string | null,
  agenda: readonly { id: string; minutes: number }[],
  current: string | null,
  now: number,
): number | null {
  const here = agenda.findIndex(({ id }) => id === current)
  if (heldAt === null || here < 0) return null
  const start = Date.parse(heldAt)
  const before = agenda.slice(0, here).reduce((sum, { minutes }) => sum + minutes, 0)
  const beginsAt = start + before * minuteMs
  const endsAt = beginsAt + (agenda[here]?.minutes ?? 0) * minuteMs
  if (Math.abs(now - start) > sameMeetingMs) return null
  if (now > endsAt) return Math.ceil((now - endsAt) / minuteMs)
  return now < beginsAt ? -Math.ceil((beginsAt - now) / minuteMs) : 0
}
