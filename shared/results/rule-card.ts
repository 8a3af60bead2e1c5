import type { ChannelId } from '../base/channels.ts'
import type { Texts } from '../base/texts.ts'
import { en } from '../i18n/en/language.ts'
import { ko } from '../i18n/ko/language.ts'
import { fill, type Language } from '../i18n/translate.ts'
import { methodOf, type MethodId, type Parameters } from '../methods/index.ts'
import { ruleValues } from '../methods/rule-values.ts'
import { channelNames } from './channel-names.ts'
import type { TieRule } from './tie-rule.ts'

/** All that is fixed before a vote opens. */
export type Rule = {
  method: MethodId
  parameters: Parameters
  /** in the office's words; empty: everybody who has joined */
  whoCounts?: string | undefined
  /** how many go on; null: nothing but the ranking is asked for */
  topK?: number | null | undefined
  /** `both-go-on` where nothing else is said */
  tieRule?: TieRule | undefined
  /** of the draw, published before the vote opens */
  seed?: string | null | undefined
  /** paper ballots, and what the ballots of each channel weigh; left out: neither */
  channels?: { paper: boolean; weights: Partial<Record<ChannelId, number>> | null } | undefined
}

const everybody: Texts = { ko: '이 자리에 들어온 사람', en: 'everybody who has joined' }
const who: Texts = {
  ko: '{who}{who:은/는} 한 사람에 한 장씩 투표합니다.',
  en: 'One ballot for each person: {who}.',
}
const goOn: Texts = {
  ko: '위에서 {topK}개가 다음으로 올라갑니다.',
  en: 'The first {topK} go on.',
}
const paper: Texts = {
  ko: '종이표는 두 사람이 따로 세어 넣고, 함께 셉니다.',
  en: 'Paper ballots are entered by two people, each for themselves, and counted with the others.',
}
const weights: Texts = {
  ko: '통로마다 득표율을 내어 {weights}의 비율로 합칩니다. 표가 5장보다 적은 통로는 다른 통로와 합쳐 셉니다.',
  en: 'The shares within each channel are combined by weights: {weights}. A channel with fewer than 5 ballots is counted together with another one.',
}
const ties: Record<TieRule, Texts> = {
  'both-go-on': {
    ko: '그 경계에서 순위가 같으면 함께 올라갑니다.',
    en: 'Equal ranks across that line go on together.',
  },
  draw: {
    ko: '그 경계에서 순위가 같으면 미리 알린 추첨 번호 {seed}{seed:과/와} 결과 확인값으로 추첨합니다.',
    en: 'Equal ranks across that line are drawn by lot, from the number {seed} that was announced before and the check number of the result.',
  },
  'run-off': {
    ko: '그 경계에서 순위가 같으면 그 의제만 놓고 다시 투표합니다.',
    en: 'Equal ranks across that line are voted on again.',
  },
}

/** The method's own sentence with the vote's parameters in it. */
export const ruleSentence = (method: MethodId, parameters: Parameters, language: Language): string => {
  const { texts } = methodOf(method)
  return fill(texts.rule[language.id] ?? texts.rule.ko, ruleValues(texts, parameters, language.id), language)
}

/** The rule as the hall reads it before a vote opens: who votes, how it is counted, and what a tie means. */
export const ruleCard = (rule: Rule): { ko: string; en: string } => ({ ko: cardIn(ko, rule), en: cardIn(en, rule) })

function cardIn(
  language: Language,
  { method, parameters, whoCounts, topK, tieRule = 'both-go-on', seed, channels }: Rule,
): string {
  const say = (texts: Texts, values: Record<string, string | number> = {}) =>
    fill(texts[language.id] ?? texts.ko, values, language)
  return [
    say(who, { who: whoCounts || say(everybody) }),
    ruleSentence(method, parameters, language),
    ...(channels?.paper ? [say(paper)] : []),
    ...(channels?.weights ? [say(weights, { weights: weightList(channels.weights, language) })] : []),
    ...(topK ? [say(goOn, { topK }), say(ties[tieRule], { seed: seed ?? '' })] : []),
  ].join(' ')
}

const weightList = (given: Partial<Record<ChannelId, number>>, language: Language): string =>
  (Object.keys(channelNames) as ChannelId[])
    .flatMap((id) => (given[id] ? [`${channelName(id, language)} ${given[id]}`] : []))
    .join(', ')

/** A channel as it stands on rule cards and results. */
export const channelName = (id: ChannelId, language: Pick<Language, 'id'>): string =>
  channelNames[id][language.id] ?? channelNames[id].ko
