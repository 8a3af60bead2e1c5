import { z } from 'zod'

/** Roles of accounts. Residents have none. */
export const AccountRole = z.enum(['admin', 'staff', 'facilitator'])
export type AccountRole = z.infer<typeof AccountRole>

/**
 * What a session's link makes of whoever opens it, without an account: facilitates with the others, shows the hall's
 * screen, writes notes, watches and notes for himself, helps people at the tables, or runs one table.
 */
export const LinkRole = z.enum(['coFacilitator', 'projector', 'noteTaker', 'observer', 'helper', 'tableFacilitator'])
export type LinkRole = z.infer<typeof LinkRole>

/** Everybody who can ask for something: an account, a session link, a seat, or nobody in particular. */
export type Role = AccountRole | LinkRole | 'participant' | 'anyone'
