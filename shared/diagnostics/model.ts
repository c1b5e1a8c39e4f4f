import { z } from 'zod'
import { Counts } from '../backups/model.ts'
import { Instant } from '../time.ts'

export const clouds = ['OneDrive', 'Dropbox', 'iCloud', 'Google Drive', 'Nextcloud', 'pCloud', 'MEGA', 'Box'] as const
export type Cloud = (typeof clouds)[number]

/** Where the data lies: locks of a database are not to be trusted across a network, and a cloud's program takes files away while they are written. */
export const DataFolder = z.strictObject({
  path: z.string(),
  isNetwork: z.boolean(),
  cloud: z.enum(clouds).nullable(),
  freeBytes: z.int().nullable(),
})
export type DataFolder = Readonly<z.infer<typeof DataFolder>>

export const Versions = z.strictObject({
  app: z.string(),
  /** The version of the database's own format. */
  format: z.int(),
  sqlite: z.string(),
  node: z.string(),
  electron: z.string().nullable(),
  system: z.string(),
})

export const Sizes = z.strictObject({
  database: z.int(),
  /** The part of it that is free to be written anew. */
  free: z.int(),
  files: z.int(),
  backups: z.int(),
  logs: z.int(),
})
export type Sizes = Readonly<z.infer<typeof Sizes>>

export const Diagnostics = z.strictObject({
  folder: DataFolder,
  versions: Versions,
  sizes: Sizes,
  counts: Counts,
  backups: z.strictObject({
    count: z.int(),
    places: z.int(),
    newestAt: Instant.nullable(),
    verifiedAt: Instant.nullable(),
    failed: z.int(),
  }),
})
export type Diagnostics = Readonly<z.infer<typeof Diagnostics>>

export const LogLine = z.strictObject({ at: z.string(), level: z.enum(['error', 'info']), text: z.string() })
export type LogLine = Readonly<z.infer<typeof LogLine>>
