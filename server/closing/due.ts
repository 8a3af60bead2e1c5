import { canBeMarked } from '../../shared/activities/vote/index.ts'
import { agreedTallies, awaitsPaper } from '../../shared/activities/vote/paper.ts'
import type { Attendance, ClosedVote } from '../../shared/results/seal.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** The vote that was closed first and is not sealed yet: all that its seal needs, except its ballots and check-ins. */
export function voteToSeal(state: SessionState): Omit<ClosedVote, keyof Attendance> | null {
  const votes = state.activities.filter((activity) => activity.kind === 'vote')
  const closed = votes
    .flatMap((vote) => (vote.phase === 'closed' ? [vote] : []))
    .sort((a, b) => a.closedAt - b.closedAt)[0]
  // Results are chained in the order of their closing: whoever is behind one that waits for its paper waits too.
  if (!closed || awaitsPaper(closed)) return null
  const before = votes
    .flatMap((vote) => (vote.phase === 'sealed' || vote.phase === 'revealed' ? [vote] : []))
    .sort((a, b) => b.closedAt - a.closedAt)[0]
  const { sessionId: id, title, heldAt } = state.definition
  return {
    session: { id, title, heldAt },
    activity: { id: closed.id, title: closed.title },
    subject: closed.settings.subject?.of,
    closedAt: closed.closedAt,
    method: closed.settings.method,
    parameters: closed.settings.parameters,
    topK: closed.settings.topK,
    tieRule: closed.settings.tieRule,
    seed: closed.settings.seed,
    ruleCard: closed.ruleCard,
    channels: closed.settings.channels,
    paper: closed.paper && agreedTallies(closed.paper),
    present: state.present,
    profile: state.definition.profile,
    candidates: closed.candidates,
    previous: before?.digest ?? null,
  }
}

/** Results that the room has seen and the priority-task list has not, in the order of their closing. */
export const unfiledVotes = (state: SessionState): { activity: string; digest: string }[] =>
  state.activities
    .flatMap((activity) => (activity.phase === 'revealed' && !activity.filed ? [activity] : []))
    .sort((a, b) => a.closedAt - b.closedAt)
    .map(({ id, digest }) => ({ activity: id, digest }))

/** Votes of a session under way of which nobody has found yet how much their result can bear. */
export const unmarkedVotes = ({ life, activities }: SessionState): { activity: string; digest: string }[] =>
  life === 'closed'
    ? []
    : activities.flatMap((vote) =>
        (vote.phase === 'sealed' || vote.phase === 'revealed') && !vote.marks && canBeMarked(vote)
          ? [{ activity: vote.id, digest: vote.digest }]
          : [],
      )

/** Closed, and nothing of it is still on its way: a rehearsal's results go nowhere. */
export const isOver = (state: SessionState): boolean =>
  state.life === 'closed' && (state.definition.rehearsalOf !== null || unfiledVotes(state).length === 0)
