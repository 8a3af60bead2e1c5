import type { SessionLife } from '../../../../shared/session/definition.ts'
import type { IconName } from '../../../ui/icons.ts'
import type { Tone } from '../../../ui/tones.ts'

export const lifeLook: Record<SessionLife, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'neutral', icon: 'edit' },
  lobby: { tone: 'info', icon: 'people' },
  running: { tone: 'info', icon: 'play' },
  closed: { tone: 'warning', icon: 'lock' },
  reviewed: { tone: 'success', icon: 'check' },
}
