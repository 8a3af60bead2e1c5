import { z } from 'zod'

/** An id made by the client: 8 to 64 characters that are safe in a key and in an address. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
/** A short id inside one session: `a1` is an activity, `i12` an issue, `n7` a note, `q2` a question, `p3` a seat. */
export const ActivityId = z.string().regex(/^a[0-9]{1,4}$/)
export const IssueId = z.string().regex(/^i[0-9]{1,6}$/)
export const NoteId = z.string().regex(/^n[0-9]{1,6}$/)
export const QuestionId = z.string().regex(/^q[0-9]{1,3}$/)
/** `c3` is a code of a codebook, `t2` a theme. */
export const CodeId = z.string().regex(/^c[0-9]{1,4}$/)
export const ThemeId = z.string().regex(/^t[0-9]{1,4}$/)
/** A response to an open question. */
export const ResponseId = z.string().regex(/^r[0-9]{1,6}$/)
export const SeatId = z.string().regex(/^p[0-9]{1,6}$/)
/** A bone of a fishbone diagram: a group of causes. */
export const CategoryId = z.string().regex(/^c[0-9]{1,4}$/)
/** A durable thing: plan, stage, field, session, task, account. A rehearsal's session id is one too. */
export const Uuid = z.uuid()
/** A secret that opens a seat or a door: 128 bits or more, made by a CSPRNG, URL-safe. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{21,64}$/)
/** SHA-256 as lower-case hex. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)
/** Milliseconds since 1970, UTC. */
export const EpochMs = z.int().min(0)

export type ActivityId = z.infer<typeof ActivityId>
export type IssueId = z.infer<typeof IssueId>
export type NoteId = z.infer<typeof NoteId>
export type QuestionId = z.infer<typeof QuestionId>
export type CodeId = z.infer<typeof CodeId>
export type ThemeId = z.infer<typeof ThemeId>
export type SeatId = z.infer<typeof SeatId>
