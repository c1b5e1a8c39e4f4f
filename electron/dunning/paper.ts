import { distinctNames, fileName } from '../../shared/files/names.ts'
import { writeWhole } from '../files/whole-file.ts'
import { writeZip, type Entry } from '../files/zip-file.ts'
import type { JobContext } from '../handlers.ts'
import { shopOf } from '../invoices/shop.ts'
import { lookOf } from '../paper/logo.ts'
import { remindersOf } from './read.ts'

type Wanted = Readonly<{ ids: readonly number[]; out: string }>

/** Letters as they were sent, one after the other. */
export async function saveLetters({ ids, out }: Wanted, context: JobContext) {
  const { path } = context.destination(out)
  const { bytes, pages } = await (await writer(context))(await remindersOf(context.db, ids))
  await writeWhole(path, bytes)
  return { pages }
}

/** A file for each, to be sent one by one: named by what it is and whose. */
export async function saveEach({ ids, out }: Wanted, context: JobContext) {
  const { path } = context.destination(out)
  const reminders = await remindersOf(context.db, ids)
  const [write, named] = [await writer(context), distinctNames()]
  const sum = { pages: 0, files: 0 }
  async function* entries(): AsyncGenerator<Entry> {
    for (const reminder of reminders) {
      context.checkCancelled()
      const { bytes, pages } = await write([reminder])
      sum.pages += pages
      yield { path: named(fileName(`${reminder.title} ${reminder.recipient.name}`), '.pdf'), content: [bytes] }
      context.progress({ done: ++sum.files, total: reminders.length, perSecond: null })
    }
  }
  await writeZip(path, entries(), context.now())
  return sum
}

async function writer(context: JobContext) {
  const { invoicing } = await shopOf(context.db, context.now())
  const look = lookOf(invoicing, context)
  // What writes PDFs is large: whoever never asks for one does not wait for it.
  const { lettersOf } = await import('../paper/reminders.ts')
  return (reminders: Parameters<typeof lettersOf>[0]) => lettersOf(reminders, look)
}
