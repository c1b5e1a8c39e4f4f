import { changesAny, final } from './final.ts'

/**
 * Quotes, invoices, deposits and credit notes. Sums of a credit note are negative here. What has been issued is final: only whose
 * card it stands on (clients are merged), what has been settled of it, and the answer to a quote may still change.
 */
const frozen = [
  ...['kind', 'appointmentId', 'sourceId', 'pricing', 'language', 'currency', 'discount', 'deliveredFrom', 'deliveredTo'],
  ...['paymentDays', 'validUntil', 'title', 'header', 'footer', 'buyer', 'buyerName', 'seller', 'series', 'sequence', 'number'],
  ...['issuedAt', 'issuedOn', 'dueOn', 'groups', 'discountAmount', 'discountNet', 'net', 'tax', 'gross', 'previousHash', 'hash', 'user'],
  ...['createdAt', 'id'],
]

const parts = ['documentLine', 'documentTax']

export const up = `
  create table document (
    id integer primary key autoincrement,
    kind text not null check (kind in ('quote', 'invoice', 'deposit', 'creditNote')),
    contactId integer references contact (id),
    appointmentId integer references appointment (id),
    sourceId integer references document (id),
    pricing text not null check (pricing in ('gross', 'net')),
    language text not null,
    currency text not null,
    discount text check (json_valid(discount)),
    deliveredFrom text,
    deliveredTo text,
    paymentDays integer,
    validUntil text,
    title text not null,
    header text not null,
    footer text not null,
    note text not null,
    buyer text check (json_valid(buyer)),
    buyerName text not null,
    search text not null,
    seller text check (json_valid(seller)),
    series text,
    sequence integer,
    number text,
    issuedAt text,
    issuedOn text,
    dueOn text,
    groups text not null check (json_valid(groups)),
    discountAmount integer not null,
    discountNet integer not null,
    net integer not null,
    tax integer not null,
    gross integer not null,
    settled integer not null default 0,
    open integer generated always as (iif(issuedAt is null or kind = 'quote', 0, gross - settled)) virtual,
    previousHash text,
    hash text,
    decision text check (decision in ('accepted', 'declined')),
    decidedAt text,
    user text not null,
    createdAt text not null,
    changedAt text not null,
    check (net + tax = gross),
    check ((issuedAt is null) = (number is null)),
    check ((issuedAt is null) = (sequence is null)),
    check ((issuedAt is null) = (hash is null))
  ) strict;
  create unique index documentInSeries on document (series, sequence) where sequence is not null;
  create unique index documentByNumber on document (number) where number is not null;
  create index documentByDay on document (coalesce(issuedOn, '9999'), id);
  create index documentByContact on document (contactId, issuedOn) where contactId is not null;
  create index documentByAppointment on document (appointmentId) where appointmentId is not null;
  create index documentBySource on document (sourceId) where sourceId is not null;
  create index documentOpen on document (coalesce(issuedOn, '9999'), id, dueOn) where open <> 0;
  create table documentLine (
    id integer primary key autoincrement,
    documentId integer not null references document (id) on delete cascade,
    position integer not null,
    kind text not null check (kind in ('service', 'product', 'free', 'deposit', 'voucher', 'package', 'redemption')),
    serviceId integer references service (id),
    productId integer references product (id),
    depositId integer references document (id),
    staffId integer references staff (id),
    creditsLineId integer references documentLine (id),
    name text not null,
    description text not null,
    quantity integer not null,
    unit text not null,
    price integer not null,
    discount text check (json_valid(discount)),
    taxRateId integer not null references taxRate (id),
    taxCategory text not null,
    basisPoints integer not null,
    taxReason text not null,
    taxReasonCode text not null,
    amount integer not null,
    net integer not null,
    netOfAll integer not null,
    tax integer not null
  ) strict;
  create unique index documentLineInOrder on documentLine (documentId, position);
  create index documentLineByCredited on documentLine (creditsLineId) where creditsLineId is not null;
  create index documentLineByDeposit on documentLine (depositId) where depositId is not null;
  create table documentTax (
    id integer primary key autoincrement,
    documentId integer not null references document (id) on delete cascade,
    issuedOn text not null,
    category text not null,
    basisPoints integer not null,
    net integer not null,
    tax integer not null
  ) strict;
  create index documentTaxByDay on documentTax (issuedOn, category, basisPoints, net, tax);
  create index documentTaxByDocument on documentTax (documentId);
  create table stockMovement (
    id integer primary key autoincrement,
    productId integer not null references product (id),
    at text not null,
    reason text not null check (reason in ('sale', 'return', 'delivery', 'loss', 'count', 'own')),
    quantity integer not null,
    documentId integer references document (id),
    note text not null,
    user text not null
  ) strict;
  create index stockMovementByProduct on stockMovement (productId, id, quantity);
  ${final('stockMovement')}
  create trigger documentStaysAsIssued before update on document when old.issuedAt is not null and (${changesAny(frozen)})
    begin select raise(abort, 'issued documents are final'); end;
  create trigger documentStaysThere before delete on document when old.issuedAt is not null
    begin select raise(abort, 'issued documents are final'); end;
  ${parts.map(partsStay).join('')}
`

/** Written last, the document's own row seals its parts. */
function partsStay(table: string) {
  const refuse = (event: string, row: string) => `
  create trigger ${table}${event}Refused before ${event} on ${table}
    when exists (select 1 from document where id = ${row}.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;`
  return refuse('insert', 'new') + refuse('update', 'old') + refuse('delete', 'old')
}
