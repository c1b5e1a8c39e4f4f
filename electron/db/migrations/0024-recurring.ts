import { changesAny, final } from './final.ts'

/**
 * What of an issued document never changes. Of one that is paid in parts, `dueOn` is the day of the next part: it goes on with
 * what is settled, and the parts themselves are what stands.
 */
const frozen = [
  ...['kind', 'appointmentId', 'sourceId', 'pricing', 'language', 'currency', 'discount', 'deliveredFrom', 'deliveredTo'],
  ...['paymentDays', 'validUntil', 'title', 'header', 'footer', 'buyer', 'buyerName', 'seller', 'series', 'sequence', 'number'],
  ...['issuedAt', 'issuedOn', 'groups', 'discountAmount', 'discountNet', 'net', 'tax', 'gross', 'previousHash', 'hash', 'user'],
  ...['createdAt', 'id', 'instalments', 'subscriptionPeriodId'],
]

/** Recurring invoices and what they made, invoices that are paid in parts, and the words by which documents are found. */
export const up = `
  create table subscription (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    template text not null check (json_valid(template)),
    rule text not null,
    startsOn text not null,
    nextFrom text not null,
    nextUntil text,
    nextOn text,
    endsOn text,
    periods integer check (periods > 0),
    charging text not null check (charging in ('advance', 'arrears')),
    mode text not null check (mode in ('draft', 'issue')),
    pausedAt text,
    endedAt text,
    createdAt text not null,
    changedAt text not null
  ) strict;
  create index subscriptionDue on subscription (nextOn) where nextOn is not null;
  create index subscriptionByContact on subscription (contactId);
  create table subscriptionPeriod (
    id integer primary key autoincrement,
    subscriptionId integer not null references subscription (id),
    dueOn text not null,
    firstDay text not null,
    lastDay text not null,
    madeAt text not null
  ) strict;
  create unique index subscriptionPeriodOnce on subscriptionPeriod (subscriptionId, firstDay);
  create index subscriptionPeriodByTime on subscriptionPeriod (madeAt);
  ${final('subscriptionPeriod')}
  alter table document add column instalments text check (json_valid(instalments));
  drop index documentOwed;
  create index documentOwed on document (currency, contactId, dueOn, kind, issuedAt, gross, settled, instalments)
    where issuedAt is not null and kind <> 'quote' and gross <> settled;
  alter table document add column subscriptionPeriodId integer references subscriptionPeriod (id);
  create unique index documentBySubscriptionPeriod on document (subscriptionPeriodId) where subscriptionPeriodId is not null;
  create index documentDraftOfSubscription on document (subscriptionPeriodId) where issuedAt is null and subscriptionPeriodId is not null;
  drop trigger documentStaysAsIssued;
  create trigger documentStaysAsIssued before update on document
    when old.issuedAt is not null and (${changesAny(frozen)} or (old.instalments is null and old.dueOn is not new.dueOn))
    begin select raise(abort, 'issued documents are final'); end;
  create trigger documentPartSettled after update of settled on document when new.instalments is not null begin
    update document set dueOn = coalesce(
      (select part.value ->> 'dueOn' from json_each(new.instalments) as part
        where (select sum(value ->> 'amount') from json_each(new.instalments) where key <= part.key) > new.settled
        order by part.key limit 1),
      (select value ->> 'dueOn' from json_each(new.instalments) order by key desc limit 1)
    ) where id = new.id;
  end;
  create virtual table documentSearch using fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 0'
  );
  insert into documentSearch (documentSearch, rank) values ('hashsize', 16777216), ('automerge', 16);
  insert into documentSearch (rowid, text) select id, search || ' ' || coalesce(sequence, '') from document;
  create trigger documentIsFound after insert on document begin
    insert into documentSearch (rowid, text) values (new.id, new.search || ' ' || coalesce(new.sequence, ''));
  end;
  create trigger documentIsFoundAnew after update of search, sequence on document
    when old.search is not new.search or old.sequence is not new.sequence begin
    delete from documentSearch where rowid = old.id;
    insert into documentSearch (rowid, text) values (new.id, new.search || ' ' || coalesce(new.sequence, ''));
  end;
  create trigger documentIsFoundNoMore after delete on document begin delete from documentSearch where rowid = old.id; end;
`
