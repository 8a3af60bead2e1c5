import type { PhoneKey } from '../ko/phone.ts'
import { common } from './common.ts'

const phone: Record<PhoneKey, string> = {}

export default { ...common, ...phone }
