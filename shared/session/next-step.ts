import { followingQuestion } from '../activities/discuss/activity.ts'
import { awaitsPaper } from '../activities/vote/paper.ts'
import { isKept } from '../activities/collect/decide.ts'
import type { SessionState } from './state.ts'

/** The one thing that a facilitator does next; the console's large button is named by it. */
export type NextStep =
  | { does: 'openActivity' | 'closeActivity' | 'finishPaper' | 'revealResult' | 'revealIssues'; activity: string }
  | { does: 'askQuestion'; activity: string; question: string }
  | { does: 'closeSession' }
  /** the vote is being counted; it takes a moment */
  | { does: 'wait' }
  | { does: 'nothing' }

export function nextStep({ life, activities, current, material }: SessionState): NextStep {
  if (life === 'closed') return { does: 'nothing' }
  const open = activities.find((activity) => activity.phase === 'open')
  const question = open?.kind === 'discuss' ? followingQuestion(open) : null
  if (open && question) return { does: 'askQuestion', activity: open.id, question: question.id }
  if (open) return { does: 'closeActivity', activity: open.id }
  const kept = activities.find((one) => one.kind === 'collect' && one.phase === 'closed' && isKept(one, material))
  if (kept) return { does: 'revealIssues', activity: kept.id }
  const vote = activities.find((activity) => activity.phase === 'closed' && activity.kind === 'vote')
  if (vote?.kind === 'vote' && awaitsPaper(vote)) return { does: 'finishPaper', activity: vote.id }
  if (vote) return { does: 'wait' }
  const sealed = activities.find((activity) => activity.phase === 'sealed')
  if (sealed) return { does: 'revealResult', activity: sealed.id }
  const here = activities.findIndex((activity) => activity.id === current)
  const next = activities.slice(here + 1).find((activity) => activity.phase === 'prepared')
  return next ? { does: 'openActivity', activity: next.id } : { does: 'closeSession' }
}
