import { z } from 'zod'
import { ActivityId, IssueId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome, type Refusal } from '../../base/outcome.ts'
import { checkTally, isTallied, PaperTally } from '../../results/paper.ts'
import type { Actor, Context } from '../material.ts'
import type { VoteActivity } from './activity.ts'

export const BatchId = z.string().regex(/^b[0-9]{1,3}$/)
const batch = { activity: ActivityId, batch: BatchId.describe('Number of the bundle of slips, like `b1`.') }

export const EnterTally = z
  .strictObject({ type: z.literal('enterTally'), ...batch, ...PaperTally.shape })
  .describe(
    'What one person counted in a bundle of paper ballots. Nobody sees it before a second person has entered the same bundle; equal entries agree, different ones are shown side by side and either person may correct their own.',
  )
export const VoidTally = z
  .strictObject({ type: z.literal('voidTally'), ...batch })
  .describe('Take both entries of a bundle away, so that it can be entered anew.')
export const RestoreTally = z
  .strictObject({ type: z.literal('restoreTally'), ...batch })
  .describe('Bring back the entries of a bundle that were taken away last, as long as nobody has entered it anew.')
export const FinishPaper = z
  .strictObject({ type: z.literal('finishPaper'), activity: ActivityId })
  .describe('All paper ballots of a closed vote are entered: from here it is counted.')
export const paperCommands = [EnterTally, VoidTally, RestoreTally, FinishPaper] as const
export type PaperCommand = z.output<(typeof paperCommands)[number]>

/** What one person entered. `by` names whoever runs the session, and opens nothing. */
export interface TallyEntry {
  by: string
  name: string
  tally: PaperTally
}
/** Bundles by their number, each with the entries of one or two people. */
export interface Paper {
  batches: Readonly<Record<string, readonly TallyEntry[]>>
  isFinished: boolean
  /** entries that were taken away and not entered anew, by bundle */
  voided?: Readonly<Record<string, readonly TallyEntry[]>>
}
export type PaperFact = { type: 'paperChanged'; activity: string; paper: Paper }

export const noPaper: Paper = { batches: {}, isFinished: false }

/** Does this vote wait for paper ballots that are counted by hand? */
export const hasPaperTally = ({ settings }: VoteActivity): boolean =>
  settings.channels?.paper === true && isTallied(settings)

/** A closed vote that cannot be counted yet. */
export const awaitsPaper = (vote: VoteActivity): boolean =>
  vote.phase === 'closed' && hasPaperTally(vote) && !vote.paper?.isFinished

const isAgreed = ([one, other]: readonly TallyEntry[]): boolean =>
  one !== undefined && other !== undefined && differencesOf(one.tally, other.tally).length === 0

/** The bundles that two people have counted alike, in the order of their numbers. */
export const agreedTallies = ({ batches }: Paper): PaperTally[] =>
  inOrder(batches).flatMap(([, entries]) => (isAgreed(entries) ? [entries[0]!.tally] : []))

const inOrder = (batches: Paper['batches']) =>
  Object.entries(batches).sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))

/**
 * Paper of a vote that is open or closed. Refuses `activity_not_found`, `activity_not_open`, `vote_closed` (it is
 * counted), `paper_not_counted` (this vote takes no counted paper), `paper_finished`, what `checkTally` refuses,
 * `tally_agreed`, `tally_taken` (two others entered it), `tally_open` (a bundle is not agreed on), `too_many_batches`.
 */
export function decidePaper(
  command: PaperCommand,
  vote: VoteActivity | undefined,
  { actor }: Context,
): Outcome<PaperFact[]> {
  if (!vote) return refuse('activity_not_found')
  if (vote.phase === 'prepared') return refuse('activity_not_open')
  if (!hasPaperTally(vote)) return refuse('paper_not_counted')
  if (vote.phase !== 'open' && vote.phase !== 'closed') return refuse('vote_closed')
  const paper = vote.paper ?? noPaper
  if (command.type === 'finishPaper') return finish(vote, paper)
  if (paper.isFinished) return refuse('paper_finished')
  const change = (entries: readonly TallyEntry[], gone: readonly TallyEntry[] = []): Outcome<PaperFact[]> => {
    const batches = withEntries(paper.batches, command.batch, entries)
    const voided = withEntries(paper.voided ?? {}, command.batch, gone)
    return ok([{ type: 'paperChanged', activity: vote.id, paper: { ...paper, batches, voided } }])
  }
  const before = paper.batches[command.batch] ?? []
  if (command.type === 'voidTally') return before.length === 0 ? ok([]) : change([], before)
  if (command.type === 'restoreTally') {
    const gone = paper.voided?.[command.batch] ?? []
    return before.length > 0 || gone.length === 0 ? ok([]) : change(gone)
  }
  const { type: _type, activity: _activity, batch: _batch, ...tally } = command
  const checked = checkTally(
    tally,
    vote.candidates.map(({ id }) => id),
    vote.settings,
  )
  if (!checked.ok) return withTitle(checked, vote.candidates)
  if (before.length === 0 && Object.keys(paper.batches).length >= limits.paperBatches) return refuse('too_many_batches')
  const entered = enter(before, actor, tally)
  return entered.ok ? change(entered.value) : entered
}

