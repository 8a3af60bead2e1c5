import { computed, ref, watch, type Ref } from 'vue'
import type { HideReason } from '../../../shared/activities/material.ts'
import type { BoardIssue } from '../../../shared/session/views.ts'
import { useSteering } from '../../stores/steering.ts'
import { boardRows, filtered, mergeTarget, type BoardFilter, type BoardRow } from './board.ts'

/** The board in the facilitator's hand: what is shown, chosen and under the cursor, and what can be done with it. */
export function useBoard(issues: Ref<readonly BoardIssue[]>) {
  const steering = useSteering()
  const filter = ref<BoardFilter>('shown')
  const chosen = ref<ReadonlySet<string>>(new Set())
  const cursor = ref<string | null>(null)

  const rows = computed(() => boardRows(issues.value))
  const shown = computed(() => filtered(rows.value, filter.value))
  /** An act is on the chosen rows, or on the one under the cursor when none is chosen. */
  const targets = computed<BoardRow[]>(() => {
    const some = shown.value.filter(({ id }) => chosen.value.has(id))
    return some.length > 0 ? some : shown.value.filter(({ id }) => id === cursor.value)
  })
  const ids = () => targets.value.map(({ id }) => id)

  // What was merged away or withdrawn meanwhile cannot stay chosen.
  watch(rows, (now) => {
    const there = new Set(now.map(({ id }) => id))
    if ([...chosen.value].some((id) => !there.has(id))) {
      chosen.value = new Set([...chosen.value].filter((id) => there.has(id)))
    }
  })

  function choose(id: string, isChosen: boolean): void {
    const next = new Set(chosen.value)
    if (isChosen) next.add(id)
    else next.delete(id)
    chosen.value = next
  }
  const clear = () => (chosen.value = new Set())
  async function act(wish: Parameters<typeof steering.act>[0]): Promise<void> {
    if (await steering.act(wish)) clear()
  }

  return {
    filter,
    chosen,
    cursor,
    rows,
    shown,
    targets,
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
  }
}
export type Board = ReturnType<typeof useBoard>
