/** What can be typed into a phone: the address without its scheme and secret. */
export function addressOf(joinUrl: string): string {
  try {
    return new URL(joinUrl).host
  } catch {
    return ''
  }
}

/** The code digit by digit, as a screen reader should say it. */
export const spokenCode = (code: string): string => [...code].join(' ')
