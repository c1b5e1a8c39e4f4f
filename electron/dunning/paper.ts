import { writeWhole } from '../files/whole-file.ts'
import type { JobContext } from '../handlers.ts'
import { shopOf } from '../invoices/shop.ts'
import { lookOf } from '../paper/logo.ts'
import { remindersOf } from './read.ts'

/** Letters as they were sent, one after the other. */
export async function saveLetters({ ids, out }: { ids: readonly number[]; out: string }, context: JobContext) {
  const { db, now } = context
  const { path } = context.destination(out)
  const { invoicing } = await shopOf(db, now())
  const reminders = await remindersOf(db, ids)
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const { lettersOf } = await import('../paper/reminders.ts')
  const { bytes, pages } = await lettersOf(reminders, lookOf(invoicing, context))
  await writeWhole(path, whole(bytes))
  return { pages }
}

async function* whole(bytes: Buffer) {
  yield bytes
}
