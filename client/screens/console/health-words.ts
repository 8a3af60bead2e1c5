import type { Health } from '../../../shared/protocol/live.ts'
import type { HallKey } from '../../../shared/i18n/ko/hall.ts'

/** A part of the house in one word, or what is the matter with it. */
export interface HealthLine {
  part: HallKey
  trouble: { title: HallKey; hint: HallKey; n: number; isGrave: boolean } | null
}

/** The parts that a vote stands on, each with its trouble; none that is elsewhere. */
export function healthLines({ store, loop, memory, disk, freeMegabytes }: Health): HealthLine[] {
  const trouble = (title: HallKey, hint: HallKey, isGrave = false) => ({ title, hint, n: freeMegabytes ?? 0, isGrave })
  const lines: HealthLine[] = [
    {
      part: 'health.store',
      trouble:
        store === 'fine' ? null : trouble(`health.store.${store}`, `health.store.${store}Hint`, store !== 'slow'),
    },
    {
      part: 'health.server',
      trouble:
        loop === 'slow'
          ? trouble('health.loop.slow', 'health.loop.slowHint')
          : memory === 'high'
            ? trouble('health.memory.high', 'health.memory.highHint')
            : null,
    },
  ]
  if (disk === 'elsewhere') return lines
  const full = disk === 'full'
  return [
    ...lines,
    {
      part: 'health.disk',
      trouble: disk === 'fine' ? null : trouble(`health.disk.${disk}`, `health.disk.${disk}Hint`, full),
    },
  ]
}

/** In every hall some telephone sleeps: one in ten, and three at least, are worth a look around. */
export const isQuietRoom = (silent: number, joined: number): boolean => silent >= Math.max(3, joined / 10)
