import type { MethodTexts } from '../method.ts'

/** `{budget}` and the words below are filled with the vote's parameters. */
export const texts: MethodTexts = {
  name: { ko: '균등 배분 예산 투표', en: 'Method of Equal Shares' },
  rule: {
    ko: '예산 {budget}{budget:을/를} 모두에게 똑같이 나눈 것으로 봅니다. 사업은 그것을 고른 사람들의 몫으로만 뽑히고, 한 사람 부담이 효용에 견주어 가장 작은 사업부터 차례로 뽑습니다(효용 {utility}, 남은 예산 처리 {completion}). 같으면 비용이 적은 사업, 표가 많은 사업이 먼저입니다.',
    en: 'The budget of {budget} is shared equally among all voters. A project is funded by the shares of those who chose it, the lowest share per utility first (utility {utility}, completion {completion}). Ties go to the lower cost, then to more votes.',
  },
  words: {
    'utility=cost': { ko: '사업 비용', en: 'the cost of the project' },
    'utility=cardinality': { ko: '사업마다 1', en: '1 for each project' },
    'completion=none': { ko: '쓰지 않음', en: 'none, what is left is not spent' },
    'completion=add1': { ko: '모두의 몫을 조금씩 늘려 다시 셈', en: 'everybody’s share grows step by step' },
    'completion=add1u': {
      ko: '모두의 몫을 조금씩 늘려 다시 세고, 그래도 남으면 많은 표 순',
      en: 'everybody’s share grows step by step, then what is left goes by votes',
    },
  },
}
