import { computed, shallowRef, watch, type Ref } from 'vue'
import type { BoardIssue } from '../../../shared/session/board-view.ts'
import { useSession } from '../../stores/session.ts'
import { useSteering } from '../../stores/steering.ts'

interface Move {
  group: string | null
  /** revision at which the server had it; null while it is under way */
  since: number | null
}

/**
 * Cards that were just moved here stand at their new place before the server has said so, and only until then: what it
 * shows counts, also when somebody else was faster or it said no.
 */
export function useMoves(issues: Ref<readonly BoardIssue[]>) {
  const session = useSession()
  const steering = useSteering()
  const moves = shallowRef<ReadonlyMap<string, Move>>(new Map())

  const moved = computed(() =>
    moves.value.size === 0
      ? issues.value
      : issues.value.map((issue) => {
          const move = moves.value.get(issue.id)
          return move && move.group !== issue.group ? { ...issue, group: move.group } : issue
        }),
  )

  /** What the server shows has caught up with these moves: they are news no more. */
  function settle() {
    const groups = new Map(issues.value.map(({ id, group }) => [id, group]))
    const isSettled = (id: string, { since, group }: Move) =>
      since !== null && (session.revision >= since || groups.get(id) === group)
    if ([...moves.value].some(([id, move]) => isSettled(id, move))) {
      moves.value = new Map([...moves.value].filter(([id, move]) => !isSettled(id, move)))
    }
  }
  watch([issues, () => session.revision], settle, { flush: 'sync' })

  /** True when it is done. */
  async function move(ids: readonly string[], group: string | null): Promise<boolean> {
    const own: Move = { group, since: null }
    moves.value = new Map([...moves.value, ...ids.map((id) => [id, own] as const)])
    const answer = await steering.send({ type: 'putInGroup', issues: [...ids], group })
    // A later move of the same card stays.
    const others = [...moves.value].filter(([, one]) => one !== own)
    const settled = ids
      .filter((id) => moves.value.get(id) === own)
      .map((id) => [id, { group, since: revisionOf(answer) }])
    moves.value = new Map([...others, ...(answer.ok ? (settled as [string, Move][]) : [])])
    settle()
    return answer.ok
  }

  return { moved, move, isMoving: (id: string) => moves.value.has(id) }
}

const revisionOf = (answer: { ok: true; revision: number } | { ok: false }): number => (answer.ok ? answer.revision : 0)
