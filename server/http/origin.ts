/**
 * Does a request with this `Origin` come from a page of ours? A browser always says where it comes from when it changes
 * something or opens a socket; programs that are no browsers say nothing, and carry no cookie by accident.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const asked = new URL(origin).host
  return asked === host || asked === new URL(publicUrl).host
}
