import type { Texts } from '../../../shared/base/texts.ts'

export const fromTable: Texts = { ko: '{n}조 · {title}', en: 'Table {n} · {title}' }
