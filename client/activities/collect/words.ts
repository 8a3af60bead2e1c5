import type { Draft } from '../../stores/drafts.ts'

/** The part of an issue that its author writes. */
export const wordsOf = ({ text, detail, fieldId }: Draft): Draft => ({ text, detail, fieldId })
