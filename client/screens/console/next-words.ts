import type { MessageKey, Values } from '../../../shared/i18n/index.ts'
import type { ConsoleView, Turnout } from '../../../shared/session/views.ts'
import type { Wish } from '../../net/socket.ts'

type T = (key: MessageKey, values?: Values) => string

/** The next step as its button says it: what it does, in numbers. */
export function nextWords(view: ConsoleView, turnout: Turnout | null, t: T): string {
  const { next } = view
  switch (next.does) {
    case 'openActivity':
    case 'closeActivity': {
      const kind = view.agenda.find(({ id }) => id === next.activity)?.kind ?? 'collect'
      const n = kind === 'vote' && next.does === 'closeActivity' ? (turnout?.voted ?? 0) : countOf(view, next.does)
      return next.does === 'openActivity' ? t(`next.open.${kind}`, { n }) : t(`next.close.${kind}`, { n })
    }
    case 'askQuestion':
      return t('next.ask')
    case 'finishPaper':
      return t('next.finishPaper')
    case 'revealIssues':
      return t('next.revealIssues', { n: visibleCount(view) })
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

const visibleCount = ({ issues }: ConsoleView): number =>
  issues.filter(({ status, mergedInto }) => status === 'shown' && mergedInto === null).length

/** What is closed had also been written by those who wait for a look; what is opened begins with what is shown. */
const countOf = (view: ConsoleView, does: 'openActivity' | 'closeActivity'): number =>
  visibleCount(view) + (does === 'closeActivity' ? view.issues.filter(({ status }) => status === 'waiting').length : 0)

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
