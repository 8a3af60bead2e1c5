import type { ComparisonsBallot } from '../../../shared/ballots/comparisons.ts'
import { limits } from '../../../shared/base/limits.ts'
import { defineBallotFace, type ParametersOf } from '../face.ts'
import { wordsIn } from '../words.ts'
import ComparisonsInput from './ComparisonsInput.vue'
import { pairsOf, weightsOf } from './judgements.ts'
import { texts } from './texts.ts'

export const comparisons = defineBallotFace<ComparisonsBallot>({
  shape: 'comparisons',
  input: ComparisonsInput,
  empty: () => ({ comparisons: [] }),
  progress({ comparisons }, { candidates, seed }, language) {
    const say = wordsIn(texts, language)
    const missing =
      pairsOf(
        candidates.map(({ id }) => id),
        seed,
      ).length - comparisons.length
    const isBlank = comparisons.length === 0
    if (candidates.length > limits.itemsCompared) {
      return { note: say('tooMany', { max: limits.itemsCompared }), isBlank, maySend: false }
    }
    return {
      note: missing > 0 ? say('missing', { n: missing }) : say('complete'),
      isBlank,
      maySend: isBlank || missing === 0,
    }
  },
  lines({ comparisons }, { candidates, parameters }, language) {
    if (comparisons.length === 0) return []
    const say = wordsIn(texts, language)
    const weights = weightsOf(
      { comparisons },
      candidates.map(({ id }) => id),
      parameters as ParametersOf<'ahp'>,
    )
    return candidates
      .map(({ id, title }, i) => ({ id, title, weight: weights[i]! }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ id, title, weight }) => ({ id, title, figure: say('share', { share: Math.round(weight * 100) }) }))
  },
})
