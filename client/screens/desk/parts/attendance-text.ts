import type { Attendance } from '../../../../shared/plan/plan.ts'
import type { Say } from './say.ts'

/** One organisation as minutes write it: "강북구청(사회적일자리팀장 외 2명)" is three people. */
export function organisationText({ organisation, lead, people }: Attendance, t: Say): string {
  if (!lead) return t('attendance.peopleOnly', { organisation, people })
  if (people === 1) return t('attendance.leadOnly', { organisation, lead })
  return t('attendance.leadAndOthers', { organisation, lead, others: people - 1 })
}

export const attendanceText = (rows: readonly Attendance[], t: Say): string =>
  rows.map((row) => organisationText(row, t)).join(', ')

export const peopleIn = (rows: readonly { people: number }[]): number =>
  rows.reduce((sum, { people }) => sum + (Number.isFinite(people) ? people : 0), 0)
