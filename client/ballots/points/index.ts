import type { PointsBallot } from '../../../shared/ballots/points.ts'
import { defineBallotFace, type ParametersOf } from '../face.ts'
import { wordsIn } from '../words.ts'
import PointsInput from './PointsInput.vue'
import { givenIn } from './share.ts'
import { texts } from './texts.ts'

export const points = defineBallotFace<PointsBallot>({
  shape: 'points',
  input: PointsInput,
  empty: () => ({ points: {} }),
  progress({ points }, { parameters }, language) {
    const say = wordsIn(texts, language)
    const left = (parameters as ParametersOf<'points'>).total - givenIn(points)
    const isBlank = Object.keys(points).length === 0
    return { note: left > 0 ? say('left', { n: left }) : say('allGiven'), isBlank, maySend: true }
  },
  lines: ({ points }, { candidates }, language) =>
    candidates
      .map(({ id, title }) => ({ id, title, n: points[id] ?? 0 }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n)
      .map(({ n, ...line }) => ({ ...line, figure: wordsIn(texts, language)('points', { n }) })),
})
