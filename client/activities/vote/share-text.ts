/** A share as a whole percentage; what is a little more than nothing is not shown as nothing. */
export function percent(share: number | null): string {
  if (share === null) return '–'
  const whole = Math.round(share * 100)
  return whole === 0 && share > 0 ? '<1%' : `${whole}%`
}
