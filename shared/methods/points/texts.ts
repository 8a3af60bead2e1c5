import type { Texts } from '../../base/texts.ts'

/** `{total}` is filled with the vote's parameter. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '점수 나누기', en: 'Sharing out points' },
  rule: {
    ko: '한 사람이 {total}점까지 의제에 나누어 줍니다. 받은 점수가 큰 순서로 순위를 정하고, 점수가 같으면 같은 순위입니다.',
    en: 'Each person shares out up to {total} points among the issues. More points rank higher; equal sums share a rank.',
  },
}
