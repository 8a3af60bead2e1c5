import type { RankingBallot } from '../../../shared/ballots/ranking.ts'
import { ranksOf } from '../../../shared/base/weak-order.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import { mostOf } from './most.ts'
import { countRanked } from './order.ts'
import RankingInput from './RankingInput.vue'
import { texts } from './texts.ts'

export const ranking = defineBallotFace<RankingBallot>({
  shape: 'ranking',
  input: RankingInput,
  empty: () => ({ ranking: [] }),
  pages: (_question, { ranking }) => (countRanked(ranking) > 1 ? 2 : 1),
  progress({ ranking }, question, language) {
    const say = wordsIn(texts, language)
    const n = countRanked(ranking)
    const of = mostOf(question)
    const note = n === 0 ? say('ask') : n < of ? say('next', { n: n + 1, of }) : say('allRanked')
    return { note, isBlank: n === 0, maySend: true }
  },
  lines({ ranking }, { candidates }, language) {
    const say = wordsIn(texts, language)
    const ranks = ranksOf(ranking)
    const titles = new Map(candidates.map(({ id, title }) => [id, title]))
    return ranking.flatMap((group) =>
      group.map((id) => ({
        id,
        title: titles.get(id) ?? id,
        figure: say(group.length > 1 ? 'tied' : 'rank', { n: ranks[id] ?? 0 }),
      })),
    )
  },
})
