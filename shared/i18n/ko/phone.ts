import { common } from './common.ts'

const phone = {} as const
export type PhoneKey = keyof typeof phone

export default { ...common, ...phone }
