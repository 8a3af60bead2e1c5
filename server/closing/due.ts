import { canBeMarked } from '../../shared/activities/vote/activity.ts'
import { agreedTallies, awaitsPaper } from '../../shared/activities/vote/paper.ts'
import type { Attendance, ClosedVote } from '../../shared/results/seal.ts'
import { chosenCauses, hasCauses, type FiledCauses } from '../../shared/activities/causes/filing.ts'
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
    roundOf: digestOf(votes.find(({ id }) => id === closed.roundOf)),
  }
}

type Vote = Extract<SessionState['activities'][number], { kind: 'vote' }>
const digestOf = (vote: Vote | undefined): string | undefined => (vote && 'digest' in vote ? vote.digest : undefined)

/** Results that the room has seen and the priority-task list has not, in the order of their closing. */
export const unfiledVotes = (state: SessionState): { activity: string; digest: string }[] =>
  state.activities
    .flatMap((activity) => (activity.phase === 'revealed' && !activity.filed ? [activity] : []))
    .sort((a, b) => a.closedAt - b.closedAt)
    .map(({ id, digest }) => ({ activity: id, digest }))

/**
 * The chosen causes that the priority-task list does not have yet, once no activity that looks for causes is open; null
 * when it has them.
 */
export function causesToFile({
  activities,
  material,
  revision,
}: SessionState): (FiledCauses & { revision: number }) | null {
  if (!hasCauses(material) || activities.some(({ kind, phase }) => kind === 'causes' && phase === 'open')) return null
  const counted = activities
    .flatMap((activity) =>
      activity.phase === 'revealed' && activity.settings.subject?.of === 'causes' ? [activity] : [],
    )
    .sort((a, b) => a.closedAt - b.closedAt)
  const votes = Object.fromEntries(
    counted.flatMap(({ candidates, tally }) =>
      candidates.map(({ id }) => [id, { voters: tally.votersPerItem[id] ?? 0, ballots: tally.accepted }]),
    ),
  )
  const { issues, digest } = chosenCauses(material, votes)
  const isFiled = material.causesFiled === undefined ? issues.length === 0 : material.causesFiled === digest
  return isFiled ? null : { issues, digest, revision }
}
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
  state.life === 'closed' &&
  (state.definition.rehearsalOf !== null || (unfiledVotes(state).length === 0 && causesToFile(state) === null))
