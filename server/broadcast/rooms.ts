import type { LiveRole } from '../../shared/protocol/live.ts'

/** Socket rooms: all screens of one role in a session, and all screens of one seat. */
export const roleRoom = (session: string, role: LiveRole): string => `${session}/${role}`
export const seatRoom = (session: string, seat: string): string => `${session}/seat/${seat}`
