import type { Fields } from '../methods/method.ts'

/** The field of each item, as a method may ask for it. */
export const fieldsOf = (items: readonly { id: string; fieldId: string | null }[]): Fields =>
  Object.fromEntries(items.map(({ id, fieldId }) => [id, fieldId]))
