import type { ChangeEvent, FieldChange, FieldValue } from './model.ts'

/** A row as the history keeps it: column by column. */
export type RowImage = Readonly<Record<string, string | number | null>>

/** What follows from other columns, or is told in another way. */
const silent: ReadonlySet<string> = new Set([
  'id',
  'createdAt',
  'changedAt',
  'trashedAt',
  'sortName',
  'sortOrganization',
  'mergedInto',
  'custom',
])

/** The columns in which two images of a contact differ, as a person reads them. */
export function fieldChanges(before: RowImage, after: RowImage): FieldChange[] {
  return [...columnChanges(before, after), ...customChanges(before.custom, after.custom)]
}

function columnChanges(before: RowImage, after: RowImage): FieldChange[] {
  return Object.keys({ ...before, ...after })
    .filter(column => !silent.has(column) && said(before[column]) !== said(after[column]))
    .map(field => ({ field, before: valueOf(field, before[field]), after: valueOf(field, after[field]) }))
}

type Stored = RowImage[string] | undefined

/** The shop's own fields one by one, each value as JSON: what it says is known where the fields are. */
function customChanges(before: Stored, after: Stored): FieldChange[] {
  const [former, later] = [ownValues(before), ownValues(after)]
  return Object.keys({ ...former, ...later })
    .filter(key => JSON.stringify(former[key]) !== JSON.stringify(later[key]))
    .map(key => ({ field: `custom.${key}`, before: asJson(former[key]), after: asJson(later[key]) }))
}

// Written from what the contact's model has checked.
const ownValues = (stored: Stored) => (typeof stored === 'string' ? (JSON.parse(stored) as Record<string, unknown>) : {})
const asJson = (value: unknown): FieldValue => (value === undefined ? [] : [{ label: '', text: JSON.stringify(value) }])

/** An empty list says as little as a column that was not there yet. */
const said = (stored: string | number | null | undefined) => (stored === '[]' || stored === '{}' ? '' : (stored ?? ''))

type Entry = Readonly<Record<string, string | null | undefined>>

/** Columns that hold JSON, as a person reads them. */
const lists: Readonly<Record<string, (stored: string) => FieldValue>> = {
  phones: ofEntries(({ number }) => number ?? ''),
  emails: ofEntries(({ address }) => address ?? ''),
  addresses: ofEntries(({ street, postalCode, locality, region, country }) =>
    [street, [postalCode, locality].filter(Boolean).join(' '), region, country].filter(Boolean).join(', '),
  ),
  alerts: ofEntries(({ text }) => text ?? ''),
  /** By channel, with what was said. */
  consents: stored =>
    Object.entries(JSON.parse(stored) as Record<string, Entry>).map(([label, { state }]) => ({ label, text: state ?? '' })),
}

function valueOf(field: string, stored: string | number | null | undefined): FieldValue {
  if (stored === null || stored === undefined || stored === '') return []
  return lists[field]?.(String(stored)) ?? [{ label: '', text: String(stored) }]
}

function ofEntries(textOf: (entry: Entry) => string) {
  // Written from what the contact's model has checked.
  return (stored: string) => (JSON.parse(stored) as Entry[]).map(entry => ({ label: entry.label ?? entry.kind ?? '', text: textOf(entry) }))
}

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
