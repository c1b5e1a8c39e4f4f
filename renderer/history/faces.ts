import { ArchiveRestore, Ban, BellOff, BellRing, CalendarCheck, CalendarClock, CalendarPlus, CalendarX, Circle, CopyCheck, Download, FileCheck, FilePen, FileX, Filter, Gift, Handshake, Image, Link2, ListChecks, ListTodo, ListX, Lock, Mail, Paperclip, Pencil, Phone, Pin, PinOff, Redo2, RefreshCw, RefreshCwOff, Settings, SquareKanban, Star, StickyNote, Store, Tag, Tags, Trash2, Trophy, Undo2, Unlink2, UserPlus, Wallet } from '@lucide/vue'
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
  contactsBroughtBack: { icon: ArchiveRestore, tone: 'green' },
  ...sameFace(['contactsMerged', 'certainDuplicatesMerged', 'contactUnmerged', 'duplicatesDismissed'], { icon: CopyCheck, tone: 'violet' }),
  ...sameFace(['visitBooked', 'visitsBooked', 'visitBookedAgain', 'visitRepeated', 'timeBlocked', 'calendarImported'], {
    icon: CalendarPlus,
    tone: 'green',
  }),
  ...sameFace(['visitChanged', 'visitsChanged', 'visitMoved', 'visitsMoved', 'waitingAdded', 'waitingChanged', 'holeCallNoted'], {
    icon: CalendarClock,
    tone: 'blue',
  }),
  ...sameFace(['visitConfirmed', 'visitArrived', 'visitInService', 'visitDone'], { icon: CalendarCheck, tone: 'green' }),
  ...sameFace(['taskCreated', 'taskChanged', 'taskSnoozed', 'tasksMoved', 'todaySnoozed'], { icon: ListTodo, tone: 'blue' }),
  ...sameFace(['taskCompleted', 'todayDone'], { icon: ListChecks, tone: 'green' }),
  taskReopened: { icon: ListTodo, tone: 'amber' },
  tasksRemoved: { icon: ListX, tone: 'rose' },
  ...sameFace(['visitCancelled', 'visitsCancelled', 'visitNoShow', 'waitingRemoved'], { icon: CalendarX, tone: 'rose' }),
  ...sameFace(['quoteDrafted', 'invoiceDrafted', 'depositDrafted', 'invoiceFromQuote'], { icon: FilePen, tone: 'blue' }),
  ...sameFace(['quoteChanged', 'invoiceChanged', 'depositChanged', 'quoteReopened'], { icon: FilePen, tone: 'blue' }),
  ...sameFace(['quoteDiscarded', 'invoiceDiscarded', 'depositDiscarded', 'quoteDeclined'], { icon: FileX, tone: 'rose' }),
  ...sameFace(['quoteIssued', 'invoiceIssued', 'depositIssued', 'quoteAccepted', 'demoBooksFilled'], { icon: FileCheck, tone: 'green' }),
  ...sameFace(['subscriptionCreated', 'subscriptionResumed'], { icon: RefreshCw, tone: 'green' }),
  ...sameFace(['subscriptionChanged', 'recurringInvoiceDrafted'], { icon: RefreshCw, tone: 'blue' }),
  ...sameFace(['subscriptionPaused', 'subscriptionEnded'], { icon: RefreshCwOff, tone: 'amber' }),
  recurringInvoiceIssued: { icon: FileCheck, tone: 'green' },
  creditNoteIssued: { icon: FileCheck, tone: 'amber' },
  ...sameFace(['paymentRecorded', 'paymentSettled', 'checkedOut', 'cashPaidIn'], { icon: Wallet, tone: 'green' }),
  ...sameFace(['paymentRefunded', 'cashPaidOut'], { icon: Wallet, tone: 'amber' }),
  ...sameFace(['reminderSent', 'remindersSent'], { icon: BellRing, tone: 'amber' }),
  ...sameFace(['remindersPaused', 'remindersStopped'], { icon: BellOff, tone: 'rose' }),
  ...sameFace(['remindersGoOn', 'remindersAllowed'], { icon: BellRing, tone: 'green' }),
  reminderCharged: { icon: FilePen, tone: 'blue' },
  ...sameFace(['programmeCreated', 'programmeBack', 'rewardCreated', 'rewardBack', 'pointsGiven', 'pointsGivenBack'], {
    icon: Star,
    tone: 'green',
  }),
  ...sameFace(['programmeChanged', 'rewardChanged', 'pointsRedeemed'], { icon: Star, tone: 'blue' }),
  ...sameFace(['programmeEnded', 'rewardArchived', 'pointsTaken', 'pointsLapsed'], { icon: Star, tone: 'rose' }),
  ...sameFace(['voucherChanged', 'packageCreated', 'packageChanged', 'packageBack'], { icon: Gift, tone: 'blue' }),
  ...sameFace(['voucherUnblocked'], { icon: Gift, tone: 'green' }),
  ...sameFace(['voucherBlocked', 'voucherWrittenOff', 'vouchersWrittenOff', 'packageArchived'], { icon: Gift, tone: 'rose' }),
  voucherSettingsChanged: { icon: Settings, tone: 'quiet' },
  drawerClosed: { icon: Lock, tone: 'quiet' },
  ...sameFace(['dealCreated', 'dealsAdded', 'dealReopened'], { icon: SquareKanban, tone: 'green' }),
  ...sameFace(['dealChanged', 'dealMoved', 'dealQuoted', 'dealInvoiced'], { icon: SquareKanban, tone: 'blue' }),
  dealWon: { icon: Trophy, tone: 'green' },
  ...sameFace(['dealLost', 'dealRemoved'], { icon: SquareKanban, tone: 'rose' }),
  ...sameFace(['pipelineCreated', 'pipelineChanged', 'pipelineArchived', 'pipelineBack', 'dealSettingsChanged'], {
    icon: Settings,
    tone: 'quiet',
  }),
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
  ...sameFace(['settingsChanged', 'dunningChanged'], { icon: Settings, tone: 'quiet' }),
  undone: { icon: Undo2, tone: 'amber' },
  redone: { icon: Redo2, tone: 'amber' },
}

/** How a line of the history looks, by what it says. */
export const faceOf = (text: string): Face => faces[text] ?? { icon: Circle, tone: 'quiet' }
