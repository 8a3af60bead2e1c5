const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Seoul',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
})

/** A time of day as it is said in the hall: `오후 3시 40분`, in other languages `15:40`. */
export function clockWords(at: number, language: string): string {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { hour = 0, minute = 0 } = found
  if (language !== 'ko') return `${hour}:${String(minute).padStart(2, '0')}`
  const words = `${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}시`
  return minute === 0 ? words : `${words} ${minute}분`
}
