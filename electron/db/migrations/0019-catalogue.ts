/** Tax rates, products and their stock; services get a tax rate. */
export const up = `
  create table taxRate (
    id integer primary key autoincrement,
    name text not null,
    category text not null check (category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
    periods text not null check (json_valid(periods)),
    reason text not null,
    reasonCode text not null,
    position integer not null,
    archivedAt text,
    createdAt text not null
  ) strict;
  create table product (
    id integer primary key autoincrement,
    name text not null,
    category text not null,
    sku text not null,
    barcode text not null,
    unit text not null,
    price integer not null check (price >= 0),
    pricing text not null check (pricing in ('gross', 'net')),
    taxRateId integer references taxRate (id),
    cost integer check (cost >= 0),
    isStocked integer not null,
    note text not null,
    archivedAt text,
    createdAt text not null
  ) strict;
  create index productByName on product (name);
  create unique index productBySku on product (sku) where sku <> '' and archivedAt is null;
  create unique index productByBarcode on product (barcode) where barcode <> '' and archivedAt is null;
  alter table service add column pricing text not null default 'gross' check (pricing in ('gross', 'net'));
  alter table service add column taxRateId integer references taxRate (id);
`
