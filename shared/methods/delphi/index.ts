import { z } from 'zod'
import type { ScoresBallot } from '../../ballots/scores.ts'
import { limits } from '../../base/limits.ts'
import type { Outcome } from '../../base/outcome.ts'
import { rankByScore } from '../../base/weak-order.ts'
import { admit } from '../common/admit.ts'
import { checkScores } from '../common/check-scores.ts'
import { eitherInput } from '../common/either-input.ts'
import { countRatings } from '../common/scale.ts'
import { countValues } from '../common/statistics.ts'
import { defineMethod } from '../method.ts'
import { Candidates, defineRecount, recountOf } from '../recount.ts'
import { delphiItem, shareKept, shiftOf, type DelphiItem } from './count.ts'
import { cvrTables } from './cvr.ts'
import { movementOf, PanelBefore } from './rounds.ts'
import { texts } from './texts.ts'

const Scale = z.int().min(0).max(limits.scaleEnd)
const Share = z.number().min(0).max(1)

/** The rule is fixed before the first round. Usual in Korea: five points, of which 4 and 5 say "essential". */
export const DelphiParameters = z
  .strictObject({
    min: Scale.default(1),
    max: Scale.default(5),
    essentialFrom: Scale.default(4),
    lowTo: Scale.default(2),
    quartiles: z.enum(['type 7 (linear)', 'type 6 (exclusive)']).default('type 7 (linear)'),
    consensusIn: z.tuple([Share, Share]).default([0.7, 0.15]),
    consensusOut: z.tuple([Share, Share]).default([0.7, 0.15]),
    criticalCvr: z.enum(cvrTables).default('ayre-scally-2014'),
    before: PanelBefore.optional(),
  })
  .refine(({ min, lowTo, essentialFrom, max }) => min <= lowTo && lowTo < essentialFrom && essentialFrom <= max, {
    message: 'min ≤ lowTo < essentialFrom ≤ max',
  })

/** One round of a panel that rates items. They rank by their mean; the figures have the indices that a report cites. */
export const delphi = defineMethod({
  id: 'delphi',
  ballot: 'scores',
  parameters: DelphiParameters,
  texts,
  check: checkPanel,
  tally(ballots, candidates, rules) {
    const admitted = admit(
      ballots,
      (ballot) => checkPanel(ballot, candidates, rules).ok,
      ({ scores }) => Object.keys(scores).length === 0,
    )
    const counts = countRatings(admitted.ballots, candidates, rules)
    const items = new Map(candidates.map((id) => [id, delphiItem(counts.get(id)!, rules)]))
    const { accepted, rejected, blank } = admitted
    const scores = scoresOf(items)
    return {
      scores,
      votersPerItem: Object.fromEntries([...items].map(([id, { n }]) => [id, n])),
      accepted,
      rejected,
      blank,
      ranking: rankByScore(scores),
      figures: {
        items: Object.fromEntries(items),
        ...(rules.before && movementOf(rules.before, items, admitted.ballots)),
      },
    }
  },
})

/** What somebody gave in the round before is on the same scale, about the same items. */
function checkPanel(
  ballot: ScoresBallot,
  candidates: readonly string[],
  rules: z.output<typeof DelphiParameters>,
): Outcome<ScoresBallot> {
  const earlier = checkScores({ scores: ballot.before ?? {} }, candidates, rules)
  return earlier.ok ? checkScores(ballot, candidates, rules) : earlier
}

const FileInput = z
  .object({
    options: DelphiParameters.prefault({}),
    items: Candidates,
    rounds: z.array(z.array(z.array(z.int().nullable()))),
  })
  .superRefine(({ items, rounds, options: { min, max } }, context) => {
    const experts = rounds[0]?.length ?? 0
    rounds.forEach((round, r) => {
      if (round.length !== experts) {
        context.addIssue({ code: 'custom', path: ['rounds', r], message: `must have ${experts} experts` })
      }
      round.forEach((answers, expert) => {
        const path = ['rounds', r, expert]
        if (answers.length !== items.length) {
          context.addIssue({ code: 'custom', path, message: `must have ${items.length} answers` })
        }
        answers.forEach((answer, i) => {
          if (answer === null || (answer >= min && answer <= max)) return
          context.addIssue({ code: 'custom', path: [...path, i], message: `must be from ${min} to ${max}` })
        })
      })
    })
  })
const sealed = recountOf(delphi)

/** All rounds of a panel, or the ballots of one. Shifts are those of the last round against the one before it. */
export const delphiRecount = defineRecount({
  id: 'delphi',
  input: eitherInput(sealed.input, FileInput),
  count(given) {
    if (!isFile(given)) return sealed.count(given)
    const { options, items, rounds } = given
    const counted = rounds.map((round) =>
      items.map((_, i) => delphiItem(countValues(answered(answersTo(round, i)), options.min, options.max), options)),
    )
    const [before, last] = [counted.at(-2), counted.at(-1)]
    const shifts = items.map((_, i) =>
      before && last ? shiftOf(before[i]!, last[i]!) : { medianShift: null, iqrShift: null },
    )
    return {
      method: 'delphi',
      options,
      rounds: counted,
      medianShift: shifts.map(({ medianShift }) => medianShift),
      iqrShift: shifts.map(({ iqrShift }) => iqrShift),
      shareKept: items.map((_, i) => shareKept(twice(rounds, i)).shareKept),
      ranking: rankByScore(scoresOf(new Map(items.map((id, i) => [id, last?.[i]])))),
    }
  },
})

const isFile = (given: unknown): given is z.output<typeof FileInput> =>
  typeof given === 'object' && given !== null && 'rounds' in given

/* An item that nobody rated comes last. */
const scoresOf = (items: ReadonlyMap<string, DelphiItem | undefined>): Record<string, number> =>
  Object.fromEntries([...items].map(([id, item]) => [id, item?.mean ?? 0]))

const answersTo = (round: readonly (readonly (number | null)[])[], item: number): (number | null)[] =>
  round.map((answers) => answers[item] ?? null)

/* The last round beside the one before it. */
const twice = (rounds: readonly (readonly (readonly (number | null)[])[])[], item: number) => {
  const last = answersTo(rounds.at(-1) ?? [], item)
  return answersTo(rounds.at(-2) ?? [], item).map((before, i) => ({ before, after: last[i], weight: 1 }))
}

const answered = (answers: readonly (number | null)[]): number[] => answers.filter((answer) => answer !== null)
