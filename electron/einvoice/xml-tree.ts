import { AppError } from '../../shared/errors.ts'
import type { XmlElement } from '../../shared/einvoice/xml.ts'
import { createXmlReader } from '../imports/spreadsheet/xml.ts'

/** Far above any invoice: a thousand lines make some fifty thousand elements, at most twelve deep. */
const depthAtMost = 100
const elementsAtMost = 500_000

/** The tree of a file's elements. What declares entities, is nested without end or never ends is refused. */
export function readTree(bytes: Uint8Array): XmlElement {
  try {
    return treeOf(textOf(bytes))
  } catch (cause) {
    if (!(cause instanceof AppError || cause instanceof RangeError)) throw cause
    throw new AppError('invalid', 'noEInvoice', {}, { cause })
  }
}

function treeOf(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let elements = 0
  const reader = createXmlReader({
    open(name, attributes) {
      const element: XmlElement = { name, attributes: { ...attributes }, children: [], text: '' }
      if (++elements > elementsAtMost || open.push(element) > depthAtMost) throw new AppError('invalid', 'noEInvoice')
      open.at(-2)!.children.push(element)
    },
    close: () => void open.pop(),
    text: piece => void (open.at(-1)!.text += piece),
  })
  reader.push(xml)
  reader.end()
  return top.children[0] ?? top
}

/** As its first bytes say, or its declaration; UTF-8 where they say nothing. */
function textOf(bytes: Uint8Array) {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^\S*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  return new TextDecoder(marked ?? declared).decode(bytes)
}
