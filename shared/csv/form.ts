/** How a spreadsheet of the country reads a file that is opened by a double click: where a comma divides a number, a semicolon divides cells. */
export function spreadsheetFormOf(country: string) {
  const { language, region } = new Intl.Locale('und', { region: country }).maximize()
  const parts = new Intl.NumberFormat(`${language}-${region}`).formatToParts(1.5)
  const decimalMark = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
  return { decimalMark, delimiter: decimalMark === ',' ? ';' : ',', byteOrderMark: true } as const
}
