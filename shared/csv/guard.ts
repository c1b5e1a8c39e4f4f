/** How a spreadsheet recognises a formula, also behind the apostrophe that keeps it from doing so. */
const formula = /^'*[=+\-@\t\r]/

/** Keeps a spreadsheet from running a cell as a formula. An import takes the apostrophe off again. */
export const guardText = (text: string) => (formula.test(text) ? `'${text}` : text)

/** For cells that an import tidies up (`mailto:`, several values in one): behind an apostrophe it takes them as they stand. */
export const guardValue = (text: string, readBack: (cell: string) => string | readonly string[]) =>
  text !== '' && (text.startsWith("'") || formula.test(text) || String(readBack(text)) !== text || readBack(text).length === 0)
    ? `'${text}`
    : text
