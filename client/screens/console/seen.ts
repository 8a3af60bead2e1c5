import type { BoardIssue } from '../../../shared/session/views.ts'

/** Whether the room sees this issue: not hidden, not merged into another, not kept at its table. */
export const isSeen = ({ hidden, mergedInto, atTable }: BoardIssue): boolean =>
  hidden === null && mergedInto === null && !atTable
