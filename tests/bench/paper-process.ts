// What a worker has loaded before anybody asks for a PDF.
import '../../electron/paper/service.ts'
import type { Line } from '../../shared/invoices/line.ts'
import { aDocument, aLine, aLook } from '../paper/documents.ts'
import { times } from './times.ts'

export type PaperRun = { first: number; later: number[]; receipts: number[]; long: number[] }

const lines = (count: number): Line[] =>
  Array.from({ length: count }, (_line, index) =>
    aLine({
      name: `Service ${index + 1}`,
      description: 'by Jana, with a head massage',
      price: 1000 + 37 * index,
      basisPoints: index % 3 ? 1900 : 700,
    }),
  )

const usual = (turn: number) => aDocument({ lines: lines(8), number: `2026-${turn}`, footer: 'Thank you for your visit.' })

const startedAt = performance.now()
const { pdfOf, receiptOf } = await import('../../electron/paper/pdf.ts')
await pdfOf(usual(0), aLook())
const first = performance.now() - startedAt

const run: PaperRun = {
  first,
  later: await times(50, turn => pdfOf(usual(turn), aLook())),
  receipts: await times(20, turn => receiptOf(usual(turn), aLook())),
  long: await times(5, () => pdfOf(aDocument({ lines: lines(1000) }), aLook())),
}
process.stdout.write(JSON.stringify(run))
