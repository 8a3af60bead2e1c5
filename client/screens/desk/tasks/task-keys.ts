import type { Decision } from '../../../../shared/plan/priority-task.ts'

export type TaskKeyAct =
  { act: 'move'; by: 1 | -1 } | { act: 'open' } | { act: 'search' } | { act: 'decide'; decision: Decision }

export interface PressedKey {
  key: string
  /** the key on the board: with Hangul switched on, `a` arrives as ㅁ */
  code: string
  withModifier: boolean
  /** where the focus is: in something that is typed into, in the list, or elsewhere */
  focus: 'typing' | 'list' | 'nowhere' | 'elsewhere'
}

const letters: Record<string, Decision> = { KeyA: 'adopted', KeyH: 'onHold', KeyR: 'rejected' }

/** What a key means on the priority-task list. Single letters can be switched off (WCAG 2.1.4). */
export function taskKeyAct({ key, code, withModifier, focus }: PressedKey, lettersOn: boolean): TaskKeyAct | undefined {
  if (withModifier || focus === 'typing') return undefined
  if (lettersOn && (key === '/' || code === 'Slash')) return { act: 'search' }
  const decision = letters[code]
  if (lettersOn && decision) return { act: 'decide', decision }
  if (focus === 'elsewhere') return undefined
  if (key === 'ArrowDown') return { act: 'move', by: 1 }
  if (key === 'ArrowUp') return { act: 'move', by: -1 }
  if (key === 'Enter' && focus === 'list') return { act: 'open' }
  return undefined
}
