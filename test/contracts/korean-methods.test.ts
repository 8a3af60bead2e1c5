import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  combineHierarchy,
  combineJudgements,
  combineWeights,
  matrixOf,
  prioritiesOf,
  randomIndices,
  type Matrix,
} from '../../shared/methods/ahp/count.ts'
import { locusForFocus, needOf, type Need } from '../../shared/methods/borich/count.ts'
import { codingReliability } from '../../shared/methods/common/agreement.ts'
import { concordanceOf } from '../../shared/methods/common/kendall-w.ts'
import { countValues } from '../../shared/methods/common/statistics.ts'
import { delphiItem } from '../../shared/methods/delphi/count.ts'
import {
  chanceOf,
  criticalCount,
  cvrOf,
  lawsheCritical,
  wilsonCritical,
  type CvrTable,
} from '../../shared/methods/delphi/cvr.ts'
import { DelphiParameters } from '../../shared/methods/delphi/index.ts'
import { ipaOf } from '../../shared/methods/ipa/count.ts'
import { voteSolvers } from './korean-votes.ts'

interface Vector {
  name: string
  method: string
  source: string
  input: unknown
  expected: Record<string, unknown>
  tolerance: number
}
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../vectors/korean-methods.json'), 'utf8')) as {
  vectors: Vector[]
}

/* What the program does not compute, or what a test of its own folder computes. */
const elsewhere = ['attendance', 'koDateTime']

/** How each kind of example is computed, in the names that the examples have. */
const solvers: Record<string, (input: never) => unknown> = {
  ...voteSolvers,
  cvr: ({ panel, essential }: { panel: number; essential: number }) => {
    const passes = (table: CvrTable) => essential >= (criticalCount(panel, table) ?? Infinity)
    return {
      cvr: cvrOf(panel, essential),
      exactP: chanceOf(panel, essential),
      criticalNormal05: wilsonCritical(panel),
      criticalCountExact05: criticalCount(panel, 'ayre-scally-2014'),
      lawshe1975Critical: lawsheCritical(panel),
      passExact: passes('ayre-scally-2014'),
      passNormal: passes('wilson-2012'),
      passLawshe1975: passes('lawshe-1975'),
    }
  },
  cvrCriticalCount: ({ panels }: { panels: number[] }) => {
    const counts = panels.map((panel) => criticalCount(panel, 'ayre-scally-2014'))
    return { criticalCount: counts, criticalCvr: counts.map((count, i) => cvrOf(panels[i]!, count!)) }
  },
  cvrCriticalTable: ({ panels }: { panels: number[] }) => ({ critical: panels.map(lawsheCritical) }),
  delphiItem: ({ ratings, scale, essentialFrom }: { ratings: number[]; scale: number; essentialFrom: number }) => {
    const itemWith = (quartiles: 'type 7 (linear)' | 'type 6 (exclusive)') => {
      const rules = DelphiParameters.parse({ max: scale, essentialFrom, quartiles })
      return delphiItem(countValues(ratings, rules.min, rules.max), rules)
    }
    const inclusive = itemWith('type 7 (linear)')
    const exclusive = itemWith('type 6 (exclusive)')
    const { shareHigh: positiveRatio, stability: stabilityCv, ...rest } = inclusive
    const inc = { ...inclusive, consensus: inclusive.consensusDegree }
    const exc = { ...exclusive, consensus: exclusive.consensusDegree }
    return { ...rest, positiveRatio, stabilityCv, inc, exc }
  },
  kendallW: ({ ranks }: { ranks: number[][] }) => {
    const { W: w, chiSquare: chi2, df, p } = concordanceOf(ranks, 'ranks')
    return { w, chi2, df, p }
  },
  ahp: (input: { matrix: Matrix } | { labels: string[]; comparisons: Comparison[] }) => {
    const found = ahpFigures('matrix' in input ? input.matrix : compared(input.labels, input.comparisons))
    return { ...found, published: { weights: found.weights, cr: found.crRi1980 } }
  },
  ahpHierarchy: (input: {
    criteria: string[]
    criteriaComparisons: Comparison[]
    alternatives: string[]
    alternativeComparisons: Record<string, Comparison[]>
  }) => {
    const criteriaWeights = ahpFigures(compared(input.criteria, input.criteriaComparisons)).weights
    const below = input.criteria.map(
      (criterion) => ahpFigures(compared(input.alternatives, input.alternativeComparisons[criterion]!)).weights,
    )
    const targetWeights = combineHierarchy(criteriaWeights, below)
    return { criteriaWeights, targetWeights, published: targetWeights }
  },
  ahpRandomIndex: () => ({
    saaty1980: randomIndices['saaty-1980'],
    saaty2005: randomIndices['saaty-2005'].slice(0, 10),
    doneganDodd1991: randomIndices['donegan-dodd-1991'],
  }),
  ahpGroup: ({ matrices }: { matrices: Matrix[] }) => {
    const combined = combineJudgements(matrices.map((matrix) => ({ matrix, weight: 1 })))
    const people = matrices.map(ahpFigures)
    return {
      aijMatrixUpper: [combined[0]![1], combined[0]![2], combined[1]![2]],
      aij: ahpFigures(combined),
      aipWeights: combineWeights(people.map(({ weights }) => ({ weights, weight: 1 }))),
      individualCrRi1980: people.map(({ crRi1980 }) => crRi1980),
    }
  },
  borich: (input: { items: NeedsItems }) => {
    const needs = needsOf(input.items)
    const rank = [...needs].sort(([, a], [, b]) => b.borich! - a.borich!).map(([id]) => id)
    return { items: Object.fromEntries(needs), rank }
  },
  locusForFocus: ({ itemsFrom }: { itemsFrom: string }) => {
    const { items } = vectors.find(({ name }) => name === itemsFrom)!.input as { items: NeedsItems }
    return locusForFocus(needsOf(items))
  },
  ipa: (input: { items: Record<string, { importance: number; performance: number }> }) => {
    const items = Object.entries(input.items).map(([id, means]) => ({ id, ...means }))
    return { mean: ipaOf(items, 'mean'), median: ipaOf(items, 'median'), scaleMidpoint3: ipaOf(items, 3) }
  },
  codingReliability: ({ table }: { table: number[][] }) => codingReliability(table),
}

