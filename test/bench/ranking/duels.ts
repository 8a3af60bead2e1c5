import { RankedPairs, Schulze, utils } from 'votes'
import type { Strength } from '../../../shared/methods/common/majority.ts'
import { PairwiseCount, pairwiseOf, rowsOf } from '../../../shared/methods/common/pairwise.ts'
import { readRankings } from '../../../shared/methods/common/ranked-profile.ts'
import { irvOf } from '../../../shared/methods/irv/count.ts'
import { rankedPairsOf } from '../../../shared/methods/ranked-pairs/count.ts'
import { schulzeOf } from '../../../shared/methods/schulze/count.ts'
import { question, type Question } from './ballots.ts'
import { alone, compare, same, type Row } from './rounds.ts'

const PEER = 'votes 3.0.0'
const RULE = { topK: 2000, tiesAllowed: true }
const BALLOTS_AT_ONCE = 1_000

const read = ({ ballots, candidates }: Question) => readRankings(ballots, candidates, RULE).profile

/** Pairwise matrix, Schulze, Ranked Pairs, instant runoff, one ballot more; from ballots as they are kept. */
export function duels(): Row[] {
  const short = question(200, 10_000, 10)
  const long = question(200, 10_000, 200)
  const workshop = question(30, 200, 30)
  return [
    ...[short, long].map(pairwise),
    ...[short, long].map(paths),
    pairs(workshop),
    overflow('winning-votes', question(3, 4, 3, 'overflow 1')),
    overflow('margins', question(8, 9, 8, 'overflow 2')),
    ...[short, long].map((one) => alone(`Ranked Pairs, ${one.title}`, allPairs(one))),
    ...[short, long].map((one) => alone(`Instant runoff, ${one.title}`, () => irvOf(read(one), IRV))),
    oneMore(short),
    oneMore(long),
  ]
}

const IRV = { equalRanks: 'split-equally', stopAtMajority: false } as const

function pairwise(one: Question): Row {
  const ours = () => pairwiseOf(read(one))
  const theirs = () => utils.matrixFromBallots(one.ballots, one.candidates)
  same(rowsOf(ours()), theirs().array)
  return compare(`Pairwise, ${one.title}`, ours, PEER, theirs)
}

function paths(one: Question): Row {
  const matrix = pairwiseOf(read(one))
  const rows = { array: rowsOf(matrix), candidates: one.candidates }
  const ours = () => schulzeOf(matrix, 'winning-votes')
  const theirs = () => new Schulze(rows).ranking()
  same(
    ours().layers.map((layer) => layer.map((place) => one.candidates[place]).sort()),
    theirs().map((tied) => tied.sort()),
  )
  return compare(`Schulze order, ${one.title}`, ours, PEER, theirs)
}

const allPairs = (one: Question) => {
  const matrix = pairwiseOf(read(one))
  return () => rankedPairsOf(matrix, 'margins')
}

function pairs(one: Question): Row {
  const rows = utils.makeAntisymetric({ array: rowsOf(pairwiseOf(read(one))), candidates: one.candidates })
  return compare(`Ranked Pairs by margins, ${one.title}`, allPairs(one), PEER, () => new RankedPairs(rows).ranking())
}

/**
 * The smallest of some hundred drawn profiles on which the package finds nobody unbeaten, takes nobody out and calls
 * itself with the same figures until the stack ends: by the counts, as its own tests have them, and by margins.
 */
function overflow(strength: Strength, one: Question): Row {
  const matrix = pairwiseOf(read(one))
  const counts = { array: rowsOf(matrix), candidates: one.candidates }
  const theirs = new RankedPairs(strength === 'margins' ? utils.makeAntisymetric(counts) : counts)
  if (!endsTheStack(() => theirs.ranking())) throw new Error('the package no longer overflows here')
  const kind = strength === 'margins' ? 'margins' : 'counts'
  const ours = alone(`Ranked Pairs by ${kind}, ${one.title}`, () => rankedPairsOf(matrix, strength), PEER)
  return { ...ours, 'peer ms': 'stack overflow' }
}

function endsTheStack(work: () => unknown): boolean {
  try {
    work()
  } catch (error) {
    return error instanceof RangeError
  }
  return false
}

/** A ballot is replaced by another: taken back and counted. */
function oneMore(one: Question): Row {
  const profile = read(one)
  const count = PairwiseCount.of(profile)
  const replace = () => {
    for (let b = 0; b < BALLOTS_AT_ONCE; b += 1) {
      count.add(profile, b, -1)
      count.add(profile, b + BALLOTS_AT_ONCE, 1)
    }
    for (let b = 0; b < BALLOTS_AT_ONCE; b += 1) {
      count.add(profile, b + BALLOTS_AT_ONCE, -1)
      count.add(profile, b, 1)
    }
  }
  const both = alone(`One ballot changed, ${one.title}`, replace, 'counts all again')
  return { ...both, 'ours ms': Number((both['ours ms'] / (2 * BALLOTS_AT_ONCE)).toFixed(5)) }
}
