import type { BallotShape } from '../../shared/ballots/index.ts'
import type { MethodId, methods } from '../../shared/methods/index.ts'
import type { BallotFace } from './face.ts'
import { keepTrying } from './keep-trying.ts'

export type { BallotFace, ChosenLine, Question } from './face.ts'

/**
 * Approvals and scores have two faces: where something costs money, the sum is what one looks at; a panel looks at what
 * it said before.
 */
type FaceId = BallotShape | 'budget' | 'panel'

/** Every ballot shape on the phone, each a part that loads later: a new one is a folder and a line here. */
const faces: Record<FaceId, () => Promise<BallotFace>> = {
  stickers: () => import('./stickers/index.ts').then(({ stickers }) => stickers),
  approve: () => import('./approve/index.ts').then(({ approve }) => approve),
  answers: () => import('./answers/index.ts').then(({ answers }) => answers),
  points: () => import('./points/index.ts').then(({ points }) => points),
  votes: () => import('./votes/index.ts').then(({ votes }) => votes),
  scores: () => import('./scores/index.ts').then(({ scores }) => scores),
  panel: () => import('./panel/index.ts').then(({ panel }) => panel),
  criteria: () => import('./criteria/index.ts').then(({ criteria }) => criteria),
  needs: () => import('./needs/index.ts').then(({ needs }) => needs),
  ranking: () => import('./ranking/index.ts').then(({ ranking }) => ranking),
  pairs: () => import('./pairs/index.ts').then(({ pairs }) => pairs),
  'best-worst': () => import('./best-worst/index.ts').then(({ bestWorst }) => bestWorst),
  budget: () => import('./budget/index.ts').then(({ budget }) => budget),
  opinions: () => import('./opinions/index.ts').then(({ opinions }) => opinions),
  comparisons: () => import('./comparisons/index.ts').then(({ comparisons }) => comparisons),
}

type FacesOf<Shape extends BallotShape> =
  Shape | (Shape extends 'approve' ? 'budget' : Shape extends 'scores' ? 'panel' : never)
/** The face of each method's ballots. The compiler compares them with the methods, which no phone loads. */
const faceOf: { [Id in MethodId]: FacesOf<(typeof methods)[Id]['ballot']> } = {
  stickers: 'stickers',
  approval: 'approve',
  'for-against': 'answers',
  points: 'points',
  quadratic: 'votes',
  score: 'scores',
  'majority-judgment': 'scores',
  criteria: 'criteria',
  matrix: 'criteria',
  'bradley-terry': 'pairs',
  'best-worst': 'best-worst',
  'greedy-budget': 'budget',
  'equal-shares': 'budget',
  borda: 'ranking',
  'topk-points': 'ranking',
  copeland: 'ranking',
  schulze: 'ranking',
  'ranked-pairs': 'ranking',
  irv: 'ranking',
  ahp: 'comparisons',
  delphi: 'panel',
  borich: 'needs',
  ipa: 'needs',
  'opinion-groups': 'opinions',
}

const loading = new Map<FaceId, Promise<BallotFace>>()

/** The face for a method's ballots. Asked for early it is there when the vote opens; it is asked for until it comes. */
export function loadBallotFace(method: MethodId): Promise<BallotFace> {
  const id = faceOf[method]
  const begun = loading.get(id) ?? keepTrying(faces[id])
  loading.set(id, begun)
  return begun
}
