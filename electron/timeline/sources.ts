import { activitySource } from '../activities/timeline.ts'
import { appointmentSource } from '../appointments/timeline.ts'
import { attachmentSource } from '../attachments/timeline.ts'
import { dealSource } from '../deals/timeline.ts'
import { documentSource } from '../invoices/timeline.ts'
import { reminderSource } from '../dunning/timeline.ts'
import { changeSource } from './changes.ts'
import type { Source } from './source.ts'

/** All that a timeline shows. Of entries at the same moment, those of an earlier source come first. */
export const sources: readonly Source[] = [
  appointmentSource,
  documentSource,
  reminderSource,
  dealSource,
  activitySource,
  attachmentSource,
  changeSource,
]
