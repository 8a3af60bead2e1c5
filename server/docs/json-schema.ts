import { z } from 'zod'

/** A JSON Schema as plain data. */
export type JsonSchema = z.core.JSONSchema.BaseSchema
export type Target = 'openapi-3.1' | 'draft-7'
/** Schemas that stand once in the document and are referred to from elsewhere. */
export interface Named {
  names: ReadonlyMap<z.ZodType, string>
  /** address of the collection, such as `#/components/schemas/` */
  at: string
}

export const namedBy = (schemas: Readonly<Record<string, z.ZodType>>, at: string): Named => ({
  names: new Map(Object.entries(schemas).map(([name, schema]) => [schema, name])),
  at,
})

const nothingNamed: Named = { names: new Map(), at: '' }

/**
 * The JSON Schema of a zod schema. `input` is what a sender may send (with defaults left out), `output` what a reader
 * gets. A schema with a transform has no output that JSON Schema can describe: its input stands for it.
 */
export function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  target: Target,
  named: Named = nothingNamed,
): JsonSchema {
  const made = z.toJSONSchema(schema, {
    target,
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: node, path }) {
      if (!(zodSchema instanceof z.ZodType)) return
      const name = path.length > 0 ? named.names.get(zodSchema) : undefined
      if (name !== undefined) replace(node, { $ref: `${named.at}${name}` })
      else if (io === 'output' && zodSchema instanceof z.ZodPipe && Object.keys(node).length === 0) {
        replace(node, jsonSchema(zodSchema.in as z.ZodType, 'input', target))
      }
    },
  })
  const { $schema: _, ...rest } = made
  return rest
}

function replace(node: object, by: object): void {
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key)
  Object.assign(node, by)
}
