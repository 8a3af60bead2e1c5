import type { LiveRole } from '../../shared/protocol/live.ts'

/** Socket rooms: all screens of one role in a session, and all screens of one seat. */
export const roleRoom = (session: string, role: LiveRole): string => `${session}/${role}`
/** Whoever runs a table of this session. */
export const tablesRoom = (session: string): string => `${session}/tables`
export const seatRoom = (session: string, seat: string): string => `${session}/seat/${seat}`
