import { sql } from 'kysely'
import { choice, cityOf, clientIn, sourceOf, words } from './fields.ts'
import { instant, sum, type Source } from './source.ts'

/** Everybody who is not in the trash, with what is known of their visits and of what was charged to them so far. */
export const clients: Source<'clients'> = {
  from: sql`contact left join clientRhythm as rhythm on rhythm.contactId = contact.id`,
  where: () => sql`contact.trashedAt is null`,
  contact: 'contact.id',
  dates: {
    addedOn: instant('contact.createdAt'),
    firstVisitOn: instant('rhythm.firstAt'),
    lastVisitOn: instant('rhythm.lastAt'),
  },
  fields: {
    source: sourceOf('contact.id'),
    city: cityOf('contact.id'),
    contactKind: choice(sql`contact.kind`, 'exportColumns', ['person', 'company']),
    language: words(sql`contact.language`, sql`language as "key" from contact where trashedAt is null`),
    client: clientIn('contact.id'),
  },
  figures: (_shape, { settings }) => ({
    clients: sql`count(*)`,
    visits: sum(sql`rhythm.visits`),
    noShows: sum(sql`rhythm.noShows`),
    net: sum(sql`(select net from clientSale where clientSale.contactId = contact.id and clientSale.currency = ${settings.currency})`),
  }),
}
