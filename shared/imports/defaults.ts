import type { Custom } from '../fields/model.ts'
import type { ImportDefaults } from './model.ts'
import type { ImportedContact } from './row.ts'

export const noDefaults: ImportDefaults = { language: '', country: '', source: '', custom: {} }

export const hasDefaults = ({ language, country, source, custom }: ImportDefaults) =>
  language + country + source !== '' || Object.keys(custom).length > 0

/** A contact with what all rows get where they say nothing. */
export const withDefaults = (contact: ImportedContact, { language, country, source, custom }: ImportDefaults): ImportedContact => ({
  ...contact,
  language: contact.language || language,
  source: contact.source || source,
  addresses: contact.addresses.map(address => ({ ...address, country: address.country || country })),
  custom: { ...custom, ...contact.custom },
})

/** What the row may have said itself: a default fills gaps, and replaces nothing that is known of somebody. */
export const withoutDefaults = <T extends ImportedContact>(contact: T, { language, source, custom }: ImportDefaults): T => ({
  ...contact,
  language: contact.language === language ? '' : contact.language,
  source: contact.source === source ? '' : contact.source,
  custom: others(contact.custom, custom),
})

const others = (custom: Custom, defaults: Custom) =>
  Object.fromEntries(Object.entries(custom).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(defaults[id])))
