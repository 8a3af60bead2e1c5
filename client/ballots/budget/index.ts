import type { ApproveBallot } from '../../../shared/ballots/approve.ts'
import { defineBallotFace } from '../face.ts'
import { wordsIn } from '../words.ts'
import { amount, budgetOf, costOf } from './budget.ts'
import BudgetInput from './BudgetInput.vue'
import { texts } from './texts.ts'

/** Approvals of what costs something: the second face of that shape. */
export const budget = defineBallotFace<ApproveBallot>({
  shape: 'approve',
  input: BudgetInput,
  empty: () => ({ approve: [] }),
  progress(ballot, question, language) {
    const say = wordsIn(texts, language)
    const { budget, isBinding, costs } = budgetOf(question)
    const n = ballot.approve.length
    const cost = costOf(ballot, { budget, costs, isBinding })
    const sums = { n, cost: amount(cost, language), left: amount(budget - cost, language) }
    return {
      note: n === 0 ? say('none') : say(isBinding ? 'note' : 'noteFree', sums),
      isBlank: n === 0,
      maySend: !isBinding || cost <= budget,
    }
  },
  lines({ approve }, question, language) {
    const { costs } = budgetOf(question)
    return question.candidates
      .filter(({ id }) => approve.includes(id))
      .map(({ id, title }) => {
        const cost = costs[id]
        return cost === undefined ? { id, title } : { id, title, figure: amount(cost, language) }
      })
  },
})
