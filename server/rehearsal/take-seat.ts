import { API, operations, Problem } from '../../shared/protocol/http.ts'
import type { Surroundings } from './connection.ts'
import { backOffMs } from './pace.ts'

/** Take a seat over HTTP, as a phone does: with a secret of its own, so that asking again gives the same seat. */
export async function takeSeat(
  around: Surroundings,
  code: string,
  seat: string,
  random: () => number,
): Promise<boolean> {
  const { clock, measured } = around
  const body = JSON.stringify({ seat, ...(/^[0-9]{6}$/.test(code) ? { code } : { token: code }) })
  for (let attempt = 0; !clock.isStopped; attempt += 1) {
    const answer = await post(`${around.url}${API}${operations.join.path}`, body)
    if (answer === 'seated') return true
    if (answer !== 'unreachable') {
      if (!answer.retryable) {
        measured.failed(`join ${answer.code}`)
        return false
      }
    }
    measured.triedAgain(answer === 'unreachable' ? 'unreachable' : answer.code)
    await clock.pause(backOffMs(attempt, random))
  }
  return false
}

async function post(
  url: string,
  body: string,
): Promise<'seated' | 'unreachable' | { code: string; retryable: boolean }> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const answer: unknown = await response.json()
    if (response.ok) return 'seated'
    const problem = Problem.safeParse(answer)
    return problem.success ? problem.data : { code: String(response.status), retryable: response.status >= 500 }
  } catch {
    return 'unreachable'
  }
}
