const figures = ['lines', 'net', 'tax', 'documents']
export const clientSaleColumns = `contactId, currency, ${figures.join(', ')}`

/** What was charged to each client so far that is revenue: the lines of their documents but for gift cards. `which` says of which documents. */
export const clientSales = (which: string, sign: 1 | -1 = 1) => `
    select document.contactId, document.currency, ${sign} * count(*), ${sign} * sum(line.netOfAll), ${sign} * sum(line.tax),
      ${sign} * sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier
        where earlier.documentId = line.documentId and earlier.position < line.position and earlier.kind <> 'voucher'))
    from document
    join documentLine as line on line.documentId = document.id
    where ${which} and document.contactId is not null and document.issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher'
    group by 1, 2`

const enter = (which: string, sign: 1 | -1 = 1) => `
    insert into clientSale (${clientSaleColumns}) ${clientSales(which, sign)}
    on conflict (contactId, currency) do update set ${figures.map(name => `${name} = ${name} + excluded.${name}`).join(', ')};`

const one = 'document.id = new.id'

/**
 * clientSale is what saleSum is of days: the sums of each client, for those that look at all of them at once. Only a merge moves a
 * document to somebody else; it leaves the one before it comes to the other. `lastStaffId` is who served the last visit of a
 * client first, 0 for nobody, null where it has not taken place. groupTime has how many took part in what several can take part in,
 * and how many missed it: its time is counted once. The sums of the diary are counted anew, now that they leave that out.
 */
export const up = `
  create table clientSale (
    contactId integer not null,
    currency text not null,
    lines integer not null,
    net integer not null,
    tax integer not null,
    documents integer not null,
    primary key (contactId, currency)
  ) strict, without rowid;
  ${enter('true')}
  create trigger clientSaleOfIssued after update of issuedAt on document when old.issuedAt is null and new.issuedAt is not null begin ${enter(one)} end;
  create trigger clientSaleOfInserted after insert on document when new.issuedAt is not null begin ${enter(one)} end;
  create trigger clientSaleLeaves before update of contactId on document
    when old.issuedAt is not null and old.contactId is not new.contactId begin ${enter('document.id = old.id', -1)} end;
  create trigger clientSaleMoves after update of contactId on document
    when old.issuedAt is not null and old.contactId is not new.contactId begin ${enter(one)} end;

  alter table clientRhythm add column lastStaffId integer;
  update clientRhythm set lastStaffId = (
    select coalesce(part.staffId, 0) from appointment as visit
    join appointmentService as part on part.appointmentId = visit.id and part.position = 0
    where visit.contactId = clientRhythm.contactId and visit.startsAt = clientRhythm.lastAt and visit.kind = 'visit'
      and visit.status in ('arrived', 'inService', 'done') order by visit.id desc limit 1);
  create index clientRhythmByLast on clientRhythm (lastAt, lastStaffId) where lastStaffId is not null;

  create table groupTime (
    day text not null,
    staffId integer not null,
    serviceId integer not null,
    startsAt text not null,
    endsAt text not null,
    minutes integer not null,
    busy integer not null,
    missed integer not null,
    primary key (day, staffId, serviceId, startsAt, endsAt, minutes)
  ) strict, without rowid;
  delete from figureBasis;
`
