import { z } from 'zod'
import { errorCodes, type Failure, type Reason } from '../errors.ts'
import { Instant } from '../time.ts'

/** Why a backup was made. */
export const backupReasons = ['asked', 'rhythm', 'quit', 'migration', 'import', 'merge', 'restore', 'encryption'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What a person recognises a state of the shop by. */
export const Counts = z.strictObject({
  contacts: z.int(),
  visits: z.int(),
  invoices: z.int(),
  payments: z.int(),
  entries: z.int(),
  files: z.int(),
})
export type Counts = Readonly<z.infer<typeof Counts>>

/** The first thing in a backup: what it holds. Later versions may know more of it, so unknown names are passed over. */
export const Manifest = z.object({
  format: z.literal(1),
  app: z.string(),
  /** The version of the database's own format. */
  schema: z.int(),
  /** The data folder that it was made from, and how many that one had made before. */
  source: z.string(),
  number: z.int(),
  shop: z.string(),
  madeAt: Instant,
  reason: z.enum(backupReasons),
  counts: Counts,
  lastChangeAt: Instant.nullable(),
  /** The same as long as nothing has changed. */
  mark: z.string(),
  compression: z.enum(['zstd', 'gzip']),
  database: z.object({ bytes: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The salt of a database that is encrypted itself: whose passphrase opens it. */
  sealedBy: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .default(null),
})
export type Manifest = Readonly<z.infer<typeof Manifest>>

export const KnownFailure: z.ZodType<Failure> = z.object({
  code: z.enum(errorCodes),
  reason: z.string() as unknown as z.ZodType<Reason>,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const BackupId = z.strictObject({ id: z.string().max(400) })

export const Backup = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Where it lies; null for the data folder itself. */
  place: z.string().nullable(),
  bytes: z.int(),
  madeAt: Instant,
  /** `unknown` until it has been read; only `verified` counts as a backup. */
  state: z.enum(['verified', 'failed', 'unknown']),
  isEncrypted: z.boolean(),
  verifiedAt: Instant.nullable(),
  failure: KnownFailure.nullable(),
  reason: z.enum(backupReasons).nullable(),
  shop: z.string(),
  counts: Counts.nullable(),
  lastChangeAt: Instant.nullable(),
})
export type Backup = Readonly<z.infer<typeof Backup>>

/** How many days, weeks and months one backup of each is kept; of today, all are. */
export const Keep = z.strictObject({ days: z.int().min(1).max(366), weeks: z.int().min(0).max(260), months: z.int().min(0).max(240) })
export type Keep = Readonly<z.infer<typeof Keep>>

export const BackupSettings = z.strictObject({ everyMinutes: z.int().min(5).max(1440), keep: Keep })
export type BackupSettings = Readonly<z.infer<typeof BackupSettings>>
export const defaultBackupSettings: BackupSettings = { everyMinutes: 30, keep: { days: 14, weeks: 8, months: 12 } }

export const Place = z.strictObject({
  id: z.string(),
  path: z.string(),
  /** What went wrong there the last time; null where nothing did. */
  failure: KnownFailure.nullable(),
  copiedAt: Instant.nullable(),
})
export type Place = Readonly<z.infer<typeof Place>>

export const Passphrase = z.string().min(8, { error: 'passphraseShort' }).max(200, { error: 'tooLong' })

export const BackupState = z.strictObject({
  settings: BackupSettings,
  isEncrypted: z.boolean(),
  /** By the system for the user who is logged in, by the key of the encrypted database, or as it is in a file; null where there is none. */
  passphraseKeptBy: z.enum(['system', 'database', 'file']).nullable(),
  places: z.array(Place),
  /** Why the data itself lies where it should not. */
  risk: z.enum(['network', 'cloud']).nullable(),
  /** The newest one that has proved itself. */
  newest: Backup.nullable(),
  hasChanges: z.boolean(),
  isOld: z.boolean(),
  /** What kept the last attempt from becoming a backup. */
  failure: KnownFailure.nullable(),
  /** The last restore, and the backup that takes it back. */
  restored: z.strictObject({ at: Instant, from: z.string(), safety: z.string().nullable(), missingFiles: z.int() }).nullable(),
})
export type BackupState = Readonly<z.infer<typeof BackupState>>

/** A client as the backup has them, who is not the same today. */
export const PastContact = z.strictObject({
  id: z.int(),
  name: z.string(),
  state: z.enum(['missing', 'trashed', 'changed']),
  visits: z.int(),
  entries: z.int(),
})
export type PastContact = Readonly<z.infer<typeof PastContact>>

/** What became of the rows of a damaged database. */
export const Salvaged = z.strictObject({ table: z.string(), saved: z.int(), lost: z.int() })
export type Salvaged = Readonly<z.infer<typeof Salvaged>>

/** A gift card or a client of whose entries some were lost: the balance stays, but for points that no entry explains. */
export const Unsettled = z.strictObject({ kind: z.enum(['voucher', 'points', 'pointsChanged']), name: z.string() })
export type Unsettled = Readonly<z.infer<typeof Unsettled>>
