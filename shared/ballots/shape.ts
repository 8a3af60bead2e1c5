import type { z } from 'zod'

/** How the items of a ballot are named: `i12` in a session, anything in a file that comes from elsewhere. */
export type ItemName = z.ZodType<string, string>
