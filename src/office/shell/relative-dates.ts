const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How far a moment is, in the page's language; undefined beyond a week, where the date says more. */
export function relative(at: Date, now: Date, language: string): string | undefined {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  if (Math.abs(seconds) > 7 * 86_400) return undefined
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  }
  return language === 'en' ? 'just now' : 'vừa xong'
}

/** Shows near times as "2 giờ trước" with the exact time on hover, and keeps them true while the page is open. */
export function showRelativeDates(): void {
  const show = (): void => {
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
      time.title ||= time.textContent ?? ''
      time.textContent = relative(new Date(time.dateTime), new Date(), document.documentElement.lang) ?? time.title
    }
  }
  show()
  setInterval(show, 60_000)
}
