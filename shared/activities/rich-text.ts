import { z } from 'zod'

/**
 * What a note can hold: paragraphs and lists, with bold, italic and links. A document of named parts, never HTML: what is not
 * named here is refused at the door and cannot be shown. Shaped as the editor (ProseMirror) has it.
 */
const deepestList = 5
export const longestText = 20_000

export const linkPattern = /^(https?:\/\/|mailto:|tel:)[^\s<>"'`\\]{1,2000}$/i

const marks = z
  .array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('bold') }),
      z.strictObject({ type: z.literal('italic') }),
      z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string().regex(linkPattern, { error: 'linkInvalid' }) }) }),
    ]),
  )
  .max(3)
const Words = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(longestText, { error: 'tooLong' }),
  marks: marks.optional(),
})
const Break = z.strictObject({ type: z.literal('hardBreak') })
const Inline = z.discriminatedUnion('type', [Words, Break])
const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(Inline).max(2000, { error: 'tooMany' }).optional() })

export type Inline = z.infer<typeof Inline>
export type Paragraph = z.infer<typeof Paragraph>
export type List = { type: 'bulletList' | 'orderedList'; content: ListItem[] }
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] }
export type Block = Paragraph | List

const listAt = (depth: number): z.ZodType<List> =>
  z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(itemAt(depth)).min(1).max(500, { error: 'tooMany' }) })

const itemAt = (depth: number): z.ZodType<ListItem> => {
  const block: z.ZodType<Block> = depth === deepestList ? Paragraph : z.union([Paragraph, listAt(depth + 1)])
  return z.strictObject({ type: z.literal('listItem'), content: z.array(block).min(1).max(500, { error: 'tooMany' }) })
}

export const RichText = z
  .strictObject({ type: z.literal('doc'), content: z.array(z.union([Paragraph, listAt(1)])).max(2000, { error: 'tooMany' }) })
  .refine(doc => plainText(doc).length <= longestText, { error: 'noteTooLong' })
export type RichText = { type: 'doc'; content: Block[] }

export const noText: RichText = { type: 'doc', content: [] }

/** The words alone, a line for each paragraph. */
export const plainText = (doc: Pick<RichText, 'content'>): string => doc.content.map(linesOf).join('\n')

const linesOf = (block: Block | ListItem): string =>
  block.type === 'paragraph' ? (block.content ?? []).map(wordsOf).join('') : block.content.map(linesOf).join('\n')

const wordsOf = (part: Inline) => (part.type === 'text' ? part.text : '\n')

export const isBlank = (doc: RichText) => plainText(doc).trim() === ''

/** Lines of plain text as a document, one paragraph each. */
export function fromPlain(text: string): RichText {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n')
  return {
    type: 'doc',
    content: lines.map(line => ({ type: 'paragraph', ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }) })),
  }
}

/** An editor's or stranger's document with everything left out that a note cannot hold; deeper lists become paragraphs. */
export function cleaned(doc: unknown): RichText {
  const content = childrenOf(doc).flatMap(child => blocksOf(child, 1))
  while (content.length > 0 && isEmptyParagraph(content.at(-1)!)) content.pop()
  return { type: 'doc', content }
}

type Loose = { type?: unknown; text?: unknown; content?: unknown; marks?: unknown; attrs?: unknown }
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const childrenOf = (node: unknown): Loose[] => (isLoose(node) && Array.isArray(node.content) ? node.content.filter(isLoose) : [])
const isEmptyParagraph = (block: Block) => block.type === 'paragraph' && !block.content?.length

function blocksOf(node: Loose, depth: number): Block[] {
  if (node.type !== 'bulletList' && node.type !== 'orderedList') return [paragraphOf(node)]
  const items = childrenOf(node).map(item => childrenOf(item).flatMap(child => blocksOf(child, depth + 1)))
  if (depth > deepestList) return items.flat()
  const content = items.filter(blocks => blocks.length > 0).map(blocks => ({ type: 'listItem' as const, content: blocks }))
  return content.length > 0 ? [{ type: node.type, content }] : []
}

function paragraphOf(node: Loose): Paragraph {
  const content = childrenOf(node).flatMap(inlineOf)
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

function inlineOf(node: Loose): Inline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return childrenOf(node).flatMap(inlineOf)
  const kept = (Array.isArray(node.marks) ? node.marks : []).flatMap(markOf)
  return [{ type: 'text', text: node.text, ...(kept.length > 0 ? { marks: kept } : {}) }]
}

type Mark = z.infer<typeof marks>[number]

function markOf(mark: unknown): Mark[] {
  if (!isLoose(mark)) return []
  if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }]
  const href = mark.type === 'link' && isLoose(mark.attrs) && 'href' in mark.attrs ? mark.attrs.href : null
  return typeof href === 'string' && linkPattern.test(href) ? [{ type: 'link', attrs: { href } }] : []
}
