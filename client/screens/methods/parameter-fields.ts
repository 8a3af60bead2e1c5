import { z } from 'zod'
import { methodOf, type MethodId, type Parameters } from '../../../shared/methods/index.ts'

/** One parameter of a method as a field of a form, made from its schema. */
export type ParameterField = { name: string } & (
  | { kind: 'number'; min?: number | undefined; max?: number | undefined; isWhole: boolean }
  | { kind: 'choice'; values: string[] }
  | { kind: 'switch' }
  /** words or numbers in a row */
  | { kind: 'list'; ofNumbers: boolean }
  /** an amount for each item */
  | { kind: 'amounts' }
)

interface Schema {
  type?: string
  enum?: string[]
  const?: unknown
  minimum?: number
  maximum?: number
  exclusiveMaximum?: number
  items?: Schema | false
  properties?: object
  prefixItems?: Schema[]
  additionalProperties?: Schema
}

/** The fields of a method; a parameter that can have only one value is a convention and not asked for. */
export function fieldsOf(method: MethodId): ParameterField[] {
  const schema = z.toJSONSchema(methodOf(method).parameters, { io: 'input', unrepresentable: 'any' })
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).flatMap(([name, own]) => {
    const field = fieldOf(name, own)
    return field ? [field] : []
  })
}

function fieldOf(name: string, schema: Schema): ParameterField | null {
  const { type, minimum: min, maximum, exclusiveMaximum } = schema
  if (schema.const !== undefined) return null
  if (schema.enum) return { name, kind: 'choice', values: schema.enum }
  if (type === 'boolean') return { name, kind: 'switch' }
  if (type === 'integer' || type === 'number')
    return { name, kind: 'number', min, max: maximum ?? exclusiveMaximum, isWhole: type === 'integer' }
  if (type === 'array') {
    const one = schema.prefixItems?.[0] ?? (schema.items || {})
    return { name, kind: 'list', ofNumbers: one.type !== 'string' }
  }
  // Amounts are numbers; what a panel said in the round before is no field either.
  return schema.additionalProperties && !schema.additionalProperties.properties ? { name, kind: 'amounts' } : null
}

/** The usual values of a method. */
export const usualParameters = (method: MethodId, own: Parameters = {}): Parameters =>
  methodOf(method).parameters.parse(own)

/** May a vote be opened with these? */
export const areValid = (method: MethodId, parameters: Parameters): boolean =>
  methodOf(method).parameters.safeParse(parameters).success

/** "importance, urgency" or "3, 2, 1" as a list; what is no number among numbers makes the list invalid, not shorter. */
export const readList = (text: string, ofNumbers: boolean): (string | number)[] =>
  text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (ofNumbers ? Number(part) : part))
