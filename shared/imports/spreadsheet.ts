/** `BC12` stands in column 54, counted from 0. */
export function columnOf(reference: string) {
  let column = 0
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** A number is shown as a date by its format alone: by a known id, or by the letters of its code outside of quotes and colours. */
export const showsDates = (id: number, code: string | undefined) =>
  builtInDates.has(id) || (code !== undefined && /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, '')))

/** Days since the end of 1899, or since 1904, as a date and, where there is one, a time. */
export function dateOfSerial(serial: number, since1904: boolean) {
  const days = since1904 ? serial + 1462 : serial
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return null
  // The 29th of February 1900, which spreadsheets believe in, never was.
  const at = new Date(Math.round((days - (days < 60 ? 25_568 : 25_569)) * 86_400) * 1000).toISOString()
  return at.slice(11, 19) === '00:00:00' ? at.slice(0, 10) : `${at.slice(0, 10)} ${at.slice(11, 19)}`
}

/** `4.91761234567E+11` is a telephone number that a spreadsheet took for a large one. */
export const plainNumber = (text: string) => (/e/i.test(text) ? String(Number(text)) : text)
