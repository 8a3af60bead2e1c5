import type { CriteriaBallot } from '../../../shared/ballots/criteria.ts'
import { defineBallotFace } from '../face.ts'
import { ratedNote } from '../scale.ts'
import { wordsIn } from '../words.ts'
import CriteriaInput from './CriteriaInput.vue'
import { criteriaOf, sayCriterion } from './names.ts'
import { texts } from './texts.ts'

export const criteria = defineBallotFace<CriteriaBallot>({
  shape: 'criteria',
  input: CriteriaInput,
  empty: () => ({ criteria: {} }),
  pages: (question) => criteriaOf(question).length,
  progress({ criteria }, question, language) {
    const n = Object.values(criteria).reduce((sum, ratings) => sum + Object.keys(ratings).length, 0)
    const of = criteriaOf(question).length * question.candidates.length
    return { note: ratedNote(n, of, language), isBlank: n === 0, maySend: true }
  },
  lines({ criteria }, question, language) {
    const say = wordsIn(texts, language)
    return question.candidates
      .map(({ id, title }) => {
        const rated = criteriaOf(question).flatMap((criterion) => {
          const n = criteria[criterion]?.[id]
          return n === undefined ? [] : [{ criterion: sayCriterion(criterion, language), n }]
        })
        return { id, title, rated, sum: rated.reduce((sum, { n }) => sum + n, 0) }
      })
      .filter(({ rated }) => rated.length > 0)
      .sort((a, b) => b.sum - a.sum)
      .map(({ id, title, rated }) => ({ id, title, figure: rated.map((each) => say('figure', each)).join(' · ') }))
  },
})
