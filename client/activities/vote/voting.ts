import { shallowRef } from 'vue'
import type { MethodId } from '../../../shared/methods/index.ts'
import { loadBallotFace, type BallotFace } from '../../ballots/index.ts'

/** Ask for what a vote needs as soon as it is known which one comes, so that nobody waits when it opens. */
export const preloadVoting = (method: MethodId): void => void loadBallotFace(method)

/** The face of a vote's ballots; null until it has come, which is seldom seen. */
export function useVoting(method: MethodId) {
  const voting = shallowRef<{ face: BallotFace } | null>(null)
  void loadBallotFace(method).then((face) => (voting.value = { face }))
  return voting
}
