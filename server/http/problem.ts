import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Refusal } from '../../shared/base/outcome.ts'
import { refusals } from '../../shared/base/refusals.ts'
import type { SayRefusal } from '../../shared/i18n/refusal-text.ts'
import type { Problem } from '../../shared/protocol/http.ts'

/** The language that a reader asked for first, as two or three letters; what is not spoken here is answered in Korean. */
export const languageOf = (request: Request): string =>
  /^[a-z]{2,3}/i.exec(request.headers['accept-language'] ?? '')?.[0].toLowerCase() ?? 'ko'

/** Answer with a refusal, as RFC 9457 has it. `errors` names the places of a body that do not fit. */
export function sendProblem(
  request: Request,
  response: Response,
  refusal: Refusal,
  say: SayRefusal,
  errors?: Problem['errors'],
): void {
  const { status, retry } = refusals[refusal.refusal]
  const problem: Problem = {
    type: `urn:madang:problem:${refusal.refusal}`,
    title: refusal.refusal.replaceAll('_', ' '),
    status,
    code: refusal.refusal,
    detail: say(refusal, languageOf(request)),
    retryable: retry,
    ...(errors && errors.length > 0 && { errors }),
  }
  response.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Where a body does not fit, without a word of what was sent. */
export const placesOf = (error: z.ZodError): NonNullable<Problem['errors']> =>
  error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }))
