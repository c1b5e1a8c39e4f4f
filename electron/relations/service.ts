import type { Selectable } from 'kysely'
import type { Contact, ContactLine } from '../../shared/contacts/model.ts'
import { displayName, sortOrganization } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { relationsContract } from '../../shared/relations/contract.ts'
import { relationRoles, type NewRelation, type Relation } from '../../shared/relations/model.ts'
import { linkOf, misfit, otherOf, roleOf } from '../../shared/relations/rules.ts'
import { fold } from '../../shared/text.ts'
import { find } from '../contacts/find.ts'
import { linesOf } from '../contacts/list.ts'
import type { Db } from '../db/schema.ts'
import type { RelationTable } from '../db/schema-contacts.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import * as queries from './queries.ts'

type Row = Selectable<RelationTable>

export const relationHandlers: Handlers<typeof relationsContract> = {
  'relations.add': add,

  'relations.list': async ({ contactId }, { db }) => {
    const contact = await find(db, contactId)
    const relations = await seenFrom(db, contact.id, await queries.ofContact(db, contact.id).execute())
    return { relations: relations.sort(byRole), company: await companyOf(db, contact, relations) }
  },

  'relations.remove': async ({ id }, { db, describe }) => {
    const row = await queries.byId(db, id).executeTakeFirst()
    if (!row) throw new AppError('notFound', 'relationGone')
    await queries.remove(db, id).execute()
    const [from, to] = [await find(db, row.fromId), await find(db, row.toId)]
    describe('relationRemoved', { name: displayName(from), other: displayName(to) }, from.id)
    return null
  },
}

async function add({ contactId, otherId, role, label }: NewRelation, { db, now, describe }: CommandContext): Promise<Relation> {
  const [contact, other] = [await find(db, contactId), await find(db, otherId)]
  const names = { name: displayName(contact), other: displayName(other) }
  if (contact.id === other.id) throw new AppError('invalid', 'relationWithItself')
  const inTrash = [contact, other].find(({ trashedAt }) => trashedAt !== null)
  if (inTrash) throw new AppError('conflict', 'relationTrashed', { name: displayName(inTrash) })
  const unfit = misfit(role, contact.kind, other.kind)
  if (unfit) throw new AppError('invalid', unfit)
  const link = linkOf(role, contact.id, other.id)
  const known = await queries.between(db, contact.id, other.id, link.kind).execute()
  if (known.some(row => fold(row.label) === fold(label))) throw new AppError('conflict', 'relationTwice', names)
  const row = await queries.insert(db, { ...link, label, createdAt: now().toISOString() }).executeTakeFirstOrThrow()
  describe('relationAdded', names, contact.id)
  const [added] = await seenFrom(db, contact.id, [row])
  return added!
}

/** Whoever is in the trash, or a part of another contact now, is left out. */
async function seenFrom(db: Db, contactId: number, rows: readonly Row[]): Promise<Relation[]> {
  const lines = await linesOf(db, [...new Set(rows.map(row => otherOf(row, contactId)))])
  const others = new Map(lines.filter(({ trashedAt }) => trashedAt === null).map(line => [line.id, line]))
  return rows.flatMap(row => {
    const contact = others.get(otherOf(row, contactId))
    return contact ? [{ id: row.id, role: roleOf(row, contactId), label: row.label, contact }] : []
  })
}

const rank = ({ role }: Relation) => relationRoles.indexOf(role)
const byRole = (a: Relation, b: Relation) => rank(a) - rank(b) || a.contact.name.localeCompare(b.contact.name)

async function companyOf(db: Db, contact: Contact, relations: readonly Relation[]): Promise<ContactLine | null> {
  if (contact.kind !== 'person' || contact.trashedAt !== null || !contact.organization) return null
  const found = await queries.companyNamed(db, sortOrganization(contact)).executeTakeFirst()
  if (!found || relations.some(({ role, contact }) => role === 'worksAt' && contact.id === found.id)) return null
  return (await linesOf(db, [found.id]))[0] ?? null
}
