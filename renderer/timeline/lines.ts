import type { Component } from 'vue'
import type { TimelineSource } from '../../shared/timeline/model.ts'
import ActivityLine from '../activities/ActivityLine.vue'
import VisitLine from '../appointments/VisitLine.vue'
import AttachmentLine from '../attachments/AttachmentLine.vue'
import ReminderEntry from '../dunning/ReminderEntry.vue'
import DealStepLine from '../deals/DealStepLine.vue'
import DocumentLine from '../invoices/DocumentLine.vue'
import ChangeLine from './ChangeLine.vue'

/** How the entries of each source look: a component that takes `entry`, and stands in a TimelineLine. */
export const lines: Readonly<Record<TimelineSource, Component>> = {
  appointment: VisitLine,
  activity: ActivityLine,
  attachment: AttachmentLine,
  document: DocumentLine,
  reminder: ReminderEntry,
  deal: DealStepLine,
  change: ChangeLine,
}

/** A change in one of these is news for the timeline. */
export const tables = [
  'contact',
  'contactTag',
  'contactMerge',
  'activity',
  'attachment',
  'appointment',
  'appointmentService',
  'document',
  'reminder',
  'deal',
  'dealMove',
] as const
