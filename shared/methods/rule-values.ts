import type { MethodTexts } from './method.ts'
import type { Parameters } from './index.ts'

/**
 * What fills the gaps of a method's rule sentence in one language: a word or sentence of the method's own (`words`)
 * where it has one for the value or the parameter, else the value itself.
 */
export const ruleValues = ({ words = {} }: MethodTexts, parameters: Parameters, language: string) =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, said(words, name, value, language)]))

function said(
  words: NonNullable<MethodTexts['words']>,
  name: string,
  value: Parameters[string],
  language: string,
): string {
  if (Array.isArray(value)) return value.map((each) => said(words, name, each, language)).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([id, amount]) => `${id} ${typeof amount === 'object' ? JSON.stringify(amount) : amount}`)
      .join(', ')
  }
  const own = words[`${name}=${value}`] ?? words[name]
  return own ? (own[language] ?? own.ko).replace('{value}', String(value)) : String(value)
}
