import { config } from 'zod'

/** The page's policy forbids making code from text; the schema library must not even try. Imported before any schema. */
config({ jitless: true })
