/** Who belongs to whom: once for each two contacts and kind, whichever of them says it. */
export const up = `
  create table relation (
    id integer primary key autoincrement,
    fromId integer not null references contact (id) on delete cascade,
    toId integer not null references contact (id) on delete cascade,
    kind text not null check (kind in ('worksAt', 'partner', 'parent', 'sibling', 'referredBy', 'other')),
    label text not null,
    createdAt text not null,
    check (fromId <> toId)
  ) strict;
  create unique index relationOnce on relation (min(fromId, toId), max(fromId, toId), kind, label);
  create index relationByFrom on relation (fromId);
  create index relationByTo on relation (toId);
`
