import type { MessageKey, Values } from '../../../shared/i18n/index.ts'
import type { ConsoleView, Turnout } from '../../../shared/session/views.ts'
import type { Wish } from '../../net/socket.ts'
import { isSeen } from './seen.ts'
import { isPollEntry, type AgendaEntry } from './shown-step.ts'

type T = (key: MessageKey, values?: Values) => string

/** The next step as its button says it: what it does, in numbers. */
export function nextWords(view: ConsoleView, turnout: Turnout | null, t: T): string {
  const { next } = view
  switch (next.does) {
    case 'openActivity':
    case 'closeActivity': {
      const entry = view.agenda.find(({ id }) => id === next.activity)
      const kind = entry && isPollEntry(entry) ? 'poll' : (entry?.kind ?? 'collect')
      const n = next.does === 'closeActivity' ? countOf(entry, view, turnout) : itemCount(view, entry)
      return next.does === 'openActivity' ? t(`next.open.${kind}`, { n }) : t(`next.close.${kind}`, { n })
    }
    case 'askQuestion':
      return t('next.ask')
    case 'finishPaper':
      return t('next.finishPaper')
    case 'revealIssues':
      return t('next.revealIssues', { n: itemCount(view, undefined) })
    case 'revealResult':
      return t(isPollNext(view) ? 'next.revealPoll' : 'next.reveal')
    case 'closeSession':
      return t('next.closeSession')
    case 'wait':
      return t('next.wait')
    case 'nothing':
      return t('next.nothing')
  }
}

/** What is closed had also been written by those who wait for a look. */
function countOf(entry: AgendaEntry | undefined, view: ConsoleView, turnout: Turnout | null): number {
  switch (entry?.kind) {
    case 'vote':
      return turnout?.voted ?? 0
    case 'words':
      return shownAnswers(view)
    case 'causes':
      return (view.causes ?? []).filter(({ hidden }) => hidden === null).length
    default:
      return itemCount(view, undefined) + view.issues.filter(({ status }) => status === 'waiting').length
  }
}

const isPollNext = ({ next, agenda }: ConsoleView): boolean =>
  'activity' in next && agenda.some((entry) => entry.id === next.activity && isPollEntry(entry))
const shownAnswers = ({ responses, current }: ConsoleView): number =>
  responses.filter(({ activity, hidden }) => activity === current && hidden === null).length

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
  const isPoll = isPollNext(view)
  if (next.does === 'revealResult' && isPoll) {
    return { title: t('confirm.revealPoll'), body: t('confirm.revealPollBody'), action }
  }
  if (next.does === 'revealResult') return { title: t('confirm.reveal'), body: t('confirm.revealBody'), action }
  if (next.does === 'closeSession') return { title: t('confirm.end'), body: t('confirm.endBody'), action }
  if (next.does === 'finishPaper') {
    const batches = view.agenda.find(({ id }) => id === next.activity)?.paper?.batches ?? []
    const slips = batches.reduce((sum, batch) => sum + (batch.slips ?? 0), 0)
    return { title: t('confirm.finishPaper', { n: slips }), body: t('confirm.finishPaperBody'), action }
  }
  const isVote = 'activity' in next && view.agenda.find(({ id }) => id === next.activity)?.kind === 'vote'
  if (next.does !== 'closeActivity' || !isVote) return null
  const counts = { n: turnout?.voted ?? 0, of: turnout?.joined ?? 0 }
  return isPoll
    ? { title: t('confirm.closePoll', counts), body: t('confirm.closePollBody', counts), action }
    : { title: t('confirm.closeVote', counts), body: t('confirm.closeVoteBody', counts), action }
}
