import { isDecimal } from './decimal.ts'
import type { XmlElement } from './xml.ts'

const missing: XmlElement = { name: '', attributes: {}, children: [], text: '' }

/** Down a way of names, the first of each; an empty element where it leads nowhere. */
export const at = (element: XmlElement, ...way: readonly string[]): XmlElement =>
  way.reduce((here, name) => here.children.find(child => child.name === name) ?? missing, element)

export const all = (element: XmlElement, name: string) => element.children.filter(child => child.name === name)

export const textAt = (element: XmlElement, ...way: readonly string[]) => at(element, ...way).text.trim()

/** The texts of all of this name, one below the other. */
export const textsAt = (element: XmlElement, name: string, ...way: readonly string[]) =>
  all(element, name)
    .map(child => textAt(child, ...way))
    .filter(Boolean)
    .join('\n')

/** As it was written; what is no number is as good as missing. */
export function decimalAt(element: XmlElement, ...way: readonly string[]) {
  const text = textAt(element, ...way)
  return isDecimal(text) ? text : ''
}
