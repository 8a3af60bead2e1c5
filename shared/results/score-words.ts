import type { Texts } from '../base/texts.ts'

/** What a method's figures are called and how they are written: its scores, and what it means that a ballot names an item. */
export interface ScoreWords {
  /** the column: "Stickers" */
  name: Texts
  /** one figure, `{n}` its number: "{n}개" */
  text: Texts
  /** where a score stands for a name and not for an amount: that name, by score */
  names?: Record<number, Texts>
  /** places after the point, at the most */
  digits?: number
  /** written as a percentage */
  isShare?: boolean
  /** what a score is a part of, where all scores together are what was given out; else a share of them says nothing */
  shareOfGiven?: Texts
  /** a ballot that names the item is for it, so that the share of voters says how many want it */
  isSupport?: boolean
  /** the score is one of those who rated the item; without any it stands below the scale, and is no figure to be shown */
  isOfRaters?: boolean
  /** what the share of voters is of: those who chose the item, rated it, ranked it */
  voters: Texts
}

const chose: Texts = { ko: '고른 사람', en: 'chose it' }
const rated: Texts = { ko: '매긴 사람', en: 'rated it' }
const ranked: Texts = { ko: '순위를 매긴 사람', en: 'ranked it' }
const answered: Texts = { ko: '답한 사람', en: 'answered' }
const points: Texts = { ko: '{n}점', en: '{n} points' }
const items: Texts = { ko: '{n}개', en: '{n}' }

const ahead: ScoreWords = { name: { ko: '앞선 의제', en: 'Issues behind it' }, text: items, voters: ranked }
const rankPoints: ScoreWords = { name: { ko: '점수', en: 'Points' }, text: points, digits: 2, voters: ranked }
const mean: ScoreWords = { isOfRaters: true, name: { ko: '평균', en: 'Mean' }, text: points, digits: 2, voters: rated }
const weightedMean: ScoreWords = { ...mean, name: { ko: '가중 평균', en: 'Weighted mean' } }

const byMethod: Record<string, ScoreWords> = {
  stickers: {
    name: { ko: '스티커', en: 'Stickers' },
    text: items,
    shareOfGiven: { ko: '스티커', en: 'stickers' },
    isSupport: true,
    voters: { ko: '투표자', en: 'voters' },
  },
  approval: {
    name: { ko: '찬성', en: 'Approvals' },
    text: { ko: '{n}명', en: '{n}' },
    shareOfGiven: { ko: '찬성 표', en: 'approvals' },
    isSupport: true,
    voters: { ko: '투표자', en: 'voters' },
  },
  points: {
    name: { ko: '점수', en: 'Points' },
    text: points,
    shareOfGiven: { ko: '점수', en: 'points' },
    isSupport: true,
    voters: { ko: '점수를 준 사람', en: 'gave it some' },
  },
  quadratic: {
    name: { ko: '찬성−반대', en: 'For less against' },
    text: { ko: '{n}표', en: '{n} votes' },
    voters: { ko: '표를 쓴 사람', en: 'used votes on it' },
  },
  score: mean,
  delphi: mean,
  'majority-judgment': {
    isOfRaters: true,
    name: { ko: '등급', en: 'Grade' },
    text: { ko: '{n}등급', en: 'grade {n}' },
    voters: rated,
  },
  criteria: weightedMean,
  matrix: weightedMean,
  borda: rankPoints,
  'topk-points': rankPoints,
  copeland: { name: { ko: '승−패', en: 'Wins less losses' }, text: items, voters: ranked },
  schulze: ahead,
  'ranked-pairs': ahead,
  irv: ahead,
  'bradley-terry': {
    name: { ko: '세기', en: 'Strength' },
    text: { ko: '{n}', en: '{n}' },
    digits: 2,
    voters: answered,
  },
  'best-worst': {
    name: { ko: '최고−최저', en: 'Best less worst' },
    text: { ko: '{n}번', en: '{n}' },
    voters: answered,
  },
  'greedy-budget': {
    name: { ko: '득표', en: 'Votes' },
    text: { ko: '{n}명', en: '{n}' },
    isSupport: true,
    voters: chose,
  },
  'equal-shares': {
    // Neither votes nor money: those bought earlier have more, so that they rank first.
    name: { ko: '선정 차례(먼저일수록 큼)', en: 'Order of funding (the earlier, the larger)' },
    text: { ko: '{n}', en: '{n}' },
    names: { 0: { ko: '선정 안 됨', en: 'not funded' } },
    isSupport: true,
    voters: chose,
  },
  ahp: {
    name: { ko: '가중치', en: 'Weight' },
    text: { ko: '{n}', en: '{n}' },
    digits: 1,
    isShare: true,
    voters: answered,
  },
  borich: { name: { ko: '요구도', en: 'Need' }, text: { ko: '{n}', en: '{n}' }, digits: 2, voters: answered },
  ipa: {
    name: { ko: '사분면', en: 'Quadrant' },
    text: { ko: '{n}', en: '{n}' },
    names: {
      4: { ko: '집중개선', en: 'concentrate here' },
      3: { ko: '유지강화', en: 'keep up' },
      2: { ko: '점진개선', en: 'low priority' },
      1: { ko: '과잉노력', en: 'possible overkill' },
      0: { ko: '답 없음', en: 'no answers' },
    },
    voters: answered,
  },
  'opinion-groups': {
    name: { ko: '함께 찬성하는 정도', en: 'Agreement of all groups' },
    text: { ko: '{n}', en: '{n}' },
    digits: 0,
    isShare: true,
    voters: answered,
  },
}
const plain: ScoreWords = {
  name: { ko: '점수', en: 'Score' },
  text: { ko: '{n}', en: '{n}' },
  digits: 2,
  voters: answered,
}

