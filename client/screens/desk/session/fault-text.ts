import { limits } from '../../../../shared/base/limits.ts'
import type { Say } from '../parts/say.ts'
import type { FormFault } from './session-form.ts'

export const faultText = (fault: FormFault | undefined, t: Say): string | undefined =>
  fault && t(`fault.${fault}`, { max: limits.title })
