import { z } from 'zod'
import { CommandId, Uuid } from '../../base/ids.ts'

/** One operation of the HTTP API. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch'
  /** below /api/v1, with `:name` for parameters */
  path: string
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** schema of the JSON answer, or the content type of a file */
  answer: z.ZodType | string
}

/** The client's id of this command: the same id again gets the same answer and counts once. */
export const command = { id: CommandId }
export const byId = z.strictObject({ id: Uuid })
export const Name = z.string().trim().min(1).max(60)
export const Nothing = z.strictObject({ ok: z.literal(true) })
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
