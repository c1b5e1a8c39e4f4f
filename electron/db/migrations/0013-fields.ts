/** What a shop wants to know beside what every shop does. A contact's values are JSON, keyed by the field's id. */
export const up = `
  create table field (
    id integer primary key autoincrement,
    name text not null,
    foldedName text not null,
    type text not null check (type in ('text', 'number', 'date', 'yesNo', 'choice', 'choices', 'link')),
    kind text check (kind in ('person', 'company')),
    required integer not null check (required in (0, 1)),
    defaultValue text not null,
    options text not null,
    position integer not null,
    archivedAt text
  ) strict;
  create unique index fieldByName on field (foldedName) where archivedAt is null;
  alter table contact add column custom text not null default '{}';
`
