import { ArchiveRestore, Circle, Download, Pencil, Redo2, Settings, Store, Tag, Tags, Trash2, Undo2, UserPlus } from '@lucide/vue'
import type { Component } from 'vue'
import type { Tone } from '../ui/tones.ts'

type Face = { icon: Component; tone: Tone }

const faces: Readonly<Record<string, Face>> = {
  contactCreated: { icon: UserPlus, tone: 'green' },
  contactUpdated: { icon: Pencil, tone: 'blue' },
  contactsTrashed: { icon: Trash2, tone: 'rose' },
  contactsRestored: { icon: ArchiveRestore, tone: 'green' },
  contactsTagged: { icon: Tag, tone: 'violet' },
  contactsUntagged: { icon: Tags, tone: 'violet' },
  contactsImported: { icon: Download, tone: 'green' },
  demoFilled: { icon: Store, tone: 'green' },
  settingsChanged: { icon: Settings, tone: 'quiet' },
  undone: { icon: Undo2, tone: 'amber' },
  redone: { icon: Redo2, tone: 'amber' },
}

/** How a line of the history looks, by what it says. */
export const faceOf = (text: string): Face => faces[text] ?? { icon: Circle, tone: 'quiet' }
