import type { JsonSchema } from './json-schema.ts'

/** One member of a message, as a reader looks it up. */
export interface Field {
  /** `view.step.cards[].title`; the name of a variant in ‹ › */
  path: string
  type: string
  limits: string
  isRequired: boolean
  description: string
}
/** One form that a message can have, with the word that tells it from the others. */
export interface Form {
  name: string
  fields: Field[]
}

/** The forms of a message: one, or one for each member of a union. */
export function formsOf(schema: JsonSchema): Form[] {
  const variants = variantsOf(schema)
  if (variants.length < 2) return [{ name: '', fields: members(schema, '') }]
  return variants.flatMap((variant, i) =>
    variantsOf(variant).length > 1
      ? formsOf(variant)
      : [{ name: variantName(variant, i), fields: members(variant, '') }],
  )
}

function members(schema: JsonSchema, prefix: string): Field[] {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const node = asSchema(member)
    const path = `${prefix}${name}`
    const own = field(node, path, required.has(name))
    return [own, ...below(node, path)]
  })
}

/** What is inside a member: of an object, of an array's items, of each variant of a union. */
function below(schema: JsonSchema, path: string): Field[] {
  if (schema.type === 'array') return below(asSchema(schema.items), `${path}[]`)
  const variants = variantsOf(schema)
  if (variants.length === 0) return members(schema, `${path}.`)
  const [only] = variants
  if (only && variants.length === 1) return below(only, path)
  return variants.flatMap((variant, i) => below(variant, `${path}‹${variantName(variant, i)}›`))
}

const field = (schema: JsonSchema, path: string, isRequired: boolean): Field => ({
  path,
  type: typeText(schema),
  limits: limitsText(schema),
  isRequired,
  description: schema.description ?? '',
})

const asSchema = (node: unknown): JsonSchema => (typeof node === 'object' && node !== null ? (node as JsonSchema) : {})
const isNull = (schema: JsonSchema): boolean => schema.type === 'null'
const alternatives = (schema: JsonSchema): JsonSchema[] => (schema.anyOf ?? schema.oneOf ?? []).map(asSchema)
/** The members of a union, without null. */
const variantsOf = (schema: JsonSchema): JsonSchema[] => alternatives(schema).filter((variant) => !isNull(variant))

/** What tells a variant from the others: its constant members, else what it must have. */
function variantName(schema: JsonSchema, index: number): string {
  const inner = variantsOf(schema)
  if (inner[0] && inner.length > 0) return inner.map(variantName).join(' | ')
  const constants = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const value = asSchema(member).const
    return value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`]
  })
  if (constants.length > 0) return constants.join(', ')
  const names = schema.required?.filter((name) => name !== 'v') ?? []
  return names.length > 0 ? names.join(', ') : (refName(schema) ?? String(index + 1))
}

const refName = (schema: JsonSchema): string | undefined => schema.$ref?.split('/').at(-1)

/** The kind of value, in words. */
export function typeText(schema: JsonSchema): string {
  const name = refName(schema)
  if (name !== undefined) return name
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const all = alternatives(schema)
  if (all.length > 0) return [...new Set(all.map(typeText))].join(' or ')
  if (schema.type === 'array') return `array of ${typeText(asSchema(schema.items))}`
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
    return `map to ${typeText(schema.additionalProperties)}`
  }
  const type: unknown = schema.type
  return Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'any'
}

function limitsText(schema: JsonSchema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, format } = schema
  const variants = variantsOf(schema)
  const inner = variants[0] && variants.length === 1 ? limitsText(variants[0]) : ''
  const each = typeof schema.additionalProperties === 'object' ? limitsText(schema.additionalProperties) : ''
  const own = [
    range(minimum, reallyMaximum(maximum), ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' entries'),
    // A format says it shorter than the pattern that goes with it.
    format ?? (pattern ? `/${pattern}/` : ''),
    schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`,
    inner,
    each === '' ? '' : `each ${each}`,
  ]
  return own.filter(Boolean).join(', ')
}

/** Every safe integer has this one: it is no limit. */
const reallyMaximum = (maximum: number | undefined): number | undefined =>
  maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum

function range(from: number | undefined, to: number | undefined, unit: string): string {
  if (from === undefined && to === undefined) return ''
  if (from !== undefined && to !== undefined) return from === to ? `${from}${unit}` : `${from} to ${to}${unit}`
  return from === undefined ? `at most ${to}${unit}` : from === Number.MIN_SAFE_INTEGER ? '' : `at least ${from}${unit}`
}
