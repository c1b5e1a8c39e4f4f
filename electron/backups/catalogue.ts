import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { KnownFailure, Manifest } from '../../shared/backups/model.ts'
import { Instant } from '../../shared/time.ts'
import { readFacts, writeFacts } from '../files/small-file.ts'

const Entry = z.object({
  id: z.string(),
  bytes: z.int(),
  isEncrypted: z.boolean(),
  manifest: Manifest,
  /** When it was last read whole and found to be what it was. */
  verifiedAt: Instant.nullable(),
  failure: KnownFailure.nullable(),
})
export type Entry = z.infer<typeof Entry>

const Attempt = z.object({ at: Instant, failure: KnownFailure.nullable() })

const Catalogue = z.object({
  /** Tells this data folder's backups from others' in the same place. */
  source: z.string(),
  made: z.int(),
  entries: z.array(Entry),
  /** How the last attempt to make one went, here and in each other place. */
  last: Attempt.nullable(),
  places: z.record(z.string(), Attempt),
  /** The mark of the newest one; null where it cannot be told whether anything has changed since. */
  mark: z.string().nullable(),
  restored: z.object({ at: Instant, from: z.string(), safety: z.string().nullable(), missingFiles: z.int() }).nullable(),
})
export type Catalogue = z.infer<typeof Catalogue>

export const backupFolder = (dataFolder: string) => join(dataFolder, 'backups')
const fileIn = (dataFolder: string) => join(backupFolder(dataFolder), 'catalogue.json')

/**
 * What is known of the backups: it lies beside the database, for it has to be there when that is not. Where it is lost, the
 * backups tell it again, one by one as they are read.
 */
export const catalogueOf = (dataFolder: string) =>
  readFacts(fileIn(dataFolder), Catalogue, {
    ...{ source: randomUUID(), made: 0, entries: [], last: null, places: {}, mark: null, restored: null },
  })

export function changeCatalogue(dataFolder: string, change: (catalogue: Catalogue) => Partial<Catalogue>) {
  const before = catalogueOf(dataFolder)
  writeFacts(fileIn(dataFolder), { ...before, ...change(before) })
}

/** In the place of what was known of the same one. */
export const noteEntry = (dataFolder: string, entry: Entry) =>
  changeCatalogue(dataFolder, ({ entries }) => ({ entries: [...entries.filter(({ id }) => id !== entry.id), entry] }))
