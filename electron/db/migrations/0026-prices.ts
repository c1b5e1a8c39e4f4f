/** Price lists, rules of prices, and which list a client has. */
export const up = `
  create table priceList (
    id integer primary key autoincrement,
    name text not null,
    createdAt text not null
  ) strict;
  create table priceRule (
    id integer primary key autoincrement,
    name text not null,
    scope text not null check (json_valid(scope)),
    effect text not null check (json_valid(effect)),
    tagId integer references tag (id),
    priceListId integer references priceList (id),
    fromDay text,
    toDay text,
    weekdays text not null check (json_valid(weekdays)),
    fromTime text,
    toTime text,
    isExclusive integer not null,
    createdAt text not null,
    check (tagId is null or priceListId is null)
  ) strict;
  create index priceRuleByList on priceRule (priceListId) where priceListId is not null;
  create table clientPriceList (
    id integer primary key autoincrement,
    contactId integer not null unique references contact (id),
    priceListId integer not null references priceList (id)
  ) strict;
  create index clientPriceListByList on clientPriceList (priceListId);
`
