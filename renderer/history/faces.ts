import {
  ArchiveRestore,
  Ban,
  Circle,
  Download,
  Filter,
  Handshake,
  Image,
  Link2,
  Unlink2,
  Mail,
  Paperclip,
  Pencil,
  Phone,
  Pin,
  PinOff,
  Redo2,
  Settings,
  StickyNote,
  Store,
  Tag,
  Tags,
  Trash2,
  Undo2,
  UserPlus,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Tone } from '../ui/tones.ts'

type Face = { icon: Component; tone: Tone }

function sameFace(texts: readonly string[], face: Face) {
  return Object.fromEntries(texts.map(text => [text, face]))
}

const faces: Readonly<Record<string, Face>> = {
  contactCreated: { icon: UserPlus, tone: 'green' },
  contactUpdated: { icon: Pencil, tone: 'blue' },
  contactsTrashed: { icon: Trash2, tone: 'rose' },
  contactsRestored: { icon: ArchiveRestore, tone: 'green' },
  contactsBlocked: { icon: Ban, tone: 'red' },
  contactsUnblocked: { icon: Ban, tone: 'green' },
  contactsTagged: { icon: Tag, tone: 'violet' },
  contactsUntagged: { icon: Tags, tone: 'violet' },
  ...sameFace(['tagRenamed', 'tagColoured', 'tagMerged'], { icon: Tag, tone: 'violet' }),
  ...sameFace(['fieldCreated', 'fieldChanged', 'fieldArchived', 'fieldBack', 'fieldsReordered'], { icon: Settings, tone: 'quiet' }),
  ...sameFace(['segmentCreated', 'segmentChanged', 'segmentRenamed', 'segmentRemoved'], { icon: Filter, tone: 'blue' }),
  tagRemoved: { icon: Tags, tone: 'rose' },
  contactsImported: { icon: Download, tone: 'green' },
  demoFilled: { icon: Store, tone: 'green' },
  noteCreated: { icon: StickyNote, tone: 'amber' },
  callCreated: { icon: Phone, tone: 'blue' },
  emailCreated: { icon: Mail, tone: 'violet' },
  meetingCreated: { icon: Handshake, tone: 'green' },
  ...sameFace(['noteChanged', 'callChanged', 'emailChanged', 'meetingChanged'], { icon: Pencil, tone: 'blue' }),
  ...sameFace(['noteTrashed', 'callTrashed', 'emailTrashed', 'meetingTrashed'], { icon: Trash2, tone: 'rose' }),
  fileAttached: { icon: Paperclip, tone: 'blue' },
  fileTrashed: { icon: Trash2, tone: 'rose' },
  fileRestored: { icon: ArchiveRestore, tone: 'green' },
  ...sameFace(['pictureChosen', 'pictureDropped'], { icon: Image, tone: 'violet' }),
  relationAdded: { icon: Link2, tone: 'green' },
  relationRemoved: { icon: Unlink2, tone: 'rose' },
  activityRestored: { icon: ArchiveRestore, tone: 'green' },
  activityPinned: { icon: Pin, tone: 'amber' },
  activityUnpinned: { icon: PinOff, tone: 'quiet' },
  settingsChanged: { icon: Settings, tone: 'quiet' },
  undone: { icon: Undo2, tone: 'amber' },
  redone: { icon: Redo2, tone: 'amber' },
}

/** How a line of the history looks, by what it says. */
export const faceOf = (text: string): Face => faces[text] ?? { icon: Circle, tone: 'quiet' }
