import { computed, reactive, ref, watch, type Ref } from 'vue'
import type { HideReason, IssueGroup } from '../../../shared/activities/material.ts'
import type { BoardIssue } from '../../../shared/session/board-view.ts'
import type { ConsoleView } from '../../../shared/session/views.ts'
import { useSteering } from '../../stores/steering.ts'
import { filtered, mergeTarget, type BoardFilter, type BoardRow } from './board.ts'
import { createRows } from './columns.ts'
import { useMoves } from './use-moves.ts'

/** What the board is given: all of it is in the console's view. */
export interface BoardProps {
  issues: readonly BoardIssue[]
  fields: readonly { id: string; title: string }[]
  groups: readonly IssueGroup[]
  undo: ConsoleView['undo']
  news: ConsoleView['boardNews']
}

/** The board in the facilitator's hand: what is shown, chosen and under the cursor, and what can be done with it. */
export function useBoard(issues: Ref<readonly BoardIssue[]>) {
  const steering = useSteering()
  const moves = useMoves(issues)
  const filter = ref<BoardFilter>('shown')
  // Each card looks at its own membership only: choosing one draws one anew.
  const chosen = reactive(new Set<string>())
  const cursor = ref<string | null>(null)

  const rowsOf = createRows()
  const rows = computed(() => rowsOf(moves.moved.value))
  const shown = computed(() => filtered(rows.value, filter.value))
  /** An act is on the chosen rows, or on the one under the cursor when none is chosen. */
  const targets = computed<BoardRow[]>(() => {
    const some = shown.value.filter(({ id }) => chosen.has(id))
    return some.length > 0 ? some : shown.value.filter(({ id }) => id === cursor.value)
  })
  const ids = () => targets.value.map(({ id }) => id)

  // What was merged away or withdrawn meanwhile cannot stay chosen.
  watch(rows, (now) => {
    const there = new Set(now.map(({ id }) => id))
    for (const id of [...chosen]) if (!there.has(id)) chosen.delete(id)
  })

  function choose(id: string, isChosen: boolean): void {
    if (isChosen) chosen.add(id)
    else chosen.delete(id)
  }
  const clear = () => chosen.clear()
  /** What it is done with is not chosen any more, so that the next act is never on it too; unless it was refused. */
  async function act(wish: Parameters<typeof steering.act>[0]): Promise<void> {
    const before = [...chosen]
    clear()
    if (!(await steering.act(wish))) for (const id of before) chosen.add(id)
  }

  return {
    filter,
    chosen,
    cursor,
    rows,
    shown,
    targets,
    isMoving: moves.isMoving,
    choose,
    clear,
    merge: () => {
      const into = mergeTarget(targets.value)
      if (into && targets.value.length > 1) void act({ type: 'mergeIssues', into: into.id, issues: ids() })
    },
    assign: (fieldId: string | null) => {
      if (targets.value.length > 0) void act({ type: 'assignField', issues: ids(), fieldId })
    },
    hide: (reason: HideReason) => {
      if (targets.value.length > 0) void act({ type: 'hideIssues', issues: ids(), reason })
    },
    show: () => {
      const hidden = targets.value.filter((row) => row.hidden !== null).map(({ id }) => id)
      if (hidden.length > 0) void act({ type: 'showIssues', issues: hidden })
    },
    split: (issuesToSplit: readonly BoardIssue[]) => {
      if (issuesToSplit.length === 0) return
      void act({ type: 'splitIssues', issues: issuesToSplit.map(({ id }) => id) })
    },
    reword: (issue: string, title: string | null) => steering.act({ type: 'rewordIssue', issue, title }),
    mergePair: (pair: readonly BoardRow[]) => {
      const into = mergeTarget(pair)
      if (into) void steering.act({ type: 'mergeIssues', into: into.id, issues: pair.map(({ id }) => id) })
    },
    /** Stands there at once; what was chosen is not any more. */
    put: (cards: readonly string[], group: string | null) => {
      if (cards.length === 0) return
      void moves.move(cards, group)
      clear()
    },
    createGroups: (groups: { title: string; issues: string[] }[]) => act({ type: 'createGroups', groups }),
    rename: (group: string, title: string, was: string) => steering.act({ type: 'renameGroup', group, title, was }),
    move: (group: string, before: string | null) => steering.act({ type: 'moveGroup', group, before }),
    remove: (group: string) => steering.act({ type: 'removeGroup', group }),
    /** The step that the screen shows, and none that somebody has taken meanwhile. */
    undo: (step: BoardProps['undo']) => {
      if (step) void steering.act({ type: 'undo', step: step.number })
    },
  }
}
export type Board = ReturnType<typeof useBoard>
