const minuteMs = 60_000
/* A session that is opened on another day than planned is not late by days. */
const sameMeetingMs = 12 * 60 * minuteMs

export interface Step {
  id: string
  phase: string
  minutes: number
  /** epoch ms; null: never, or not known */
  openedAt: number | null
  closedAt: number | null
}

export interface Plan {
  /** ISO 8601 */
  heldAt: string | null
  plannedMinutes: number
  agenda: readonly Step[]
  /** the entry that was opened last */
  current: string | null
}

export interface Forecast {
  /** epoch ms at which each entry that has not been opened begins, when everything from now on takes as long as planned */
  starts: ReadonlyMap<string, number>
  /** epoch ms */
  endsAt: number
  /** minutes behind the plan's own end (ahead when negative); null: there is no plan to compare with */
  late: number | null
}

/**
 * How the meeting will go on. The plan begins at the hour that was announced, or without one when the first entry was
 * opened; its end is the planned minutes later.
 */
export function forecast({ heldAt, plannedMinutes, agenda, current }: Plan, now: number): Forecast {
  const begun = agenda.flatMap(({ openedAt }) => openedAt ?? [])
  const announced = heldAt === null ? null : Date.parse(heldAt)
  const isToday = announced !== null && Math.abs(now - announced) <= sameMeetingMs
  const began = begun.length > 0 ? Math.min(...begun) : null
  const planned = isToday ? announced : began

  const open = agenda.find(({ phase }) => phase === 'open')
  // Before the first step the meeting begins when it was announced, at the earliest now.
  let at = began === null && isToday ? Math.max(now, announced) : now
  if (open) at = Math.max(now, (open.openedAt ?? now) + open.minutes * minuteMs)
  const starts = new Map<string, number>()
  // What was passed over does not come by itself any more.
  const here = agenda.findIndex(({ id }) => id === current)
  for (const { id, phase, minutes } of agenda.slice(here + 1)) {
    if (phase !== 'prepared') continue
    starts.set(id, at)
    at += minutes * minuteMs
  }
  const late = planned === null ? null : Math.round((at - planned - plannedMinutes * minuteMs) / minuteMs)
  return { starts, endsAt: at, late }
}

/** Minutes that an entry has been open, or was; null while nobody knows. */
export function minutesTaken({ openedAt, closedAt }: Step, now: number): number | null {
  return openedAt === null ? null : Math.max(0, Math.round(((closedAt ?? now) - openedAt) / minuteMs))
}
