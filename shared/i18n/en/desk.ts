import type { DeskKey } from '../ko/desk.ts'
import { common } from './common.ts'

const desk: Record<DeskKey, string> = {}

export default { ...common, ...desk }
