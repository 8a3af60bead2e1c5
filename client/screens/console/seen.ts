import type { BoardIssue } from '../../../shared/session/board-view.ts'

/** Whether the room sees this issue: not hidden, not merged into another, not kept at its table. */
export const isSeen = ({ status, mergedInto, atTable }: BoardIssue): boolean =>
  status === 'shown' && mergedInto === null && !atTable
