import { h, type FunctionalComponent, type VNodeChild } from 'vue'
import { linkPattern, type Block, type Inline, type ListItem, type RichText } from '../../shared/activities/rich-text.ts'

/** A note as it reads. Elements are made one by one from the document's parts: no text ever becomes markup. */
export const RichWords: FunctionalComponent<{ document: RichText }> = ({ document }) =>
  h('div', { class: 'rich' }, document.content.map(block))

function block(part: Block | ListItem): VNodeChild {
  if (part.type === 'paragraph') return h('p', part.content?.map(inline))
  return h({ bulletList: 'ul', orderedList: 'ol', listItem: 'li' }[part.type], part.content.map(block))
}

const inline = (part: Inline): VNodeChild =>
  part.type === 'hardBreak' ? h('br') : (part.marks ?? []).reduce<VNodeChild>(marked, part.text)

type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number]

function marked(words: VNodeChild, mark: Mark): VNodeChild {
  if (mark.type !== 'link') return h(mark.type === 'bold' ? 'strong' : 'em', [words])
  return linkPattern.test(mark.attrs.href)
    ? h('a', { href: mark.attrs.href, target: '_blank', rel: 'noopener noreferrer' }, [words])
    : words
}
