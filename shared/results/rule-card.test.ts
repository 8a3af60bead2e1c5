import { expect, it } from 'vitest'
import { methodIds, methodOf } from '../methods/index.ts'
import { ruleCard, type Rule } from './rule-card.ts'
import { tieRules } from './tie-rule.ts'

const rule: Rule = {
  method: 'stickers',
  parameters: methodOf('stickers').parameters.parse({}),
  whoCounts: '',
  topK: null,
  tieRule: 'both-go-on',
  seed: null,
}

it('[CARD-1] says who votes, how it is counted, and what a tie across the line means', () => {
  const card = ruleCard({ ...rule, whoCounts: '우리 동 주민', topK: 3, tieRule: 'draw', seed: '2019' })
  expect(card.ko).toBe(
    '우리 동 주민은 한 사람에 한 장씩 투표합니다. 한 사람이 스티커 3개까지, 한 의제에 1개까지 붙입니다. 스티커가 많은 순서로 순위를 정하고, 수가 같으면 같은 순위입니다. 위에서 3개가 다음으로 올라갑니다. 그 경계에서 순위가 같으면 미리 알린 추첨 번호 2019와 결과 확인값으로 추첨합니다.',
  )
  expect(card.en).toContain('One ballot for each person: 우리 동 주민.')
  expect(card.en).toContain('from the number 2019')
})
it('[CARD-2] of every method by its usual rule has no gap, no code word and no unlimited number', () => {
  for (const method of methodIds) {
    const parameters = methodOf(method).parameters.parse({})
    for (const tieRule of tieRules) {
      const card = ruleCard({ ...rule, method, parameters, topK: 2, tieRule, seed: 'A1' })
      for (const text of Object.values(card)) {
        expect(text, method).not.toMatch(/[{}]|undefined|null|NaN|\b2000\b|\b(true|false)\b/)
      }
      expect(card.ko, method).not.toMatch(/[a-z]{4,}/)
    }
  }
})
