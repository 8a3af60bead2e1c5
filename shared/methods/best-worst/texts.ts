import type { Texts } from '../../base/texts.ts'

/** `{perVoter}` and `{setSize}` are filled with the vote's parameters. */
export const texts: { name: Texts; rule: Texts } = {
  name: { ko: '가장 나은 것·덜한 것 고르기', en: 'Best and worst' },
  rule: {
    ko: '한 사람이 의제 {setSize}개씩 묶은 보기를 {perVoter}번까지 보고, 그때마다 가장 나은 것과 가장 덜한 것을 하나씩 고릅니다. 가장 나은 것으로 뽑힌 수에서 가장 덜한 것으로 뽑힌 수를 뺀 값이 클수록 높은 순위이고, 같으면 같은 순위입니다.',
    en: 'Each person sees up to {perVoter} sets of {setSize} issues and picks the best and the worst of each. Times best minus times worst ranks the issues; equal values share a rank.',
  },
}
