/** Meetings are held in Korea: dates are written, typed and read in Seoul's time, wherever the browser stands. */
const zone = 'Asia/Seoul'
/** Without summer time since 1988; plans begin in 1990. */
const offset = '+09:00'

export interface DateAndTime {
  /** `2016-02-26`, as a date input has it */
  date: string
  /** `15:00` */
  time: string
}

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as the two inputs of a form show it. */
export function inSeoul(iso: string): DateAndTime {
  const found = Object.fromEntries(parts.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  return { date: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` }
}

/** The instant that was typed, or null while date or time is missing. */
export const fromSeoul = ({ date, time }: DateAndTime): string | null =>
  date && time ? `${date}T${time.slice(0, 5)}:00${offset}` : null

const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayText(iso: string, language: string): string {
  const [year = 0, month = 1, day = 1] = inSeoul(iso).date.split('-').map(Number)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  if (language !== 'ko') return `${weekdays.en[weekday]}, ${day} ${months[month - 1]} ${year}`
  return `${year}. ${month}. ${day}.(${weekdays.ko[weekday]})`
}

/** As Korean offices write it: `2016. 2. 26.(금) 15:00`; in other languages `Fri, 26 Feb 2016 15:00`. */
export const dateTimeText = (iso: string, language: string): string => `${dayText(iso, language)} ${inSeoul(iso).time}`

export const dateText = dayText

/** What the clock shows `minutes` after `time` (`15:00`); past midnight it begins again. */
export function clockAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const total = (hour * 60 + minute + Math.round(minutes)) % (24 * 60)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`
}
