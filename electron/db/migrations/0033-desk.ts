import { changesAny } from './final.ts'

const dated = `json_each.type = 'text' and json_each.value glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`

/** The dates in one contact's own fields, by the day on which they come again each year. */
const datesOf = (row: string) => `
  insert or ignore into contactDate (monthDay, fieldId, contactId)
    select substr(json_each.value, 6), cast(json_each.key as integer), ${row}.id from json_each(${row}.custom) where ${dated};`

/** Of all of them. */
export const fillContactDates = `
  insert or ignore into contactDate (monthDay, fieldId, contactId)
    select substr(json_each.value, 6), cast(json_each.key as integer), contact.id from contact, json_each(contact.custom)
    where contact.custom <> '{}' and ${dated};`

const frozen = ['id', 'code', 'kind', 'lineId', 'packageId', 'serviceId', 'name', 'currency', 'issuedOn', 'createdAt']

const everIssued = (id: string) => `(select sum(amount) from voucherEntry where voucherId = ${id} and kind = 'issued')`

/**
 * What the page of the day asks: of the open deals the most valuable that want something, read in this order until there are enough;
 * and whose dates, in fields of the shop's own, come again on a day. Every date is kept there: which fields count is said by the shop.
 * A gift card that is topped up is worth what was ever put on it: what it was sold for can grow, and nothing else of it.
 */
export const up = `
  create index dealDue on deal (value desc, id, stageId, nextStepOn, expectedOn, changedAt, enteredAt)
    where closedAt is null and trashedAt is null;
  alter table field add column yearly integer not null default 0;
  create table contactDate (
    monthDay text not null,
    fieldId integer not null,
    contactId integer not null,
    primary key (monthDay, fieldId, contactId)
  ) strict, without rowid;
  create index contactDateByContact on contactDate (contactId);
  ${fillContactDates}
  create trigger contactDateInserted after insert on contact when new.custom <> '{}' begin ${datesOf('new')} end;
  create trigger contactDateUpdated after update of custom on contact when new.custom <> old.custom begin
    delete from contactDate where contactId = old.id;
    ${datesOf('new')}
  end;
  create trigger contactDateDeleted after delete on contact begin delete from contactDate where contactId = old.id; end;
  drop trigger voucherStays;
  create trigger voucherStays before update on voucher
    when ${changesAny(frozen)} or new.issued is not old.issued and new.issued is not ${everIssued('old.id')}
      or new.price is not old.price and (old.kind <> 'multiPurpose' or new.price is not new.issued)
    begin select raise(abort, 'final'); end;
  drop trigger voucherEntryCounts;
  create trigger voucherEntryCounts after insert on voucherEntry begin
    update voucher set
      balance = balance + new.amount,
      issued = ${everIssued('new.voucherId')},
      price = iif(kind = 'multiPurpose', ${everIssued('new.voucherId')}, price)
    where id = new.voucherId;
  end;
`
