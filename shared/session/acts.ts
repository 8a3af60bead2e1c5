import type { Fact } from './state.ts'

/** What somebody who runs the session did last, as the other consoles are told. */
export const acts = [
  'opened',
  'closed',
  'revealed',
  'configured',
  'added',
  'moved',
  'removed',
  'screen',
  'break',
  'goOn',
  'timerSet',
  'timerStopped',
  'joiningOpened',
  'joiningLocked',
  'helped',
  'helpRestored',
  'sessionClosed',
] as const
export type ActId = (typeof acts)[number]

/** The act that a fact stands for, and the entry of the running order that it is about; null where nobody needs a word. */
export function actOf(fact: Fact): { act: ActId; activity: string | null } | null {
  const about = (act: ActId, activity: string | null = null) => ({ act, activity })
  switch (fact.type) {
    case 'activityOpened':
      return about('opened', fact.activity.id)
    case 'activityClosed':
      return about('closed', fact.activity.id)
    case 'resultRevealed':
      return about('revealed', fact.activity.id)
    case 'activityConfigured':
      return about('configured', fact.activity.id)
    case 'activityAdded':
      return about('added', fact.activity.id)
    case 'activityMoved':
      return about('moved', fact.activity)
    case 'activityRemoved':
      return about('removed', fact.activity)
    case 'attentionSet':
      return about(fact.attention?.to ?? 'goOn')
    case 'timerSet':
      return about(fact.endsAt === null ? 'timerStopped' : 'timerSet')
    case 'joiningSet':
      return about(fact.open ? 'joiningOpened' : 'joiningLocked')
    case 'helpCleared':
      return about('helped')
    case 'helpRestored':
      return about('helpRestored')
    case 'sessionClosed':
      return about('sessionClosed')
    default:
      return null
  }
}
