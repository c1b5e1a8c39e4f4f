import { SaxesParser } from 'saxes'
import { AppError } from '../../../shared/errors.ts'

export type Attributes = Readonly<Record<string, string>>
type Handlers = { open?(name: string, attributes: Attributes): void; close?(name: string): void; text?(text: string): void }

/** Elements by their names without prefixes: some programs write `x:row`. */
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Reads XML piece by piece. Knows no entities but XML's own, so that none can blow up. */
export function createXmlReader({ open, close, text }: Handlers) {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes))
  parser.on('closetag', ({ name }) => close?.(local(name)))
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  parser.on('doctype', () => {
    throw new AppError('invalid', 'fileBroken')
  })
  parser.on('error', cause => {
    throw new AppError('invalid', 'fileBroken', {}, { cause })
  })
  return {
    push: (piece: string) => void parser.write(piece),
    /** Complains of what is still open. */
    end: () => void parser.close(),
  }
}

export async function readXml(pieces: AsyncIterable<string>, handlers: Handlers) {
  const reader = createXmlReader(handlers)
  for await (const piece of pieces) reader.push(piece)
}
