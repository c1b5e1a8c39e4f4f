import { betterSurvivor, identity, mergeable, unite, type Mergeable } from './merging.ts'
import type { MergeWanted } from './merge-model.ts'
import type { Contact } from './model.ts'

const singleFields = [
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'organization',
  'birthday',
  'language',
  'source',
] as const
const listFields = ['phones', 'emails', 'addresses', 'tags'] as const
type SingleField = (typeof singleFields)[number]
export type ListField = (typeof listFields)[number]
type Entry<F extends ListField> = Contact[F][number]

/** What a person decides before a merge: who stays, whose value where they differ, and what of the lists is left out. */
export type MergeChoices = {
  survivorId: number
  /** Whose value a field takes, where not by rule. */
  picked: Readonly<Partial<Record<SingleField, number>>>
  /** `field identity` of entries that are left out. */
  dropped: ReadonlySet<string>
}

export const firstChoices = (contacts: readonly Contact[]): MergeChoices => ({
  survivorId: betterSurvivor(contacts)!.id,
  picked: {},
  dropped: new Set(),
})

export const entryKey = <F extends ListField>(field: F, entry: Entry<F>) => `${field} ${identity(field, entry)}`

/** The fields in which any of them has something, and whether they differ in it. */
export const singleRows = (contacts: readonly Contact[]) =>
  singleFields
    .map(field => ({ field, differs: new Set(contacts.map(contact => contact[field]).filter(Boolean)).size > 1 }))
    .filter(({ field }) => contacts.some(contact => contact[field]))

export const listRows = (contacts: readonly Contact[]) => listFields.filter(field => contacts.some(contact => contact[field].length > 0))

/** What the merged contact will look like. */
export function mergedFields(contacts: readonly Contact[], { survivorId, picked, dropped }: MergeChoices): Mergeable {
  const [survivor, ...others] = survivorFirst(contacts, survivorId)
  const united = others.reduce((fields, other) => unite(fields, mergeable(other)), mergeable(survivor!))
  const values = Object.fromEntries(
    singleFields.flatMap(field => {
      const from = contacts.find(({ id }) => id === picked[field])
      return from ? [[field, from[field]]] : []
    }),
  )
  const keeps =
    <F extends ListField>(field: F) =>
    (entry: Entry<F>) =>
      !dropped.has(entryKey(field, entry))
  return {
    ...united,
    ...values,
    phones: united.phones.filter(keeps('phones')),
    emails: united.emails.filter(keeps('emails')),
    addresses: united.addresses.filter(keeps('addresses')),
    tags: united.tags.filter(keeps('tags')),
  }
}

/** The call's input: only what differs from what the merge would do by itself. */
export function mergeWanted(contacts: readonly Contact[], choices: MergeChoices): MergeWanted {
  const { survivorId } = choices
  const byRule = mergedFields(contacts, { survivorId, picked: {}, dropped: new Set() })
  const { phones, ...chosen } = mergedFields(contacts, choices)
  const fields = { ...chosen, phones: phones.map(({ label, number }) => ({ label, number })) }
  const compared = { ...byRule, phones: byRule.phones.map(({ label, number }) => ({ label, number })) }
  const differing = [...singleFields, ...listFields].filter(field => JSON.stringify(fields[field]) !== JSON.stringify(compared[field]))
  return {
    survivorId,
    loserIds: survivorFirst(contacts, survivorId)
      .slice(1)
      .map(({ id }) => id),
    fields: Object.fromEntries(differing.map(field => [field, fields[field]])),
  }
}

const survivorFirst = (contacts: readonly Contact[], id: number) => [
  ...contacts.filter(contact => contact.id === id),
  ...contacts.filter(contact => contact.id !== id),
]
