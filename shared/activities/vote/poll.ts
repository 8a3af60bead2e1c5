import { ruleCard, type Rule } from '../../results/rule-card.ts'
import type { RuleCard } from '../../results/seal.ts'
import type { Subject } from './subject.ts'

/** A quick poll (간단 설문): its answers were written beforehand, and nothing of it goes into the priority-task list. */
export const isPoll = ({ subject }: { subject?: Subject | undefined }): boolean => subject?.of === 'options'

/** How a poll is answered, in a sentence; by another method than the usual three it is the rule of that method. */
export function pollCard(rule: Rule): RuleCard {
  const { method, parameters, topK } = rule
  if (topK) return ruleCard(rule)
  if (method === 'approval')
    return parameters.max === 1 ? one : parameters.max === 0 ? any : upTo(Number(parameters.max))
  if (method === 'score') return scale(Number(parameters.min), Number(parameters.max))
  return ruleCard(rule)
}

const one = { ko: '한 사람이 하나를 고릅니다.', en: 'Everybody chooses one.' }
const any = { ko: '한 사람이 여러 개를 고를 수 있습니다.', en: 'Everybody may choose several.' }
const upTo = (n: number): RuleCard => ({
  ko: `한 사람이 ${n}개까지 고를 수 있습니다.`,
  en: `Everybody may choose up to ${n}.`,
})
const scale = (min: number, max: number): RuleCard => ({
  ko: `한 사람이 항목마다 ${min}점에서 ${max}점까지 매깁니다. 답한 사람의 평균을 봅니다.`,
  en: `Everybody rates each item from ${min} to ${max}. The mean of the answers counts.`,
})
