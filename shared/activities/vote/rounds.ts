import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import type { DelphiItem } from '../../methods/delphi/count.ts'
import { panelBefore } from '../../methods/delphi/rounds.ts'
import type { Parameters } from '../../methods/index.ts'
import type { Candidate } from '../../results/seal.ts'
import type { VoteActivity } from './activity.ts'
import type { VoteSettings } from './settings.ts'

/** What a later round of a panel goes on from. */
export interface LaterRound {
  candidates: Candidate[]
  parameters: Parameters
  roundOf: string
}

/** The settings by which a panel's next round follows a vote; nothing of its own where the vote asked no panel. */
export const nextRound = ({ id, settings }: VoteActivity): Pick<VoteSettings, 'after'> =>
  settings.method === 'delphi' ? { after: id } : {}

/**
 * A later round takes over the candidates of the round before, as they were, and its rule, with what the panel said of
 * each. Null where the vote follows none. Refuses `activity_not_found` and, before that result was shown,
 * `vote_not_revealed`.
 */
export function laterRound({ settings }: VoteActivity, votes: readonly VoteActivity[]): Outcome<LaterRound | null> {
  const { method, after, subject } = settings
  if (method !== 'delphi' || !after) return ok(null)
  const earlier = votes.find(({ id }) => id === after)
  if (earlier?.settings.method !== 'delphi') return refuse('activity_not_found')
  if (earlier.phase !== 'revealed') return refuse('vote_not_revealed')
  const items = (earlier.tally.figures?.items ?? {}) as Record<string, DelphiItem>
  const candidates = earlier.candidates.filter(({ id, title }) => {
    if (subject?.of === 'options') return subject.options.includes(title)
    return subject?.only?.includes(id) ?? true
  })
  const ids = new Set(candidates.map(({ id }) => id))
  const before = panelBefore(Object.fromEntries(Object.entries(items).filter(([id]) => ids.has(id))))
  return ok({ candidates, parameters: { ...withoutBefore(earlier.settings.parameters), before }, roundOf: after })
}

/** The rule alone: what was shown of an earlier round belongs to the round that showed it. */
export const withoutBefore = ({ before: _, ...rule }: Parameters): Parameters => rule
