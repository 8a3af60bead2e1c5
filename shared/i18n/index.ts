import type { RefusalCode } from '../base/refusals.ts'
import { en } from './en/language.ts'
import type { CommonKey } from './ko/common.ts'
import type { DeskKey } from './ko/desk.ts'
import type { HallKey } from './ko/hall.ts'
import { ko } from './ko/language.ts'
import type { PhoneKey } from './ko/phone.ts'
import type { RecountKey } from './ko/recount.ts'
import type { Language } from './translate.ts'

export { fill, type Language, type Values } from './translate.ts'

export type Surface = 'phone' | 'hall' | 'desk' | 'recount'
/** Korean has every key; the type of every other catalogue demands the same ones. */
export type MessageKey = CommonKey | PhoneKey | HallKey | DeskKey | RecountKey
type Catalogue = Record<string, string>

interface LanguageEntry {
  language: Language
  refusals: () => Promise<{ refusalTexts: Record<RefusalCode, string> }>
  catalogues: Record<Surface, () => Promise<{ default: Catalogue }>>
}

/** Every language of the interface, Korean first. A new one is a folder and an entry here. */
export const languages: Record<string, LanguageEntry> = {
  ko: {
    language: ko,
    refusals: () => import('./ko/refusals.ts'),
    catalogues: {
      phone: () => import('./ko/phone.ts'),
      hall: () => import('./ko/hall.ts'),
      desk: () => import('./ko/desk.ts'),
      recount: () => import('./ko/recount.ts'),
    },
  },
  en: {
    language: en,
    refusals: () => import('./en/refusals.ts'),
    catalogues: {
      phone: () => import('./en/phone.ts'),
      hall: () => import('./en/hall.ts'),
      desk: () => import('./en/desk.ts'),
      recount: () => import('./en/recount.ts'),
    },
  },
}
