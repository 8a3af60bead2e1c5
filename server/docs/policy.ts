/** Who may do what, by operation or command: told by whoever starts the documentation, so that it tells the truth. */
export type Policy = Readonly<Record<string, readonly string[]>>

/** A sentence about who may, or nothing where nobody said. */
export const whoMay = (policy: Policy, action: string): string => {
  const roles = policy[action]
  if (!roles) return ''
  return roles.includes('anyone') ? 'Open to anyone.' : `For: ${roles.join(', ')}.`
}