const shareFor: ScoreWords = {
  name: { ko: '찬성 − 반대 비율', en: 'Share for less against' },
  text: { ko: '{n}', en: '{n}' },
  isShare: true,
  voters: answered,
}
const forLessAgainst: ScoreWords = {
  name: { ko: '찬성−반대', en: 'For less against' },
  text: { ko: '{n}명', en: '{n}' },
  voters: answered,
}

/** The words of a method under its parameters; one that nobody wrote words for has a plain score. */
export function scoreWords(method: string, parameters: Readonly<Record<string, unknown>>): ScoreWords {
  if (method === 'for-against') return parameters.order === 'for-minus-against' ? forLessAgainst : shareFor
  const words = byMethod[method] ?? plain
  // Stickers against an item take away: neither a share of all stickers nor one of all voters says how many want it.
  if (method !== 'stickers' || !parameters.negative) return words
  return { name: words.name, text: words.text, voters: words.voters }
}

/** A score in words: "12개", "4.25점", "41.2%". */
export function scoreText(words: ScoreWords, score: number, language: string): string {
  const named = words.names?.[score]
  if (named) return named[language] ?? named.ko
  const digits = words.digits ?? 0
  const n = words.isShare ? `${round(score * 100, digits)}%` : String(round(score, digits))
  return (words.text[language] ?? words.text.ko).replace('{n}', n)
}

/** The same for an item that so many people named: a dash where the score is of those who rated it, and nobody has. */
export const figureText = (
  words: ScoreWords,
  { score, voters }: { score: number; voters: number },
  language: string,
) => (words.isOfRaters && voters === 0 ? '–' : scoreText(words, score, language))

/** Trailing zeros say nothing, and there is no negative zero. */
const round = (n: number, digits: number): number => Number(n.toFixed(digits)) || 0

/**
 * What part of all that was given out went to each item, 0 to 1; null where a share says nothing: the scores are no parts
 * of a whole, some are below zero, or nothing was given at all.
 */
export function sharesOfGiven(
  words: ScoreWords,
  scores: Readonly<Record<string, number>>,
): (id: string) => number | null {
  const all = Object.values(scores)
  const given = all.reduce((sum, score) => sum + score, 0)
  if (!words.shareOfGiven || given <= 0 || all.some((score) => score < 0)) return () => null
  return (id) => (scores[id] ?? 0) / given
}
