import { josa } from 'es-hangul'
import type { Language } from '../translate.ts'

const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구']

/** Particles agree with the last sound, also after a number and after a bracket or quotation mark. */
export const ko: Language = {
  id: 'ko',
  name: '한국어',
  direction: 'ltr',
  choose(value, first, second) {
    const word = String(value).replace(/[^\p{L}\p{N}]+$/u, '')
    const spoken = word.replace(/\d$/, (digit) => DIGITS[Number(digit)] ?? digit)
    return josa.pick(spoken || '이', `${first}/${second}` as '을/를')
  },
}
