import type { z } from 'zod'
import type { CalendarImport, EventPreview } from '../../shared/calendar/model.ts'
import type { Shop } from '../../shared/calendar/dates.ts'
import type { Context } from '../handlers.ts'
import { understand, type Understood } from './changes.ts'
import { createTally } from './counting.ts'
import { namesOf, timesOf, type Taken } from './overlaps.ts'
import { readCalendar } from './reading.ts'
import { shopFor } from './shop.ts'

type Wanted = z.output<typeof CalendarImport>
type Shown = Omit<EventPreview, 'overlap'> & Readonly<{ taken: Taken | null }>

/** So many are shown; all of them are counted. */
const eventsShown = 200

export async function previewCalendar({ file, staffId }: Wanted, context: Context) {
  const { db, now } = context
  const calendar = await readCalendar(context.file(file))
  const shop = await shopFor(db, now(), calendar.places)
  const beside = await timesOf(db, staffId, shop.now)
  const tally = createTally(calendar.problems)
  const shown: Shown[] = []
  let [total, overlaps] = [0, 0]
  const uids = calendar.events.keys()
  for await (const event of understand(db, calendar, shop)) {
    tally.add(event)
    if (event.entries.length > 0) total++
    const uid = uids.next().value!
    const taken = beside(event.changes)
    if (taken) overlaps++
    const preview = shown.length < eventsShown ? previewOf(uid, event, shop) : null
    if (preview) shown.push({ ...preview, taken })
  }
  const nameOf = await namesOf(
    db,
    shown.flatMap(({ taken }) => taken ?? []),
  )
  const events = shown.map(({ taken, ...event }) => ({
    ...event,
    overlap: taken && { kind: taken.kind, name: nameOf(taken), start: shop.clock.localOf(Date.parse(taken.startsAt)) },
  }))
  return { total, ...tally.result(), overlaps, events }
}

/** null where nothing of it takes place. */
function previewOf(uid: string, { entries, repeats, isKnown, changes }: Understood, { clock }: Shop) {
  const first = entries[0]
  if (!first) return null
  const [start, end] = [clock.localOf(first.start), clock.localOf(first.end)]
  return { uid, title: first.title, start, end, repeats, dates: entries.length, isKnown, changes: changes.length }
}
