import type { VotesBallot } from '../../../shared/ballots/votes.ts'
import { defineBallotFace, type ParametersOf } from '../face.ts'
import { wordsIn } from '../words.ts'
import { sayVotes } from './say-votes.ts'
import { spentIn } from './spend.ts'
import { texts } from './texts.ts'
import VotesInput from './VotesInput.vue'

export const votes = defineBallotFace<VotesBallot>({
  shape: 'votes',
  input: VotesInput,
  empty: () => ({ votes: {} }),
  progress({ votes }, { parameters }, language) {
    const say = wordsIn(texts, language)
    const left = (parameters as ParametersOf<'quadratic'>).credits - spentIn(votes)
    const isBlank = Object.keys(votes).length === 0
    return { note: left > 0 ? say('left', { n: left }) : say('allSpent'), isBlank, maySend: true }
  },
  lines: ({ votes }, { candidates }, language) =>
    candidates
      .map(({ id, title }) => ({ id, title, n: votes[id] ?? 0 }))
      .filter(({ n }) => n !== 0)
      .sort((a, b) => b.n - a.n)
      .map(({ n, ...line }) => ({ ...line, figure: sayVotes(n, language) })),
})
