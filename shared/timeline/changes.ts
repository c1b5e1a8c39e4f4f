import type { Alert } from '../contacts/alerts.ts'
import type { Consents } from '../contacts/consents.ts'
import type { ChangeEvent, FieldChange, FieldValue } from './model.ts'

/** A row as the history keeps it: column by column. */
export type RowImage = Readonly<Record<string, string | number | null>>

/** What follows from other columns, or is told in another way. */
const silent: ReadonlySet<string> = new Set(['id', 'createdAt', 'changedAt', 'trashedAt', 'sortName', 'sortOrganization', 'mergedInto'])

/** The columns in which two images of a contact differ, as a person reads them. */
export function fieldChanges(before: RowImage, after: RowImage): FieldChange[] {
  return Object.keys({ ...before, ...after })
    .filter(column => !silent.has(column) && said(before[column]) !== said(after[column]))
    .map(field => ({ field, before: valueOf(field, before[field]), after: valueOf(field, after[field]) }))
}

/** An empty list says as little as a column that was not there yet. */
const said = (stored: string | number | null | undefined) => (stored === '[]' || stored === '{}' ? '' : (stored ?? ''))

type Entry = { label?: string; number?: string; address?: string } & Record<string, string | null | undefined>

function valueOf(field: string, stored: string | number | null | undefined): FieldValue {
  if (stored === null || stored === undefined || stored === '') return []
  // Written by toRow only, as are the lists below.
  if (field === 'alerts') return (JSON.parse(String(stored)) as Alert[]).map(({ kind, text }) => ({ label: kind, text }))
  if (field === 'consents')
    return Object.entries(JSON.parse(String(stored)) as Consents).map(([label, { state }]) => ({ label, text: state }))
  if (field !== 'phones' && field !== 'emails' && field !== 'addresses') return [{ label: '', text: String(stored) }]
  return (JSON.parse(String(stored)) as Entry[]).map(entry => ({ label: entry.label ?? '', text: textOf(entry) }))
}

const textOf = ({ number, address, street, postalCode, locality, region, country }: Entry) =>
  number ?? address ?? [street, [postalCode, locality].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ')

type Told = { call: string; isNew: boolean; wasTrashed: boolean; isTrashed: boolean }

const arrival: Readonly<Record<string, ChangeEvent>> = { 'imports.run': 'imported', 'demo.fill': 'filled' }
const change: Readonly<Record<string, ChangeEvent>> = {
  'imports.run': 'changedByImport',
  'contacts.merge': 'merged',
  'contacts.unmerge': 'unmerged',
}

export function eventOf({ call, isNew, wasTrashed, isTrashed }: Told): ChangeEvent {
  if (isNew) return arrival[call] ?? 'created'
  if (change[call]) return change[call]
  if (wasTrashed !== isTrashed) return isTrashed ? 'trashed' : 'restored'
  return 'changed'
}
