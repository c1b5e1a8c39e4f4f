import { changesAny, final } from './final.ts'

const frozen = ['id', 'code', 'kind', 'lineId', 'packageId', 'serviceId', 'name', 'currency', 'issued', 'price', 'issuedOn', 'createdAt']

/**
 * Gift cards and packages with their ledger. The balance follows the ledger, and can be neither less than nothing nor more than
 * was sold, whatever the program does.
 */
export const up = `
  create table package (
    id integer primary key autoincrement,
    name text not null,
    serviceId integer not null references service (id),
    units integer not null check (units > 0),
    paidUnits integer not null check (paidUnits > 0),
    price integer not null,
    pricing text not null check (pricing in ('gross', 'net')),
    archivedAt text,
    createdAt text not null
  ) strict;
  create index packageByService on package (serviceId);
  create table voucher (
    id integer primary key autoincrement,
    code text not null unique,
    kind text not null check (kind in ('multiPurpose', 'package')),
    lineId integer not null unique references documentLine (id),
    packageId integer references package (id),
    serviceId integer references service (id),
    contactId integer references contact (id),
    name text not null,
    holder text not null,
    search text not null,
    currency text not null,
    issued integer not null check (issued > 0),
    balance integer not null default 0 check (balance between 0 and issued),
    price integer not null,
    issuedOn text not null,
    expiresOn text,
    blockedAt text,
    createdAt text not null,
    changedAt text not null
  ) strict;
  create index voucherByContact on voucher (contactId, id) where contactId is not null;
  create index voucherOpen on voucher (id, balance, expiresOn, blockedAt) where balance > 0;
  create index voucherByYear on voucher (issuedOn, kind, currency, price, balance, issued);
  create trigger voucherStays before update on voucher when ${changesAny(frozen)}
    begin select raise(abort, 'final'); end;
  create trigger voucherStaysThere before delete on voucher begin select raise(abort, 'final'); end;
  create table voucherEntry (
    id integer primary key autoincrement,
    voucherId integer not null references voucher (id),
    at text not null,
    day text not null,
    kind text not null check (kind in ('issued', 'redeemed', 'restored', 'returned', 'expired', 'reinstated')),
    amount integer not null check (amount <> 0),
    documentId integer references document (id),
    paymentId integer references payment (id),
    note text not null,
    user text not null,
    check ((amount > 0) = (kind in ('issued', 'restored', 'reinstated')))
  ) strict;
  create index voucherEntryByVoucher on voucherEntry (voucherId, kind, amount);
  create index voucherEntryByPayment on voucherEntry (paymentId) where paymentId is not null;
  ${final('voucherEntry')}
  create trigger voucherEntryCounts after insert on voucherEntry begin
    update voucher set balance = balance + new.amount where id = new.voucherId;
  end;
  alter table documentLine add column packageId integer references package (id);
  alter table documentLine add column voucherId integer references voucher (id);
  create index documentLineByVoucher on documentLine (voucherId) where voucherId is not null;
  alter table payment add column voucherId integer references voucher (id) check ((method = 'voucher') = (voucherId is not null));
  create index paymentByVoucher on payment (voucherId) where voucherId is not null;
  create trigger paymentStaysOfVoucher before update of voucherId on payment when old.voucherId is not new.voucherId
    begin select raise(abort, 'final'); end;
`
