import { common } from './common.ts'

const desk = {} as const
export type DeskKey = keyof typeof desk

export default { ...common, ...desk }
