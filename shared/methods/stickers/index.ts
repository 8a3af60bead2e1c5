import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { ok, refuse, type Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import type { StickersBallot } from '../../ballots/stickers.ts'
import { addUp } from '../common/add-up.ts'
import { admit, areKnown } from '../common/admit.ts'
import { defineMethod, type Fields } from '../method.ts'
import { texts } from './texts.ts'

const Count = z.int().min(1).max(limits.stickersPerVoter)
const parameters = z.strictObject({
  perVoter: Count.default(3),
  perItem: Count.default(1),
  onePerField: z.boolean().default(false),
  negative: z.int().min(0).max(limits.stickersPerVoter).default(0),
})
type Rule = Pick<z.output<typeof parameters>, 'perVoter' | 'perItem'> & Partial<z.output<typeof parameters>>

/**
 * Each voter has `perVoter` stickers, at most `perItem` on one item; an item ranks by its stickers. Equal counts tie.
 * `onePerField`: at most one item of each field; items without a field are not bound by it. `negative`: so many stickers
 * against items besides, each taking one away; no item gets both kinds from one voter.
 */
export const stickers = defineMethod({
  id: 'stickers',
  ballot: 'stickers',
  parameters,
  texts,
  check: checkStickers,
  tally(given, candidates, rule, fields) {
    const { ballots, ...people } = admit(
      given,
      (ballot) => checkStickers(ballot, candidates, rule, fields).ok,
      (ballot) => Object.keys(ballot.stickers).length === 0,
    )
    const { sums: scores, voters } = addUp(
      ballots.map((ballot) => ({ given: ballot.stickers, weight: ballot.weight })),
      candidates,
    )
    const counted = { ...people, scores, votersPerItem: voters, ranking: rankByScore(scores) }
    if (!rule.negative) return counted
    const only = (sign: 1 | -1) =>
      addUp(
        ballots.map((ballot) => ({ given: positive(ballot.stickers, sign), weight: ballot.weight })),
        candidates,
      ).sums
    return { ...counted, figures: { stickersFor: only(1), stickersAgainst: only(-1) } }
  },
})

function checkStickers(
  ballot: StickersBallot,
  candidates: readonly string[],
  { perVoter, perItem, onePerField = false, negative = 0 }: Rule,
  fields: Fields = {},
): Outcome<StickersBallot> {
  const ids = Object.keys(ballot.stickers)
  if (!areKnown(ids, candidates)) return refuse('unknown_candidate')
  const numbers = Object.values(ballot.stickers)
  if (numbers.some((n) => Math.abs(n) > perItem)) return refuse('too_many_on_one_issue', { max: perItem })
  const against = numbers.reduce((sum, n) => sum + Math.max(0, -n), 0)
  if (against > negative) return refuse('too_many_negative_stickers', { max: negative })
  const given = numbers.reduce((sum, n) => sum + Math.max(0, n), 0)
  if (given > perVoter) return refuse('too_many_stickers', { max: perVoter })
  return onePerField && hasTwoOfOneField(chosen(ballot.stickers), fields) ? refuse('one_per_field') : ok(ballot)
}

/** The stickers of one sign, as numbers above zero. */
const positive = (given: StickersBallot['stickers'], sign: 1 | -1): Record<string, number> =>
  Object.fromEntries(Object.entries(given).flatMap(([id, n]) => (n * sign > 0 ? [[id, n * sign]] : [])))
const chosen = (given: StickersBallot['stickers']): string[] => Object.keys(positive(given, 1))

function hasTwoOfOneField(ids: readonly string[], fields: Fields): boolean {
  const named = ids.map((id) => fields[id] ?? null).filter((field) => field !== null)
  return new Set(named).size < named.length
}
