import type { HallKey } from '../ko/hall.ts'
import { common } from './common.ts'

const hall: Record<HallKey, string> = {}

export default { ...common, ...hall }
