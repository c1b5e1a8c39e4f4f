/** What XML 1.0 has no place for, not even escaped; halves of characters among them. */
const forbidden = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as an e-invoice can hold it. */
export const cleanText = (text: string) => text.replace(/\r\n?/g, '\n').replace(forbidden, '').trim()

/** The same in one line. */
export const cleanLine = (text: string) =>
  cleanText(text)
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
