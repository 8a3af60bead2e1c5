import type { Language } from '../translate.ts'

export const en: Language = {
  id: 'en',
  name: 'English',
  direction: 'ltr',
  choose: (value, one, many) => (Number(value) === 1 ? one : many),
}
