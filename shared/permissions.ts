export const permissions = [
  'contacts.read',
  'contacts.write',
  'contacts.import',
  'contacts.export',
  'appointments.read',
  'appointments.write',
  'invoices.read',
  'invoices.write',
  'tasks.read',
  'tasks.write',
  'deals.read',
  'deals.write',
  'reports.read',
  'reports.write',
  'history.read',
  'history.undo',
  'settings.read',
  'settings.write',
  'jobs',
  'backups',
  'problems',
] as const
export type Permission = (typeof permissions)[number]

/** Who calls. Every call is checked against `may`. */
export type Session = { user: string; may: readonly Permission[]; unattended?: true }

export const owner: Session = { user: 'owner', may: permissions }

/** The app itself, where the time for something has come: in the owner's name, and nobody waits for it. */
export const byTheClock: Session = { ...owner, unattended: true }
