/** Halves a join code for the eye: 482917 reads as 482 917. */
export function codeGroups(code: string): [string, string] {
  const half = Math.ceil(code.length / 2)
  return [code.slice(0, half), code.slice(half)]
}

/** What was typed or pasted as the digits of a code: spaces and dashes fall away, full-width digits count. */
export function codeDigits(typed: string, length: number): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, length)
}
