const keys = 'period, currency, itemId, staffId, kind'
const figures = ['lines', 'quantity', 'net', 'tax', 'documents', 'ofStaff']
export const saleSumColumns = `${keys}, ${figures.join(', ')}`

/** Of those lines of a document that are alike: gift cards are no revenue, and are counted apart. */
export const isFirst = (alike: string) => `not exists (select 1 from documentLine as earlier where earlier.documentId = line.documentId
        and earlier.position < line.position and (earlier.kind = 'voucher') = (line.kind = 'voucher') ${alike})`

/** What of a line tells what was sold: of a deposit nothing does. */
export const soldItem = "iif(document.kind = 'deposit', 0, coalesce(line.serviceId, line.productId, line.packageId, 0))"
export const soldKind = "iif(document.kind = 'deposit', 'deposit', line.kind)"

/** What the lines of issued documents come to, by the day and once more by the month. `which` says of which documents. */
export const saleSums = (which: string) => `
    select part.value, document.currency, item.value, coalesce(line.staffId, 0), ${soldKind},
      count(*), sum(line.quantity), sum(line.netOfAll), sum(line.tax),
      sum(document.kind <> 'creditNote' and ${isFirst('')}),
      sum(document.kind <> 'creditNote' and ${isFirst('and earlier.staffId is line.staffId')})
    from document
    join documentLine as line on line.documentId = document.id
    join json_each(json_array(document.issuedOn, substr(document.issuedOn, 1, 7))) as part
    join json_each(json_array(-1, ${soldItem})) as item
    where ${which} and document.issuedAt is not null and document.kind <> 'quote'
    group by 1, 2, 3, 4, 5`

const add = (which: string) => `
    insert into saleSum (${saleSumColumns}) ${saleSums(which)}
    on conflict (${keys}) do update set ${figures.map(name => `${name} = ${name} + excluded.${name}`).join(', ')};`

/**
 * saleSum has what was charged by day (2026-11-28) and by month (2026-11), by whom (0: nobody was named), for what (by the kind of
 * the line, all of a deposit's own as a deposit) and which of it (-1: all of the kind together, 0: nothing of the catalogue). `documents` counts invoices at their first line that is revenue,
 * and once more at the first that is a gift card; `ofStaff` at the first line of each person. An issued document is final: there is only ever something to add.
 * visitSum and visitShape are the same of the diary, by the days of the shop's zone, which figureBasis has: electron/db/visit-sums.ts
 * keeps them. `months` of a client are those in which they came or will come, with commas between; they are the shop's as well.
 */
export const up = `
  create table saleSum (
    period text not null,
    currency text not null,
    itemId integer not null,
    staffId integer not null,
    kind text not null,
    lines integer not null,
    quantity integer not null,
    net integer not null,
    tax integer not null,
    documents integer not null,
    ofStaff integer not null,
    primary key (${keys})
  ) strict, without rowid;
  ${add('true')}
  create trigger saleSumOfIssued after update of issuedAt on document
    when old.issuedAt is null and new.issuedAt is not null and new.kind <> 'quote' begin ${add('document.id = new.id')} end;
  create trigger saleSumOfInserted after insert on document
    when new.issuedAt is not null and new.kind <> 'quote' begin ${add('document.id = new.id')} end;

  create table visitSum (
    period text not null,
    serviceId integer not null,
    staffId integer not null,
    status text not null,
    visits integer not null,
    ofStaff integer not null,
    services integer not null,
    minutes integer not null,
    value integer not null,
    primary key (period, serviceId, staffId, status)
  ) strict, without rowid;
  create table visitShape (
    period text not null,
    shape text not null check (shape in ('hour', 'lead')),
    place integer not null,
    status text not null,
    visits integer not null,
    primary key (period, shape, place, status)
  ) strict, without rowid;
  create table figureBasis (name text primary key, value text not null) strict;

  alter table clientRhythm add column firstAt text;
  update clientRhythm set firstAt = (select min(startsAt) from appointment
    where appointment.contactId = clientRhythm.contactId and kind = 'visit' and status not in ('cancelled', 'noShow'));
  alter table clientRhythm add column months text;
  create index clientRhythmByFirst on clientRhythm (firstAt) where firstAt is not null;
  create index appointmentOfNobody on appointment (startsAt, status) where contactId is null and kind = 'visit';
  create index appointmentOfClients on appointment (contactId, startsAt, status) where contactId is not null and kind = 'visit';

  create index documentRevenue on document (contactId, currency, issuedOn, kind, net, tax) where issuedOn is not null and kind <> 'quote';
  create index documentLineOfCards on documentLine (documentId, kind, position, netOfAll, tax) where kind = 'voucher';
  create index paymentTakings on payment (day, method, amount, tip);
  create index cashEntrySums on cashEntry (day, kind, amount);

  create table savedReport (
    id integer primary key autoincrement,
    name text not null,
    question text not null check (json_valid(question)),
    createdAt text not null,
    changedAt text not null
  ) strict;
`
