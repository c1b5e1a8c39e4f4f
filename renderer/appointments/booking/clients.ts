import { looksLikeCompany, splitName } from '../../../shared/imports/names.ts'
import type { Input } from '../../../shared/contract.ts'

/** A name and a number as they were typed into one field: "Anna Petersen 0176 1234567". */
export function splitTyped(text: string) {
  const phone = /\+?[\d][\d\s/()-]{3,}$/.exec(text.trim())?.[0] ?? ''
  const name = text.trim().slice(0, text.trim().length - phone.length)
  return { name: name.trim(), phone: phone.trim() }
}

export function newContact({ name, phone }: { name: string; phone: string }): Input<'contacts.create'> {
  const phones = phone ? [{ label: '', number: phone }] : []
  if (looksLikeCompany(name)) return { kind: 'company', organization: name, phones }
  const { namePrefix, givenName, additionalName, familyName, nameSuffix } = splitName(name)
  return { namePrefix, givenName, additionalName, familyName, nameSuffix, phones }
}
