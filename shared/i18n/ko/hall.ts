import { common } from './common.ts'

const hall = {} as const
export type HallKey = keyof typeof hall

export default { ...common, ...hall }
