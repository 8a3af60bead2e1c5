import { refuse } from '../../../shared/base/outcome.ts'
import type { Handlers, House } from '../call.ts'

export const joinHandlers = ({ live, limits, admission }: House): Handlers<'join'> => ({
  async join({ body: { seat, code, token }, address }) {
    if (!(await admission.enter(address))) return refuse('busy')
    if (token !== undefined) return live.join({ seat, token })
    if (code === undefined) return refuse('malformed')
    if (!(await limits.mayTryCode(address))) return refuse('code_limited')
    const joined = await live.join({ seat, code })
    if (!joined.ok && joined.refusal === 'code_unknown') await limits.codeWasWrong(address)
    return joined
  },
})
