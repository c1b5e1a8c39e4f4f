/** What stands in the tables, for whoever counts it anew. */

export type Line = Record<'document' | 'net' | 'tax' | 'quantity', number> &
  Record<'issuedOn' | 'document kind' | 'kind' | 'category', string> & {
    staffId: number | null
    itemId: number | null
    contactId: number | null
  }

export const saleLines = `select document.id as document, issuedOn, contactId, document.kind as "document kind", iif(document.kind = 'deposit', 'deposit', line.kind) as kind,
  line.staffId, iif(document.kind = 'deposit', 0, coalesce(line.serviceId, line.productId, line.packageId, 0)) as itemId,
  line.quantity, line.netOfAll as net, line.tax, coalesce(service.category, product.category, '') as category
  from documentLine as line join document on document.id = line.documentId
  left join service on service.id = line.serviceId and document.kind <> 'deposit'
  left join product on product.id = line.productId and document.kind <> 'deposit'
  where issuedAt is not null and document.kind <> 'quote'`

export type Part = {
  visit: number
  status: string
  startsAt: string
  endsAt: string
  createdAt: string
  position: number
  staffId: number
  serviceId: number
  contactId: number
}
export const visitParts = `select visit.id as visit, status, part.startsAt, part.endsAt, visit.createdAt, part.position, staffId, serviceId, contactId
  from appointmentService as part join appointment as visit on visit.id = part.appointmentId where kind = 'visit'`
