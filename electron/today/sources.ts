import type { Source } from './source.ts'
import { anniversarySource } from './sources/anniversaries.ts'
import { birthdaySource } from './sources/birthdays.ts'
import { dealSource } from './sources/deals.ts'
import { followUpSource } from './sources/follow-ups.ts'
import { invoiceSource } from './sources/invoices.ts'
import { quoteSource } from './sources/quotes.ts'
import { rhythmSource } from './sources/rhythm.ts'
import { taskSource } from './sources/tasks.ts'

/** All that a day is made of. */
export const sources: readonly Source[] = [
  ...[taskSource, followUpSource, dealSource, quoteSource, invoiceSource],
  ...[birthdaySource, anniversarySource, rhythmSource],
]
