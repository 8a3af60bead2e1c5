import type { Plan } from '../../shared/plan/plan.ts'
import type { PriorityTask } from '../../shared/plan/priority-task.ts'
import type { Texts } from '../../shared/base/texts.ts'

/** What is exported: the entries in the order in which they are to stand, and the plan that they belong to. */
export interface TaskReport {
  plan: Plan
  tasks: PriorityTask[]
  /** printed as the date of the export; now, if nobody says otherwise */
  exportedAt?: Date
}

/** One format: from the report to the bytes of a file. */
export interface Exporter {
  texts: { name: Texts }
  contentType: string
  /** made by the server, safe on every file system; Korean, so a header has to encode it */
  fileName(report: TaskReport): string
  render(report: TaskReport): Promise<Buffer>
}

const FORBIDDEN_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu
const LONGEST_TITLE = 60

/** A title as part of a file's name: short, and without a letter that a file system refuses. */
export function safeTitle(title: string): string {
  const cleaned = title.replace(FORBIDDEN_IN_NAMES, ' ').replace(/\s+/g, ' ').trim()
  return [...cleaned].slice(0, LONGEST_TITLE).join('').trim()
}

/** `우선과제 목록 - <plan> - 2016-08-31.xlsx` */
export function fileNameOf({ plan, exportedAt = new Date() }: TaskReport, extension: string): string {
  const day = dayInSeoul(exportedAt).toISOString().slice(0, 10)
  return `우선과제 목록 - ${safeTitle(plan.title)} - ${day}.${extension}`
}

const SEOUL_MS = 9 * 60 * 60 * 1000

/**
 * A moment whose UTC reading is the wall clock of Seoul: writers of office files take UTC, and noon would become 03:00.
 * Korea has no summer time.
 */
export const inSeoul = (moment: Date | string): Date => new Date(new Date(moment).getTime() + SEOUL_MS)

const DAY_MS = 24 * 60 * 60 * 1000
/** The day in Seoul, without a time of the day. */
export const dayInSeoul = (moment: Date | string): Date =>
  new Date(Math.floor(inSeoul(moment).getTime() / DAY_MS) * DAY_MS)
