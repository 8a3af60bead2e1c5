import type { MethodTexts } from '../method.ts'

/** `{min}` and `{max}` are the ends of the scale. */
export const texts: MethodTexts = {
  name: { ko: '다수 판단', en: 'Majority judgment' },
  rule: {
    ko: '한 사람이 의제마다 {min}에서 {max}까지 등급을 매깁니다. 절반이 넘는 사람이 그 이상으로 매긴 등급이 의제의 등급입니다. 등급이 같으면 그보다 높게 매긴 사람과 낮게 매긴 사람의 비율로 순위를 정합니다. 매기지 않은 등급은 {unrated}.',
    en: 'Each person grades issues from {min} to {max}. An issue has the grade that a majority gives it at least. Within one grade, the shares who graded higher and lower decide. A grade that is not given {unrated}.',
  },
  words: {
    'unrated=lowest': { ko: '가장 낮은 등급으로 셉니다', en: 'counts as the lowest' },
    'unrated=left-out': { ko: '세지 않습니다', en: 'is not counted' },
  },
}
