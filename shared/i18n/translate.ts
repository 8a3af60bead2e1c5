/** What a language brings besides its catalogues. Catalogues load one by one: a phone never loads the desk's words. */
export interface Language {
  id: string
  /** in the language itself */
  name: string
  direction: 'ltr' | 'rtl'
  /** Which of two forms fits a value: the Korean particle (을/를), the English number (vote/votes). */
  choose(value: string | number, first: string, second: string): string
}

export type Values = Record<string, string | number>

/**
 * Fill a sentence. `{name}` becomes the value; `{name:을/를}` the form that agrees with it, by the language's own rule.
 * A value that is missing stays visible as its name in braces.
 */
export const fill = (sentence: string, values: Values, language: Language): string =>
  sentence.replace(/\{(\w+)(?::([^/}]*)\/([^}]*))?\}/g, (gap, name: string, first?: string, second?: string) => {
    const value = values[name]
    if (value === undefined) return gap
    return first === undefined ? String(value) : language.choose(value, first, second ?? '')
  })
