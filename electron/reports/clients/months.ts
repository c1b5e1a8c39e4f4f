const digit = (text: string, place: number) => text.charCodeAt(place) - 48

/** The months before it since the year 0, of `2026-11` or a day in it, at a place of a text. Many are read: without making texts of them. */
export const monthNumber = (text: string, place = 0) =>
  (digit(text, place) * 1000 + digit(text, place + 1) * 100 + digit(text, place + 2) * 10 + digit(text, place + 3)) * 12 +
  digit(text, place + 5) * 10 +
  digit(text, place + 6) -
  1

/** Those of `2026-10,2026-11`, in no order. */
export function monthsIn(text: string) {
  const months: number[] = []
  for (let place = 0; place < text.length; place += 8) months.push(monthNumber(text, place))
  return months
}
