/** How large a file may be, so that whatever is in it is answered within seconds. */
export const sizes = {
  /** some methods look at all triples of items */
  items: 2_000,
  /** JSON inside JSON; no file that we write goes deeper than 8 */
  nesting: 32,
  /** what a package may unpack to */
  bytes: 256 * 1024 * 1024,
} as const
