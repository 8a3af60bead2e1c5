import type { Texts } from '../../../shared/base/texts.ts'
import type { MethodId } from '../../../shared/methods/index.ts'
import { texts as bestWorst } from '../../../shared/methods/best-worst/texts.ts'
import { texts as bradleyTerry } from '../../../shared/methods/bradley-terry/texts.ts'
import { texts as stickers } from '../../../shared/methods/stickers/texts.ts'

/** The words of each voting method, without its counting, which no screen needs. */
export const methodTexts: Record<MethodId, { name: Texts; rule: Texts }> = {
  stickers,
  'bradley-terry': bradleyTerry,
  'best-worst': bestWorst,
}
