import type { Texts } from '../../../shared/base/texts.ts'
import type { MethodId, Parameters } from '../../../shared/methods/index.ts'

/** Methods that ask residents for the same kind of work. */
export interface Family {
  name: Texts
  methods: readonly MethodId[]
}

const named: readonly Family[] = [
  {
    name: { ko: '여럿 고르기', en: 'Choose several' },
    methods: ['stickers', 'approval', 'for-against', 'points', 'quadratic'],
  },
  {
    name: { ko: '점수 매기기', en: 'Give scores' },
    methods: ['score', 'majority-judgment', 'criteria', 'matrix'],
  },
  {
    name: { ko: '순위 매기기', en: 'Rank' },
    methods: ['schulze', 'borda', 'topk-points', 'irv', 'copeland', 'ranked-pairs'],
  },
  { name: { ko: '견주어 고르기', en: 'Compare a few' }, methods: ['bradley-terry', 'best-worst'] },
  { name: { ko: '예산 나누기', en: 'Share a budget' }, methods: ['equal-shares', 'greedy-budget'] },
  { name: { ko: '전문가 조사', en: 'Ask experts' }, methods: ['ahp', 'delphi', 'borich', 'ipa'] },
  { name: { ko: '의견 살피기', en: 'Map opinions' }, methods: ['opinion-groups'] },
]

/** Every method in its family; one that is in none stands at the end. */
export function familiesOf(ids: readonly MethodId[]): Family[] {
  const known = new Set(named.flatMap(({ methods }) => methods))
  const others = ids.filter((id) => !known.has(id))
  const families = named.map((family) => ({ ...family, methods: family.methods.filter((id) => ids.includes(id)) }))
  return others.length === 0 ? families : [...families, { name: { ko: '그 밖', en: 'Others' }, methods: others }]
}

/** What each method is for, in one line. */
export const purposes: Partial<Record<MethodId, Texts>> = {
  stickers: { ko: '많은 의제 가운데 중요한 것을 빠르게 추릴 때', en: 'To find what matters among many issues, fast' },
  approval: { ko: '받아들일 수 있는 것을 모두 고르게 할 때', en: 'When people may choose everything they can accept' },
  'for-against': { ko: '안건마다 찬반을 물을 때(주민총회)', en: 'To ask for or against each item, as assemblies do' },
  points: { ko: '마음의 세기를 점수로 나누게 할 때', en: 'To let people show how strongly they feel' },
  quadratic: {
    ko: '꼭 바라는 것에 더 쓰되 몰아주기는 줄일 때',
    en: 'To weigh strong wishes without letting them run away',
  },
  score: { ko: '의제마다 얼마나 좋은지 알고 싶을 때', en: 'To learn how good each issue is' },
  'majority-judgment': {
    ko: '몇 사람의 극단적인 점수에 흔들리지 않게',
    en: 'When a few extreme scores should not decide',
  },
  criteria: { ko: '여러 기준에 가중치를 두고 평가할 때', en: 'To rate by several weighted criteria' },
  matrix: { ko: '먼저 할 일과 나중에 할 일을 네 칸에 나눌 때', en: 'To part what to do first from what can wait' },
  schulze: { ko: '추린 목록의 순서를 정할 때(맞대결)', en: 'For the order of a short list, by duels' },
  borda: { ko: '두루 괜찮은 것을 앞세울 때', en: 'To favour what is fair for most people' },
  'topk-points': { ko: '1·2·3순위만 적게 할 때', en: 'When people name only their first few' },
  irv: { ko: '하나를 과반의 지지로 정할 때', en: 'To choose one with a majority behind it' },
  copeland: { ko: '맞대결에서 이긴 수로 쉽게 설명할 때', en: 'When duels won are the easiest to explain' },
  'ranked-pairs': { ko: '맞대결 결과가 돌고 돌 때도 순서를 정하게', en: 'For an order even when duels go in circles' },
  'bradley-terry': { ko: '의제가 많아 둘씩만 견주게 할 때', en: 'For many issues, two at a time' },
  'best-worst': { ko: '넷 가운데 최고와 최저만 고르게 할 때', en: 'To pick only best and worst of four' },
  'equal-shares': { ko: '예산이 여러 사람에게 고루 가게 할 때', en: 'So that the money serves all groups of people' },
  'greedy-budget': { ko: '표가 많은 사업부터 예산에 담을 때', en: 'To fund the projects with the most votes' },
  ahp: { ko: '기준의 가중치를 정할 때', en: 'To weigh criteria' },
  delphi: { ko: '과제가 타당한지 여러 번 물을 때', en: 'To ask a panel whether tasks are valid, in rounds' },
  borich: { ko: '중요도와 지금 수준의 격차를 볼 때', en: 'To measure the gap between importance and the present' },
  ipa: { ko: '중요한데 잘 안 되는 것을 찾을 때', en: 'To find what is important and goes badly' },
  'opinion-groups': {
    ko: '서로 다른 생각의 무리와 공통점을 볼 때',
    en: 'To see groups of opinion and what they share',
  },
}

