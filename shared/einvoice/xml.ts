/** An element, as it is written with its prefix, or as it was read without. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }
/** What has nothing in it is left out: no e-invoice may have empty elements. */
type Part = XmlElement | null | readonly Part[]

type Attributes = Record<string, string>

export const leaf = (name: string, text: string, attributes: Attributes = {}): XmlElement | null =>
  text === '' ? null : { name, attributes: given(attributes), children: [], text }

export function branch(name: string, ...parts: Part[]): XmlElement | null {
  const children = flat(parts)
  return children.length === 0 ? null : { name, attributes: {}, children, text: '' }
}

/** One that the schema asks for even where nothing is in it. */
export const required = (name: string, ...parts: Part[]): XmlElement => ({ name, attributes: {}, children: flat(parts), text: '' })

const flat = (parts: readonly Part[]): XmlElement[] =>
  parts.flatMap(part => (Array.isArray(part) ? flat(part) : part === null ? [] : [part as XmlElement]))

const given = (attributes: Attributes) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''))

export const xmlText = (root: XmlElement, namespaces: Attributes) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written({ ...root, attributes: { ...namespaces, ...root.attributes } }, '')}`

function written({ name, attributes, children, text }: XmlElement, indent: string): string {
  const opened = `${indent}<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')}`
  if (children.length > 0) return `${opened}>\n${children.map(child => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`
  return text === '' ? `${opened}/>\n` : `${opened}>${escaped(text)}</${name}>\n`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string) => text.replace(/[&<>"]/g, character => entities[character]!)
