/**
 * The cookie of a sign-in. Over HTTPS its name begins with `__Host-`: no other host and no plain page can have set it.
 * In a hall over plain HTTP browsers refuse such a name. It ends with the browser; the sign-in itself ends by SQL.
 */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-madang' : 'madang')

export function cookieText(token: string, isSecure: boolean): string {
  return `${cookieName(isSecure)}=${token}; ${attributes(isSecure)}`
}

export function endedCookieText(isSecure: boolean): string {
  return `${cookieName(isSecure)}=; ${attributes(isSecure)}; Max-Age=0`
}

/** The sign-in's token in a `Cookie` header. Two cookies of one name are none: somebody has put one there. */
export function tokenIn(header: string | undefined, isSecure: boolean): string | null {
  const start = `${cookieName(isSecure)}=`
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(start))
    .map((part) => part.slice(start.length))
  const [token] = found
  return found.length === 1 && token && /^[A-Za-z0-9_-]{21,64}$/.test(token) ? token : null
}

const attributes = (isSecure: boolean): string => `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