/** A question that sessions ask, with the method that fits it. */
export interface Offer {
  question: Texts
  who: Texts
  method: MethodId
  /** `items`: how many there are to choose from; null while nobody knows */
  parameters: (items: number | null) => Parameters
}

/** About a quarter of the items, at most five; three while nobody knows how many there will be. */
export const usualStickers = (items: number | null): number =>
  items === null ? 3 : Math.min(5, Math.max(1, Math.round(items / 4)))

export const offers: readonly Offer[] = [
  {
    question: { ko: '어떤 의제가 중요한가?', en: 'Which issues matter?' },
    who: { ko: '주민', en: 'residents' },
    method: 'stickers',
    parameters: (items) => ({ perVoter: usualStickers(items) }),
  },
  {
    question: { ko: '추린 목록(7개 이하)의 순서는?', en: 'The order of a short list (up to 7)?' },
    who: { ko: '주민', en: 'residents' },
    method: 'schulze',
    parameters: () => ({}),
  },
  {
    question: { ko: '격차가 얼마나 큰가?', en: 'How big is the gap?' },
    who: { ko: '단체 회원', en: 'members of organisations' },
    method: 'borich',
    parameters: () => ({}),
  },
  {
    question: { ko: '기준의 가중치는?', en: 'How do criteria weigh?' },
    who: { ko: '전문가', en: 'experts' },
    method: 'ahp',
    parameters: () => ({}),
  },
  {
    question: { ko: '이 과제는 타당한가?', en: 'Is this task valid?' },
    who: { ko: '전문가 5명 이상', en: '5 experts or more' },
    method: 'delphi',
    parameters: () => ({}),
  },
  {
    question: { ko: '어느 사업을 먼저 할까?', en: 'Which project first?' },
    who: { ko: '위원회·담당자', en: 'committee and staff' },
    method: 'matrix',
    parameters: () => ({ criteria: ['importance', 'feasibility'], weights: [1, 1] }),
  },
]

/** More than this is too much to put in order on a phone. */
const EASY_RANKING = 7
const tooManyToRank: Texts = {
  ko: '의제가 {n}개입니다. 휴대폰에서 순위 매기기는 7개까지가 알맞으니, 앞의 몇 개만 매기게 하세요.',
  en: 'There are {n} issues. Up to 7 can be ranked on a phone; let people rank only their first few.',
}
const tooManyPairs: Texts = {
  ko: '의제가 {n}개면 한 사람이 {pairs}번 견주어야 합니다. 7개 이하로 줄이고, 주민 모임에서는 쓰지 마세요.',
  en: '{n} issues are {pairs} comparisons for each person. Keep to 7 or fewer, and do not use it in a hall.',
}
const fewAnswers: Texts = {
  ko: '응답이 10개보다 적으면 값만 보고, 검정 결과는 쓰지 마세요.',
  en: 'With fewer than 10 answers read the figures only, no test of significance.',
}
const fewExperts: Texts = {
  ko: '전문가가 5명보다 적으면 의견을 적는 데 그치세요.',
  en: 'With fewer than 5 experts, list their opinions instead.',
}

/** What to be careful about with this method and this many items. */
export function cautionOf(method: MethodId, items: number | null, ranksOnly: unknown): Texts | null {
  const n = items ?? 0
  if (method === 'ahp' && n > EASY_RANKING) return tooManyPairs
  if (method === 'borich' || method === 'ipa') return fewAnswers
  if (method === 'delphi') return fewExperts
  const isRanking = named[2]!.methods.includes(method)
  return isRanking && n > EASY_RANKING && !(typeof ranksOnly === 'number' && ranksOnly <= EASY_RANKING)
    ? tooManyToRank
    : null
}
