import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import type { Ballot } from '../../ballots/index.ts'
import { methodOf } from '../../methods/index.ts'
import { fieldsOf } from '../../results/seal.ts'
import { choose } from '../causes/arrange.ts'
import type { CausesFact } from '../causes/facts.ts'
import { causesIn } from '../causes/graph.ts'
import { defineActivityKind } from '../kind.ts'
import type { Material } from '../material.ts'
import type { RevealedResult } from '../present/pages.ts'
import { resultRows } from '../present/rows.ts'
import type { RevealedVote, VoteActivity, VoteFact, VoteFrame } from './activity.ts'
import { candidatesOf } from './candidates.ts'
import { voteCommands, type VoteCommand } from './commands.ts'
import { mostThatFit } from './largest-ballot.ts'
import { laterRound, type LaterRound } from './rounds.ts'
import { cardOf, VoteSettings } from './settings.ts'
import { goesOn, stepOf, VoteStep } from './step.ts'
import { texts } from './texts.ts'

/** A vote by any method. Opening it freezes the rule and the candidates; closing it is final. */
export const vote = defineActivityKind<'vote', VoteActivity, VoteCommand, VoteFact, VoteStep, VoteStep>({
  kind: 'vote',
  texts,
  settings: VoteSettings,
  commands: voteCommands,
  facts: ['resultRevealed', 'resultShown'],
  begin: (frame, settings) => ({ ...frame, kind: 'vote', settings: VoteSettings.parse(settings), phase: 'prepared' }),
  open(activity, material, votes = []) {
    if (activity.phase !== 'prepared') return refuse('vote_closed')
    const later = laterRound(activity, votes)
    if (!later.ok) return later
    const frame = later.value ? roundFrame(activity, later.value) : frameOf(activity)
    const candidates = later.value?.candidates ?? candidatesOf(activity.settings.subject, material)
    if (candidates.length === 0) return refuse('no_candidates')
    const max = methodOf(activity.settings.method).mostCandidates ?? limits.candidatesPerVote
    if (candidates.length > max) return refuse('too_many_candidates', { max })
    const { method, parameters } = frame.settings
    const ids = candidates.map(({ id }) => id)
    const fitting = mostThatFit(method, ids, parameters)
    if (fitting < ids.length) return refuse('too_many_candidates', { max: fitting })
    const ready = methodOf(method).ready?.(ids, parameters)
    if (ready && !ready.ok) return ready
    return ok({ ...frame, phase: 'open', candidates, ruleCard: cardOf(frame.settings) })
  },
  close(activity, { at }) {
    if (activity.phase !== 'open') return refuse('activity_not_open')
    return ok({ ...activity, phase: 'closed', closedAt: at })
  },
  decide(command, activities, material): Outcome<VoteFact[]> {
    const activity = activities.find(({ id }) => id === command.activity)
    if (!activity) return refuse('activity_not_found')
    if (command.type === 'showOnResult') {
      if (activity.phase !== 'revealed') return refuse('vote_not_revealed')
      const { activity: id, show } = command
      return ok((activity.shown ?? null) === show ? [] : [{ type: 'resultShown', activity: id, show }])
    }
    if (activity.phase === 'revealed') return ok([])
    if (activity.phase !== 'sealed') return refuse('vote_not_sealed')
    const revealed = { ...activity, phase: 'revealed' as const, filed: false }
    const chosen = chosenCauses(revealed, material)
    return chosen.ok ? ok([{ type: 'resultRevealed', activity: revealed }, ...chosen.value]) : chosen
  },
  apply: (fact, material) => (fact.type === 'resultRevealed' ? revealedIn(fact.activity, material) : material),
  steps: { phone: VoteStep, hall: VoteStep },
  // A phone chooses while the vote is open; the hall looks at the list until the ranking takes its place.
  phone: (activity, material) =>
    stepOf(activity, material, { screen: 'phone', hasCandidates: activity.phase === 'open' }),
  hall: (activity, material) =>
    stepOf(activity, material, { screen: 'hall', hasCandidates: activity.phase !== 'revealed' }),
})

/** Where a vote on causes says how many go on, the reveal chooses them; else the facilitator does. */
function chosenCauses(activity: RevealedVote, material: Material): Outcome<CausesFact[]> {
  const on = activity.settings.subject?.of === 'causes' ? goesOn(activity) : null
  const causes = causesIn(material)
  return on
    ? choose(
        on.through.filter((id) => causes[id]?.withdrawn === false),
        true,
        material,
      )
    : ok([])
}

/** What comes after a vote can show its result, and goes by its order when it was about issues. */
function revealedIn(activity: VoteActivity, material: Material): Material {
  if (activity.phase !== 'revealed') return material
  const results = { ...material.results, [activity.id]: revealedResult(activity) }
  const isAboutIssues = (activity.settings.subject?.of ?? 'issues') === 'issues'
  return { ...material, results, ...(isAboutIssues && { ranked: activity.tally.ranking.flat() }) }
}

/** May this ballot be cast into this vote now? The store asks again at the same instant that it writes. */
export function checkBallot(activity: VoteActivity, ballot: Ballot): Outcome<Ballot> {
  if (activity.phase === 'prepared') return refuse('activity_not_open')
  if (activity.phase !== 'open') return refuse('vote_closed')
  const ids = activity.candidates.map((candidate) => candidate.id)
  if ('before' in ballot && !activity.settings.parameters.before) return refuse('malformed')
  return methodOf(activity.settings.method).check(
    ballot,
    ids,
    activity.settings.parameters,
    fieldsOf(activity.candidates),
  )
}

const frameOf = ({ id, title, minutes, kind, settings, roundOf }: VoteActivity): VoteFrame => ({
  id,
  title,
  minutes,
  kind,
  settings,
  ...(roundOf !== undefined && { roundOf }),
})

/** What a later presentation can show of it. */
const revealedResult = ({ title, settings, tally, candidates }: RevealedVote): RevealedResult => ({
  title,
  rows: resultRows(tally, settings, candidates),
})

const roundFrame = (activity: VoteActivity, { parameters, roundOf }: LaterRound): VoteFrame => ({
  ...frameOf(activity),
  roundOf,
  settings: { ...activity.settings, parameters },
})
