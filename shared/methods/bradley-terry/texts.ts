import type { Texts } from '../../base/texts.ts'

/** `{perVoter}` and `{prior}` are filled with the vote's parameters. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '둘 중 하나 고르기', en: 'Pairwise choice' },
  rule: {
    ko: '한 사람이 두 의제를 견주는 물음에 {perVoter}번까지 답합니다. 강한 의제를 이길수록 높은 순위입니다(브래들리–테리). “비슷해요”는 반씩 이긴 것으로 세고, 의제마다 보통 의제와 {prior}번씩 이기고 진 것으로 보고 시작합니다.',
    en: 'Each person compares two issues at a time, up to {perVoter} times. Beating strong issues counts for more (Bradley–Terry). “About equal” is half a win each, and each issue starts with {prior} wins and losses against an average issue.',
  },
}
