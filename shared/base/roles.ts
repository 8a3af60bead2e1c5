import { z } from 'zod'

/** Roles of accounts. Residents have none. */
export const AccountRole = z.enum(['admin', 'staff', 'facilitator'])
export type AccountRole = z.infer<typeof AccountRole>

/** Everybody who can ask for something: an account, a session link, a seat, or nobody in particular. */
export type Role = AccountRole | 'coFacilitator' | 'projector' | 'participant' | 'anyone'
