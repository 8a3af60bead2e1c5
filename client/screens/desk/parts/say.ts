import type { MessageKey, Values } from '../../../../shared/i18n/index.ts'

/** Says a text of the catalogue: the `t` of the language store. */
export type Say = (key: MessageKey, values?: Values) => string
