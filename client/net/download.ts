import type { OperationId } from '../../shared/protocol/http.ts'
import { readReply, unreachable, type Reply } from './answers.ts'
import { addressOf, languageSpoken, type CallInput } from './http.ts'

/** Call an operation whose answer is a file, and hand the file to the browser. Its name is the server's. */
export async function download<Id extends OperationId>(
  id: Id,
  input: CallInput<Id> & { body: { id: string } },
): Promise<Reply<true>> {
  const { params, body } = input as { params?: Record<string, string>; body: object }
  try {
    const response = await fetch(addressOf(id, { params }), {
      method: 'POST',
      headers: { 'accept-language': languageSpoken(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) return await readReply<true>(response)
    const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = decodeURIComponent(named)
    link.click()
    URL.revokeObjectURL(link.href)
    return { ok: true, value: true }
  } catch {
    return unreachable
  }
}
