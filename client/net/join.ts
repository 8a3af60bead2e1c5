import type { AnswerOf, BodyIn } from '../../shared/protocol/http.ts'
import { readReply, unreachable, type Reply } from './answers.ts'

// The path stands here once more, because the table of operations brings the schema library along.
const JOIN = '/api/v1/join'
// A crowd at the door is let in by turns: who gives up goes to the end of the queue.
const timeoutMs = 42_000

export type Seat = AnswerOf<'join'>

/** Take a seat. Sending the same seat again is safe: it stays one seat. */
export async function join(body: BodyIn<'join'>, language: string): Promise<Reply<Seat>> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), timeoutMs)
  try {
    const response = await fetch(JOIN, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
      signal: patience.signal,
    })
    return await readReply<Seat>(response)
  } catch {
    return unreachable
  } finally {
    clearTimeout(timer)
  }
}
