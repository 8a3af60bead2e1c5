import { z } from 'zod'
import { ActivityId, ResponseId } from '../../base/ids.ts'
import { limits } from '../../base/limits.ts'
import { HideReason } from '../material.ts'

/* Lengths here only bound the work; what a person may write is counted in graphemes by cleanText. */
const text = z.string().max(limits.textBytes)

export const SubmitResponse = z
  .strictObject({ type: z.literal('submitResponse'), activity: ActivityId, text })
  .describe('Answer an open question in a few words.')
export const ReviseResponse = z
  .strictObject({ type: z.literal('reviseResponse'), response: ResponseId, text })
  .describe('Change the words of a response of one’s own, while the question is open.')
export const WithdrawResponse = z
  .strictObject({ type: z.literal('withdrawResponse'), response: ResponseId })
  .describe('Take back a response of one’s own, while the question is open.')
export const HideResponse = z
  .strictObject({ type: z.literal('hideResponse'), response: ResponseId, reason: HideReason })
  .describe('Take a response off every screen; its author sees the reason.')
export const ShowResponse = z
  .strictObject({ type: z.literal('showResponse'), response: ResponseId })
  .describe('Show a response again that was hidden.')

export const wordsCommands = [SubmitResponse, ReviseResponse, WithdrawResponse, HideResponse, ShowResponse] as const
export type WordsCommand = z.infer<(typeof wordsCommands)[number]>
