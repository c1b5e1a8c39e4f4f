import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Placed = { text: string; x: number; y: number }
export type Page = { width: number; height: number; texts: Placed[]; lines: string[] }

/** What stands on the pages, as a program that reads PDFs finds it: `y` from above. */
export async function readPdf(bytes: Uint8Array): Promise<Page[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const texts = items.flatMap(item =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: round(item.transform[4]), y: round(height - item.transform[5]) }]
        : [],
    )
    pages.push({ width: round(width), height: round(height), texts, lines: linesIn(texts) })
  }
  await task.destroy()
  return pages
}

const round = (points: number) => Math.round(points * 10) / 10

/** What stands at one height, from left to right. */
function linesIn(texts: readonly Placed[]) {
  const heights = [...new Set(texts.map(({ y }) => y))].sort((a, b) => a - b)
  return heights.map(height =>
    texts
      .filter(({ y }) => y === height)
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text.replaceAll('\u00a0', ' ').trim())
      .join(' | '),
  )
}
