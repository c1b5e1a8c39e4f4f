import { changesAny, final } from './final.ts'

const frozen = [
  ...['id', 'at', 'level', 'day', 'payBy', 'language', 'currency', 'fee', 'interest', 'title', 'text', 'recipient', 'seller', 'user'],
]

/**
 * Reminders are only ever added to, but for whose card they stand on. The index of what is owed has
 * all that the open items ask of a document; the generated column would keep SQLite from answering from an index alone.
 */
export const up = `
  create table reminder (
    id integer primary key autoincrement,
    contactId integer references contact (id),
    level integer not null check (level in (1, 2, 3)),
    at text not null,
    day text not null,
    payBy text not null,
    language text not null,
    currency text not null,
    fee integer not null check (fee >= 0),
    interest integer not null check (interest >= 0),
    title text not null,
    text text not null,
    recipient text not null check (json_valid(recipient)),
    seller text not null check (json_valid(seller)),
    user text not null
  ) strict;
  create index reminderByContact on reminder (contactId, at) where contactId is not null;
  create trigger reminderStays before update on reminder when ${changesAny(frozen)}
    begin select raise(abort, 'final'); end;
  create trigger reminderStaysThere before delete on reminder begin select raise(abort, 'final'); end;
  create table reminderItem (
    id integer primary key autoincrement,
    reminderId integer not null references reminder (id),
    documentId integer not null references document (id),
    level integer not null check (level in (1, 2, 3)),
    dueOn text not null,
    open integer not null,
    interest integer not null
  ) strict;
  create index reminderItemByReminder on reminderItem (reminderId);
  create index reminderItemByDocument on reminderItem (documentId, id);
  ${final('reminderItem')}
  create table reminderPause (
    id integer primary key autoincrement,
    documentId integer not null unique references document (id),
    until text not null,
    note text not null
  ) strict;
  create table reminderStop (
    id integer primary key autoincrement,
    contactId integer not null unique references contact (id),
    at text not null
  ) strict;
  create table reminderCharge (
    id integer primary key autoincrement,
    reminderId integer not null unique references reminder (id),
    documentId integer not null references document (id) on delete cascade
  ) strict;
  create index reminderChargeByDocument on reminderCharge (documentId);
  create index documentOwed on document (currency, contactId, dueOn, kind, issuedAt, gross, settled)
    where issuedAt is not null and kind <> 'quote' and gross <> settled;
  create index paymentByMethod on payment (method, day, id);
`
