import { displayName } from '../../shared/contacts/rules.ts'
import { Buyer } from '../../shared/invoices/model.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

export const nobody: Buyer = {
  ...{ name: '', person: '', email: '', vatId: '', reference: '' },
  address: { street: '', postalCode: '', locality: '', region: '', country: '' },
}

/** Who buys, as their card says; the tax number and the reference are those of their last invoice. */
export async function buyerOf(db: Db, contactId: number | null): Promise<Buyer> {
  if (contactId === null) return nobody
  const contact = await find(db, contactId)
  const { label: _label, ...address } = contact.addresses[0] ?? { label: '', ...nobody.address }
  // Whoever has no name is called by what is theirs; a letter to a company needs none of it.
  const person = displayName({ ...contact, kind: 'person', organization: '', emails: [], phones: [] })
  const last = await queries.lastBuyer(db, contact.id).executeTakeFirst()
  const { vatId, reference } = last ? Buyer.parse(JSON.parse(last.buyer ?? 'null')) : nobody
  const email = contact.emails[0]?.address ?? ''
  if (contact.kind === 'company') return { name: displayName(contact), person, address, email, vatId, reference }
  return { name: displayName(contact), person: '', address, email, vatId, reference }
}
