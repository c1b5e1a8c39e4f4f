import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ContactFields } from '../../shared/contacts/model.ts'
import { people } from '../../shared/demo/people.ts'
import { demoSeed } from '../../shared/demo/shop.ts'

/** A fixed day, so that every run measures the same clients. */
export const until = new Date('2026-11-21T12:00:00.000Z')

const phone = ({ phones }: ContactFields, label: string) => phones.find(phone => phone.label === label)?.number ?? ''

const columns: Readonly<Record<string, (contact: ContactFields) => string>> = {
  Title: ({ namePrefix }) => namePrefix,
  'First name': ({ givenName }) => givenName,
  'Middle name': ({ additionalName }) => additionalName,
  'Last name': ({ familyName }) => familyName,
  Company: ({ organization }) => organization,
  Mobile: contact => phone(contact, 'mobile'),
  Phone: contact => phone(contact, 'home') || phone(contact, 'work'),
  'E-mail': ({ emails }) => emails[0]?.address ?? '',
  Street: ({ addresses }) => addresses[0]?.street ?? '',
  Postcode: ({ addresses }) => addresses[0]?.postalCode ?? '',
  City: ({ addresses }) => addresses[0]?.locality ?? '',
  Country: ({ addresses }) => addresses[0]?.country ?? '',
  Birthday: ({ birthday }) => birthday ?? '',
  Language: ({ language }) => language,
  Note: ({ note }) => note,
  Source: ({ source }) => source,
  Tags: ({ tags }) => tags.join(', '),
}

/** The demo shop as another program would have exported it: 17 columns, commas, quotes where they are needed. */
export const writeClients = (file: string, count: number) => pipeline(Readable.from(blocks(count)), createWriteStream(file))

const cells = Object.values(columns)

function* blocks(count: number): Generator<string, void, undefined> {
  let block = `${Object.keys(columns).join(',')}\r\n`
  for (const { contact } of people(demoSeed, count, until)) {
    block += `${cells.map(cell => quoted(cell(contact))).join(',')}\r\n`
    if (block.length < 1 << 20) continue
    yield block
    block = ''
  }
  yield block
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
