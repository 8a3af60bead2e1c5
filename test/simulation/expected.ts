/** How often each kind of thing has to happen, at the least, in 2,000 worlds. */
export const expected: Record<string, number> = {}
