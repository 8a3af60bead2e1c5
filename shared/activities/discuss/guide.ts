import type { Texts } from '../../base/texts.ts'
import type { Question } from './activity.ts'

interface UsualQuestion {
  kind: Question['kind']
  text: Texts
  prompts: readonly Texts[]
  /** minutes in a session of 100 */
  share: number
}

/** The usual route from an easy fact to the reason for the session and back, for a session on the social economy. */
const usual: readonly UsualQuestion[] = [
  {
    kind: 'opening',
    text: {
      ko: '어디에서 어떤 일을 하시는지 한 문장으로 소개해 주세요.',
      en: 'Where are you from and what do you do, in one sentence?',
    },
    prompts: [],
    share: 5,
  },
  {
    kind: 'introductory',
    text: {
      ko: '사회적경제라고 하면 무엇이 먼저 떠오르나요?',
      en: 'What comes to your mind first when you hear “social economy”?',
    },
    prompts: [{ ko: '왜 그것이 먼저 떠올랐나요?', en: 'Why did that come first?' }],
    share: 10,
  },
  {
    kind: 'transition',
    text: {
      ko: '우리 동네에서 사회적경제를 직접 겪어 본 일을 들려주세요.',
      en: 'Tell us about your own experience with it in our district.',
    },
    prompts: [{ ko: '그때 무엇이 좋았고, 무엇이 아쉬웠나요?', en: 'What was good then, and what was missing?' }],
    share: 15,
  },
  {
    kind: 'key',
    text: { ko: '지금 가장 어려운 점은 무엇인가요?', en: 'What is hardest at present?' },
    prompts: [
      { ko: '예를 들어 주시겠어요?', en: 'Could you give an example?' },
      { ko: '누가 가장 힘들어하나요?', en: 'Who is hit most?' },
    ],
    share: 20,
  },
  {
    kind: 'key',
    text: { ko: '그 어려움은 왜 생긴다고 보시나요?', en: 'Why does that difficulty arise?' },
    prompts: [{ ko: '조금 더 말씀해 주세요.', en: 'Tell us more.' }],
    share: 20,
  },
  {
    kind: 'key',
    text: { ko: '구청이 가장 먼저 해야 할 일은 무엇인가요?', en: 'What should the district do first?' },
    prompts: [{ ko: '그 일에서 주민은 무엇을 할 수 있나요?', en: 'What could residents do in it?' }],
    share: 15,
  },
  {
    kind: 'ending',
    text: {
      ko: '오늘 나눈 이야기에서 빠진 것이 있나요?',
      en: 'All things considered, what have we missed today?',
    },
    prompts: [{ ko: '방금 요약이 맞나요?', en: 'Is the summary right?' }],
    share: 15,
  },
]

/** The usual guide in one language, its whole minutes sharing those of the activity; each question has one at least. */
export function usualGuide(minutes: number, tell: (texts: Texts) => string): Question[] {
  const times = shared(
    minutes,
    usual.map(({ share }) => share),
  )
  return usual.map(({ kind, text, prompts }, n) => ({
    id: `q${n + 1}`,
    kind,
    text: tell(text),
    prompts: prompts.map(tell),
    minutes: times[n]!,
  }))
}

/** Whole minutes in proportion, by largest remainders; they add up to the whole where each can have one. */
function shared(minutes: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const exact = shares.map((share) => (Math.max(minutes, shares.length) * share) / all)
  const whole = exact.map((minute) => Math.max(1, Math.floor(minute)))
  const order = exact.map((minute, n) => ({ n, rest: minute - whole[n]! })).sort((a, b) => b.rest - a.rest)
  let left = Math.max(minutes, shares.length) - whole.reduce((sum, minute) => sum + minute, 0)
  for (let turn = 0; left > 0; turn += 1, left -= 1) whole[order[turn % order.length]!.n]! += 1
  for (; left < 0; left += 1) whole[whole.indexOf(Math.max(...whole))]! -= 1
  return whole
}
