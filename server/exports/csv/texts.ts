import type { Texts } from '../../../shared/base/texts.ts'

export const texts: { name: Texts } = { name: { ko: '표 자료 (CSV)', en: 'Plain table (CSV)' } }
