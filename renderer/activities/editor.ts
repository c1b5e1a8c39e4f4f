import type { AnyExtension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Placeholder, UndoRedo } from '@tiptap/extensions'
import { linkPattern } from '../../shared/activities/rich-text.ts'

/** Ctrl+Enter saves: only Shift+Enter breaks a line. */
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
  },
})

/** Links come by typing or pasting an address; in an editor a click places the cursor. */
const SafeLink = Link.configure({ autolink: true, linkOnPaste: true, openOnClick: false, isAllowedUri: uri => linkPattern.test(uri ?? '') })

/** What a note can hold, and nothing else: whatever is pasted is read by these and falls apart into them. */
export const extensions = (placeholder: string): AnyExtension[] => [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  SafeLink,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  LineBreak,
  UndoRedo,
  Placeholder.configure({ placeholder }),
]