type Comparison = [more: string, less: string, times: number]
type NeedsItems = Record<string, { importance: number[]; current: number[] }>

const compared = (labels: readonly string[], comparisons: readonly Comparison[]): Matrix =>
  matrixOf(
    labels.length,
    comparisons.map(([more, less, times]) => [labels.indexOf(more), labels.indexOf(less), times]),
  )

function ahpFigures(matrix: Matrix) {
  const { geometricMeanWeights, cr, ...found } = prioritiesOf(matrix, randomIndices['saaty-1980'])
  const crRi2005 = prioritiesOf(matrix, randomIndices['saaty-2005']).cr
  return { ...found, weightsRowGeometricMean: geometricMeanWeights, crRi1980: cr, crRi2005 }
}

const needsOf = (items: NeedsItems): Map<string, Need> =>
  new Map(
    Object.entries(items).map(([id, { importance, current }]) => [
      id,
      needOf(importance.map((important, person) => ({ importance: important, current: current[person]!, people: 1 }))),
    ]),
  )

describe('examples of the methods that offices cite', () => {
  it('has a way to compute each, or says that it is elsewhere', () => {
    const homeless = vectors.filter(({ method }) => !solvers[method] && !elsewhere.includes(method))
    expect(homeless.map(({ name }) => name)).toEqual([])
  })

  it.each(vectors.filter(({ method }) => solvers[method]))(
    '[RECOUNT-1] $name ($source)',
    ({ method, input, expected, tolerance }) => {
      const found = solvers[method]!(input as never)
      expect(found).toMatchObject(withTolerance(expected, tolerance) as object)
    },
  )
})

/** The same, with numbers that match within the tolerance. */
function withTolerance(expected: unknown, tolerance: number): unknown {
  if (typeof expected === 'number') {
    return { asymmetricMatch: (found: unknown) => typeof found === 'number' && Math.abs(found - expected) <= tolerance }
  }
  if (Array.isArray(expected)) return expected.map((each: unknown) => withTolerance(each, tolerance))
  if (typeof expected !== 'object' || expected === null) return expected
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, withTolerance(value, tolerance)]))
}
