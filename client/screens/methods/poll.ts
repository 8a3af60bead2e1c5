import type { Texts } from '../../../shared/base/texts.ts'
import type { VoteSettings } from '../../../shared/activities/vote/settings.ts'
import { limits } from '../../../shared/base/limits.ts'

/** The three ways to answer a quick poll, and what they are as votes. */
export const pollTypes = ['single', 'multiple', 'scale'] as const
export type PollType = (typeof pollTypes)[number]

export const pollTexts = {
  type: { ko: '답하는 방법', en: 'How to answer' },
  single: { ko: '하나 고르기', en: 'Choose one' },
  multiple: { ko: '여러 개 고르기', en: 'Choose several' },
  scale: { ko: '1~5점 매기기', en: 'Rate from 1 to 5' },
  options: { ko: '보기(한 줄에 하나씩)', en: 'Answers to choose from, one on each line' },
  items: { ko: '물어볼 항목(한 줄에 하나씩)', en: 'Items to rate, one on each line' },
  count: { ko: '{n}개', en: '{n}' },
  low: { ko: '1점의 뜻', en: 'What 1 means' },
  high: { ko: '5점의 뜻', en: 'What 5 means' },
  lowUsual: { ko: '전혀 그렇지 않다', en: 'not at all' },
  highUsual: { ko: '매우 그렇다', en: 'very much' },
  note: {
    ko: '설문 결과는 이 회의의 기록에 남고, 우선과제 목록에는 들어가지 않습니다.',
    en: 'The result stays in the record of the session and does not go into the priority-task list.',
  },
  fault: {
    ko: '보기를 {max}개까지, 한 줄에 {letters}자까지 적어 주세요.',
    en: 'Write up to {max} lines of at most {letters} letters.',
  },
} satisfies Record<string, Texts>

type Options = Extract<NonNullable<VoteSettings['subject']>, { of: 'options' }>

export function pollSettings(type: PollType, subject: Options): VoteSettings {
  if (type === 'scale') return { method: 'score', parameters: { min: 1, max: 5 }, subject }
  const { ends: _, ...plain } = subject
  return { method: 'approval', parameters: { max: type === 'single' ? 1 : 0 }, subject: plain }
}

/** Which of the three this vote is; null when it is about issues, or by another method. */
export function pollTypeOf({ method, parameters, subject }: VoteSettings): PollType | null {
  if (subject?.of !== 'options') return null
  if (method === 'score') return 'scale'
  return method === 'approval' ? (parameters.max === 1 ? 'single' : 'multiple') : null
}

/** One option on each line; empty lines and doubles are nothing. */
export const optionsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
export const areOptions = (options: readonly string[]): boolean =>
  options.length >= 1 &&
  options.length <= limits.optionsPerVote &&
  options.every((one) => one.length <= limits.issueText)

/** How the desk calls a poll. */
export const pollNames = {
  name: { ko: '간단 설문', en: 'Quick poll' },
  purpose: { ko: '미리 적은 보기로 짧게 묻습니다.', en: 'A short question with answers that are written beforehand.' },
  example: { ko: '예: 오늘 어디에서 오셨나요?', en: 'e.g. Where do you come from today?' },
} satisfies Record<string, Texts>
