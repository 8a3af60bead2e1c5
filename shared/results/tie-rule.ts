import { sha256Hex } from '../base/digest.ts'
import type { WeakOrder } from '../base/weak-order.ts'

/**
 * What is done when a tie lies across the line and only some of the tied items can go on. Declared before the vote is
 * opened: another vote among them, a draw, or all of them go on.
 */
export const tieRules = ['run-off', 'draw', 'both-go-on'] as const
export type TieRule = (typeof tieRules)[number]

/** One item of a draw with the number that was drawn for it. */
export interface Lot {
  id: string
  /** SHA-256 of the seed, a slash and the item's id, lower-case hex; the lowest comes first */
  lot: string
}

/** Who goes on, and what the tie rule made of a tie across the line. */
export interface Advance {
  /** items that there is room for */
  places: number
  /** who goes on now, best first; tied items in the order of their ids, or of the draw */
  through: string[]
  /** the tied items that lie across the line; empty where there is no such tie */
  tied: string[]
  /** what follows from the tie */
  then:
    | { kind: 'nothing' }
    | { kind: 'run-off'; among: string[]; places: number }
    | { kind: 'draw'; seed: string; lots: Lot[] }
    | { kind: 'both-go-on'; more: number }
}

/**
 * The first `places` items of a ranking go on. A tie that lies wholly above the line needs no rule; one across it is
 * settled by the declared rule and by nothing else: never by the order of the list, by ids or by who came first.
 *
 * @param seed what the draw is made from. Announced before the vote is opened, it cannot be chosen to fit the result; with
 * the digest of the sealed ballots behind it, nobody could know before the end what it would draw, either.
 */
export function advance(ranking: WeakOrder, places: number, rule: TieRule, seed: string): Advance {
  const through: string[] = []
  for (const group of ranking) {
    const left = places - through.length
    if (left <= 0) break
    if (group.length <= left) through.push(...group)
    else return { places, ...settle(through, group, left, rule, seed) }
  }
  return { places, through, tied: [], then: { kind: 'nothing' } }
}

function settle(
  before: readonly string[],
  tied: readonly string[],
  left: number,
  rule: TieRule,
  seed: string,
): Omit<Advance, 'places'> {
  const among = [...tied].sort()
  switch (rule) {
    case 'run-off':
      return { through: [...before], tied: among, then: { kind: 'run-off', among, places: left } }
    case 'both-go-on':
      return {
        through: [...before, ...among],
        tied: among,
        then: { kind: 'both-go-on', more: among.length - left },
      }
    case 'draw': {
      const lots = draw(among, seed)
      const drawn = lots.slice(0, left).map(({ id }) => id)
      return { through: [...before, ...drawn], tied: among, then: { kind: 'draw', seed, lots } }
    }
  }
}

/**
 * A draw that anybody can do again with the published seed: each item's lot is the SHA-256 of `seed/id`, and the lowest
 * lot comes first. On any machine: `printf '%s' 'SEED/i7' | sha256sum`.
 */
export const draw = (ids: readonly string[], seed: string): Lot[] =>
  ids.map((id) => ({ id, lot: sha256Hex(`${seed}/${id}`) })).sort((a, b) => (a.lot < b.lot ? -1 : 1))

/**
 * What a vote's draw is made from: the number that was announced before it opened, a slash, and the check number of its
 * sealed result, which nobody can know before the end.
 */
export const drawnFrom = (announced: string | null | undefined, check: string): string => `${announced ?? ''}/${check}`
