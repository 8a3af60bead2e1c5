import type { IconName } from './icons.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** Every tone has a shape of its own, so that meaning never rests on colour alone. */
export const toneIcons: Record<Tone, IconName | undefined> = {
  neutral: undefined,
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'danger',
}
