/** Where to go after signing in: only a path of this site, never another address that somebody put into the link. */
export function nextPath(raw: unknown, origin: string): string {
  const fallback = '/desk'
  if (typeof raw !== 'string' || !/^\/(?![/\\])/.test(raw)) return fallback
  if (/[\u0000-\u001f\\]/.test(raw) || !URL.canParse(raw, origin)) return fallback
  const url = new URL(raw, origin)
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : fallback
}