function withEntries(all: Paper['batches'], id: string, entries: readonly TallyEntry[]): Paper['batches'] {
  const { [id]: _, ...others } = all
  return entries.length > 0 ? { ...others, [id]: entries } : others
}

/** An item is named by its words: whoever counts has no ids on the sheet. */
function withTitle(refusal: Refusal, candidates: readonly { id: string; title: string }[]): Refusal {
  const item = candidates.find(({ id }) => id === refusal.details?.item)
  return item ? refuse(refusal.refusal, { ...refusal.details, item: item.title }) : refusal
}

function enter(before: readonly TallyEntry[], actor: Actor, tally: PaperTally): Outcome<TallyEntry[]> {
  if (actor.role === 'participant') return refuse('forbidden')
  if (isAgreed(before)) return refuse('tally_agreed')
  const entry = { by: actor.id, name: actor.name, tally }
  if (before.some(({ by }) => by === actor.id)) return ok(before.map((one) => (one.by === actor.id ? entry : one)))
  return before.length < 2 ? ok([...before, entry]) : refuse('tally_taken')
}

function finish(vote: VoteActivity, paper: Paper): Outcome<PaperFact[]> {
  if (vote.phase !== 'closed') return refuse('vote_open')
  if (paper.isFinished) return ok([])
  if (Object.values(paper.batches).some((entries) => !isAgreed(entries))) return refuse('tally_open')
  return ok([{ type: 'paperChanged', activity: vote.id, paper: { ...paper, isFinished: true } }])
}

const Value = z.union([z.int(), z.strictObject({ for: z.int(), against: z.int() }), z.null()])
const Difference = z.strictObject({
  of: z.union([z.enum(['ballots', 'blank', 'invalid']), IssueId]),
  /** of the first and of the second person; null: nothing was entered */
  values: z.tuple([Value, Value]),
})
export type Difference = z.infer<typeof Difference>

/** A bundle as the console sees it: no number of it before two people have entered it, then those that differ. */
export const PaperBatch = z.strictObject({
  batch: BatchId,
  state: z.enum(['enteredOnce', 'differs', 'agreed']),
  by: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  differences: z.array(Difference),
  /** slips in an agreed bundle, by hand in hand: valid ones with the blank, and invalid ones */
  slips: z.int().nullable(),
})
export const PaperView = z.strictObject({ batches: z.array(PaperBatch), isFinished: z.boolean() })
export type PaperView = z.infer<typeof PaperView>

/** null where a vote takes no counted paper. */
export function paperView(vote: VoteActivity): PaperView | null {
  if (!hasPaperTally(vote)) return null
  const { batches, isFinished } = (vote.phase !== 'prepared' && vote.paper) || noPaper
  return {
    isFinished,
    batches: inOrder(batches).map(([id, entries]) => {
      const [one, other] = entries
      const differences = one && other ? differencesOf(one.tally, other.tally) : []
      const state = !other ? 'enteredOnce' : differences.length > 0 ? 'differs' : 'agreed'
      const slips = one && state === 'agreed' ? one.tally.ballots + one.tally.invalid : null
      return { batch: id, state, by: entries.map(({ by, name }) => ({ id: by, name })), differences, slips }
    }),
  }
}

/** Where two entries are not the same; an item without marks may be left out. */
function differencesOf(one: PaperTally, other: PaperTally): Difference[] {
  const heads = (['ballots', 'blank', 'invalid'] as const).map((of) => ({ of, values: [one[of], other[of]] as const }))
  const ids = [...new Set([...Object.keys(one.items), ...Object.keys(other.items)])].sort()
  const items = ids.map((of) => ({ of, values: [one.items[of] ?? null, other.items[of] ?? null] as const }))
  return [...heads, ...items]
    .filter(({ values: [a, b] }) => textOf(a) !== textOf(b))
    .map(({ of, values: [a, b] }) => ({ of, values: [a, b] }))
}
const textOf = (value: z.infer<typeof Value>): string =>
  typeof value === 'object' && value !== null ? `${value.for} ${value.against}` : String(value ?? 0)
