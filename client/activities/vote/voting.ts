import { shallowRef } from 'vue'
import type { MethodId } from '../../../shared/methods/index.ts'
import type { MethodTexts } from '../../../shared/methods/method.ts'
import { loadBallotFace, type BallotFace } from '../../ballots/index.ts'
import { keepTrying } from '../../ballots/keep-trying.ts'

/** What a phone needs for a vote besides itself: the face of its ballots, and its rule in words. */
const loadVoting = (method: MethodId) =>
  Promise.all([loadBallotFace(method), keepTrying(() => import('./method-texts.ts'))])

/** Ask for it as soon as it is known which vote comes, so that nobody waits when it opens. */
export const preloadVoting = (method: MethodId): void => void loadVoting(method)

/** Null until it has come, which is seldom seen. */
export function useVoting(method: MethodId) {
  const voting = shallowRef<{ face: BallotFace; texts: MethodTexts } | null>(null)
  void loadVoting(method).then(([face, { methodTexts }]) => (voting.value = { face, texts: methodTexts[method] }))
  return voting
}
