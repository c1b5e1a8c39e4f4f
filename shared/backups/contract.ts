import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import {
  Backup,
  BackupId,
  backupReasons,
  BackupSettings,
  BackupState,
  Counts,
  KnownFailure,
  Passphrase,
  PastContact,
  Salvaged,
  Unsettled,
} from './model.ts'

/**
 * One of the list, or a file from anywhere; a passphrase where it has another one than backups have here, and that of the data in it
 * where that is encrypted by one of its own as well.
 */
const secret = z.string().max(200).optional()
const Wanted = { passphrase: secret, databasePassphrase: secret }
const wantedWith = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.strictObject({ ...BackupId.shape, ...Wanted, ...shape }), z.strictObject({ file: FileToken, ...Wanted, ...shape })])
const WantedBackup = wantedWith({})
export type WantedBackup = z.infer<typeof WantedBackup>

export const backupsContract = {
  /** How safe the shop's data is at this moment. */
  'backups.state': query('backups', z.strictObject({}), BackupState),
  /** The newest first, with what there is today. */
  'backups.list': report('backups', z.strictObject({}), z.strictObject({ today: Counts.nullable(), backups: z.array(Backup) })),
  /** Comes back once the backup has proved itself. */
  'backups.create': job('backups', z.strictObject({ reason: z.enum(backupReasons).default('asked') }), Backup),
  /** Tries the places again that do not have the newest one. */
  'backups.copy': job('backups', z.strictObject({}), z.null()),
  'backups.verify': job('backups', WantedBackup, Backup),
  /** Puts a backup in the place of today's data, of which a copy is made first; Regulars then begins anew. */
  'backups.restore': job(
    'backups',
    WantedBackup,
    z.strictObject({ madeAt: z.string(), counts: Counts, safety: z.string().nullable(), missingFiles: z.int() }),
  ),

  /** Reads a backup beside today's data: which clients are not there today, or not as they were. */
  'backups.contacts': job('backups', wantedWith({ text: z.string().max(200).default('') }), z.array(PastContact)),
  /** Brings some of them back, with visits, notes and files, as one operation of the history. */
  'backups.bringBack': job(
    'backups',
    wantedWith({ contacts: z.array(z.int()).min(1).max(1000) }),
    z.strictObject({ contacts: z.int(), visits: z.int(), entries: z.int(), files: z.int(), missingFiles: z.int(), ids: z.array(z.int()) }),
  ),

  'backups.changeSettings': command('backups', BackupSettings.partial(), BackupSettings),
  /** New backups are encrypted from then on; null ends it. */
  'backups.setPassphrase': command('backups', z.strictObject({ passphrase: Passphrase.nullable() }), z.null()),
  /** `out` is a folder: every backup is copied there, too. */
  'backups.addPlace': job('backups', z.strictObject({ out: FileToken }), z.null()),
  'backups.removePlace': command('backups', z.strictObject({ id: z.string() }), z.null()),
  /** A page to print and lock away: the passphrase, and how to come back without this PC. */
  'backups.sheet': job('backups', z.strictObject({ out: FileToken }), z.strictObject({ pages: z.int() })),

  /** Why the database could not be opened, damaged or locked; null where it was. */
  'database.state': query('backups', z.strictObject({}), z.strictObject({ damage: KnownFailure.nullable(), isEncrypted: z.boolean() })),
  /** Reads every page, every reference and the books. */
  'database.check': report(
    'backups',
    z.strictObject({}),
    z.strictObject({ isWhole: z.boolean(), failure: KnownFailure.nullable(), counts: Counts.nullable() }),
  ),
  /** Gives back to the disk what was freed inside the file. Others read meanwhile; who writes waits. */
  'database.compact': job('backups', z.strictObject({}), z.strictObject({ before: z.int(), after: z.int() })),
  /** Reads what can be read of a damaged database into a new one, which takes its place; the damaged one is kept beside it. */
  'database.salvage': job(
    'backups',
    z.strictObject({}),
    z.strictObject({ tables: z.array(Salvaged), unsettled: z.array(Unsettled), keptIn: z.string() }),
  ),
}
