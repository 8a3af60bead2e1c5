import type { KindId } from '../../../shared/activities/index.ts'
import type { MessageKey, Values } from '../../../shared/i18n/index.ts'
import type { ConsoleView, Turnout } from '../../../shared/session/views.ts'
import type { Wish } from '../../net/socket.ts'
import { isSeen } from './seen.ts'

type T = (key: MessageKey, values?: Values) => string

/** The next step as its button says it: what it does, in numbers. */
export function nextWords(view: ConsoleView, turnout: Turnout | null, t: T): string {
  const { next } = view
  switch (next.does) {
    case 'openActivity':
    case 'closeActivity': {
      const entry = view.agenda.find(({ id }) => id === next.activity)
      const kind = entry?.kind ?? 'collect'
      const n = next.does === 'closeActivity' ? countOf(kind, view, turnout) : itemCount(view, entry)
      return next.does === 'openActivity' ? t(`next.open.${kind}`, { n }) : t(`next.close.${kind}`, { n })
    }
    case 'askQuestion':
      return t('next.ask')
    case 'finishPaper':
      return t('next.finishPaper')
    case 'revealIssues':
      return t('next.revealIssues', { n: itemCount(view, undefined) })
    case 'revealResult':
      return t('next.reveal')
    case 'closeSession':
      return t('next.closeSession')
    case 'wait':
      return t('next.wait')
    case 'nothing':
      return t('next.nothing')
  }
}

/** What is closed had also been written by those who wait for a look. */
function countOf(kind: KindId, view: ConsoleView, turnout: Turnout | null): number {
  if (kind === 'vote') return turnout?.voted ?? 0
  return kind === 'causes'
    ? (view.causes ?? []).filter(({ hidden }) => hidden === null).length
    : itemCount(view, undefined) + view.issues.filter(({ status }) => status === 'waiting').length
}

/** How many an entry is about: the issues that the room sees, those of them that a run-off is among, or written answers. */
function itemCount({ issues }: ConsoleView, entry: ConsoleView['agenda'][number] | undefined): number {
  const { only, options } = (entry?.settings.subject ?? {}) as { only?: string[]; options?: string[] }
  if (options) return options.length
  return issues.filter((issue) => isSeen(issue) && (!only || only.includes(issue.id))).length
}

/** The command of the next step; null when there is nothing to do but wait. */
export function nextWish({ next }: ConsoleView): Wish | null {
  if ('question' in next) return { type: next.does, activity: next.activity, question: next.question }
  if ('activity' in next) return { type: next.does, activity: next.activity }
  return next.does === 'closeSession' ? { type: 'closeSession' } : null
}

/** What cannot be undone is asked first, with numbers: closing a vote, revealing it, ending the meeting. */
export function confirmation(
  view: ConsoleView,
  turnout: Turnout | null,
  t: T,
): { title: string; body: string; action: string } | null {
  const { next } = view
  const action = nextWords(view, turnout, t)
  if (next.does === 'revealResult') return { title: t('confirm.reveal'), body: t('confirm.revealBody'), action }
  if (next.does === 'closeSession') return { title: t('confirm.end'), body: t('confirm.endBody'), action }
  const isVote = 'activity' in next && view.agenda.find(({ id }) => id === next.activity)?.kind === 'vote'
  if (next.does !== 'closeActivity' || !isVote) return null
  const counts = { n: turnout?.voted ?? 0, of: turnout?.joined ?? 0 }
  return { title: t('confirm.closeVote', counts), body: t('confirm.closeVoteBody', counts), action }
}
