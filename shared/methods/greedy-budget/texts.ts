import type { MethodTexts } from '../method.ts'

/** `{budget}` and the words below are filled with the vote's parameters. */
export const texts: MethodTexts = {
  name: { ko: '예산 투표(많은 표 순)', en: 'Budget vote by votes' },
  rule: {
    ko: '예산은 {budget}입니다. 바라는 사업을 {ballotType} 고르고, 표가 많은 사업부터 남은 예산 안에서 뽑습니다. 남은 예산보다 큰 사업은 건너뜁니다. 표가 같으면 비용이 적은 사업이 먼저입니다.',
    en: 'The budget is {budget}. Choose the projects you want, {ballotType}; those with more votes are funded first while the money lasts, and what no longer fits is passed over. With equal votes the cheaper one goes first.',
  },
  words: {
    'ballotType=approval': { ko: '몇 개든', en: 'as many as you like' },
    'ballotType=knapsack': { ko: '비용을 더해 예산 안에서', en: 'within the budget' },
  },
}
