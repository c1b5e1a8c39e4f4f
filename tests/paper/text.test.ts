import { describe, expect, it } from 'vitest'
import { letterOf } from '../../electron/paper/letter.ts'
import { pdfOf } from '../../electron/paper/pdf.ts'
import { inVisualOrder } from '../../electron/paper/direction.ts'
import { linesOf, printable, runsOf, widthOf, widthOfRuns } from '../../electron/paper/text.ts'
import { paperOf } from '../../shared/paper/paper.ts'
import { aBuyer, aDocument, aLine, aLook } from './documents.ts'
import { readPdf } from './read-pdf.ts'

const style = { size: 10, colour: '#000000' }

describe('texts that people type', () => {
  it('are written by a font that has their letters', () => {
    expect(runsOf('Żółć Ağrı Đặng Жінка Κηφισιά 12 €')).toEqual([{ text: 'Żółć Ağrı Đặng Жінка Κηφισιά 12 €', face: 'Inter' }])
    expect(runsOf('Ana 👨‍👩‍👧 ❤️')).toEqual([
      { text: 'Ana ', face: 'Inter' },
      { text: '👨‍👩‍👧', face: 'NotoEmoji' },
      { text: ' ❤', face: 'Inter' },
    ])
    expect(runsOf('דוד').map(({ face }) => face)).toEqual(['NotoSansHebrew'])
    expect(runsOf('علي').map(({ face }) => face)).toEqual(['NotoSansArabic'])
  })

  it('show a box for a letter that no font here has', () => {
    expect(runsOf('東 X')).toEqual([{ text: '□ X', face: 'Inter' }])
  })

  it('run to the left where their letters do, with numbers and brackets as they are read', () => {
    expect(inVisualOrder('Anna Petersen (VIP)')).toEqual(['Anna Petersen (VIP)'])
    expect(inVisualOrder('דוד כהן 12 (VIP)').join('')).toBe('(VIP) 12 כהן דוד')
    expect(inVisualOrder('Haus דוד כהן').join('')).toBe('Haus כהן דוד')
  })

  it('lose what cannot be printed, and keep their lines', () => {
    expect(printable('a\u0000b\u0007\u202ec\td\r\ne\ud800f\rg\u200b')).toEqual(['abc d', 'ef', 'g'])
    expect(printable('Zo\u0308e')).toEqual(['Zöe'])
  })

  it('break between words, and inside those that are wider than the column', () => {
    expect(linesOf('one two three', style, 40)).toEqual(['one two', 'three'])
    expect(linesOf('2026-0042 Haar-Pflege', style, 60)).toEqual(['2026-0042', 'Haar-Pflege'])
    expect(linesOf('Haar-Pflegeset', style, 50)).toEqual(['Haar-', 'Pflegeset'])
    const lines = linesOf('W'.repeat(100), style, 100)
    expect(lines.join('')).toBe('W'.repeat(100))
    expect(Math.max(...lines.map(line => widthOf(line, style)))).toBeLessThanOrEqual(100)
    expect(linesOf('', style, 100)).toEqual([''])
  })

  it('stay inside the margins, however long they are', () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4)
    const document = aDocument({
      ...{
        number: `R-${'0'.repeat(38)}`,
        title: long,
        header: long,
        footer: long,
        buyer: aBuyer({ name: long, person: 'W'.repeat(150), vatId: long.slice(0, 30) }),
      },
      lines: [
        aLine({
          name: long,
          description: long,
          price: 100_000_000_000,
          quantity: 1_000_000,
          discount: { kind: 'amount', amount: 1_000_000_000 },
        }),
      ],
    })
    const { width, sheets } = letterOf(
      paperOf(document, aLook(), key => key),
      aLook(),
      key => key,
    )
    const ends = sheets.flat().map(mark => (mark.kind === 'text' ? mark.x + widthOfRuns(mark.runs, mark.style) : 0))
    expect(Math.max(...ends)).toBeLessThan(width - 40)
  })

  it('make a PDF whatever they are', async () => {
    const name = '\u0000محمد علي 2026 (VIP) 👍🏽 दिल्ली 東京 \ud800 a\u0301'
    const document = aDocument({
      buyer: aBuyer({ name, person: '\u202eevil' }),
      lines: [aLine({ name, description: `${name}\n${name}` })],
      title: name,
    })
    const [page] = await readPdf((await pdfOf(document, aLook())).bytes)
    expect(page!.lines).toContain('evil')
    expect(page!.lines.some(line => line.includes('2026 ') && line.includes('(VIP)'))).toBe(true)
  })
})
