import { changesAny, final } from './final.ts'

const frozen = ['id', 'at', 'day', 'method', 'amount', 'tip', 'tendered', 'reference', 'note', 'refundsId', 'user']

/** Payments, what they settle, and the drawer's book: all of it is only ever added to, but for whose card a payment stands on. */
export const up = `
  create table payment (
    id integer primary key autoincrement,
    at text not null,
    day text not null,
    method text not null check (method in ('cash', 'card', 'transfer', 'voucher', 'other')),
    amount integer not null,
    tip integer not null check (tip >= 0),
    tendered integer,
    reference text not null,
    note text not null,
    contactId integer references contact (id),
    refundsId integer references payment (id),
    user text not null,
    check (amount <> 0 or tip <> 0)
  ) strict;
  create index paymentByDay on payment (day, id);
  create index paymentByContact on payment (contactId) where contactId is not null;
  create index paymentByRefunded on payment (refundsId) where refundsId is not null;
  create trigger paymentStays before update on payment when ${changesAny(frozen)}
    begin select raise(abort, 'final'); end;
  create trigger paymentStaysThere before delete on payment begin select raise(abort, 'final'); end;
  create table settlement (
    id integer primary key autoincrement,
    documentId integer not null references document (id),
    paymentId integer references payment (id),
    counterpartId integer references document (id),
    amount integer not null check (amount <> 0),
    at text not null,
    check ((paymentId is null) <> (counterpartId is null))
  ) strict;
  create index settlementByDocument on settlement (documentId);
  create index settlementByPayment on settlement (paymentId, amount) where paymentId is not null;
  ${final('settlement')}
  create trigger settlementCounts after insert on settlement begin
    update document set settled = settled + new.amount where id = new.documentId;
  end;
  create table cashEntry (
    id integer primary key autoincrement,
    at text not null,
    day text not null,
    kind text not null check (kind in ('payment', 'tip', 'paidIn', 'paidOut', 'difference')),
    amount integer not null,
    balance integer not null,
    paymentId integer references payment (id),
    note text not null,
    user text not null
  ) strict;
  create index cashEntryByDay on cashEntry (day, id);
  ${final('cashEntry')}
  create table cashClosing (
    id integer primary key autoincrement,
    day text not null unique,
    at text not null,
    expected integer not null,
    counted integer not null,
    difference integer not null,
    note text not null,
    user text not null
  ) strict;
  ${final('cashClosing')}
`
