import type { Own } from '../../../shared/protocol/live.ts'
import type { NotesView } from '../../../shared/session/views.ts'
import { forget, isRecord, recall, remember } from '../../net/storage.ts'

/** What a screen for notes held last: with it somebody goes on writing after a reload without a network. */
export interface KeptNotes {
  view: NotesView
  own: Own
  /** what the server's clock is ahead of this device's, ms */
  offsetMs: number
}

const keyOf = (scope: string) => `madang.notes.${scope}`
const isKept = (value: unknown): value is KeptNotes =>
  isRecord(value) &&
  typeof value.offsetMs === 'number' &&
  isRecord(value.view) &&
  Array.isArray(value.view.notes) &&
  isRecord(value.own) &&
  Array.isArray(value.own.privateNotes)

export const recallNotes = (scope: string): KeptNotes | null => recall(keyOf(scope), isKept)
export const keepNotes = (scope: string, kept: KeptNotes): void => remember(keyOf(scope), kept)
export const forgetNotes = (scope: string): void => forget(keyOf(scope))

/** Of a link's secret as much as tells two links on one device apart. */
export const scopeOf = (token: string): string => `link.${token.slice(0, 10)}`
