import { textIn, type Texts } from '../../shared/base/texts.ts'
import { fill, languages, type Values } from '../../shared/i18n/index.ts'

/** A face's own words in one language: `const say = wordsIn(texts, language); say('left', { n: 2 })`. */
export const wordsIn =
  <Key extends string>(texts: Record<Key, Texts>, language: string) =>
  (key: Key, values: Values = {}): string =>
    fill(textIn(texts[key], language), values, languages[language]!.language)
