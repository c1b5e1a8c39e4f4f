/**
 * Ids are never used twice: what was taken back can come back under its own. A contact is one row: phones, e-mails and addresses are values of it, kept as JSON arrays whose first entry is the
 * primary one. See docs/decisions/0002. contactSearch and contactKey are derived from it, see electron/db/derived.ts.
 */
export const up = `
  create table contact (
    id integer primary key autoincrement,
    kind text not null check (kind in ('person', 'company')),
    namePrefix text not null,
    givenName text not null,
    additionalName text not null,
    familyName text not null,
    nameSuffix text not null,
    organization text not null,
    phones text not null,
    emails text not null,
    addresses text not null,
    birthday text,
    language text not null,
    note text not null,
    source text not null,
    createdAt text not null,
    changedAt text not null,
    trashedAt text,
    sortName text not null,
    sortOrganization text not null
  ) strict;
  create index contactByName on contact (trashedAt, sortName, kind);
  create index contactByOrganization on contact (trashedAt, sortOrganization, sortName, kind) where sortOrganization <> '';
  create index contactByChange on contact (trashedAt, changedAt, kind);
  create index contactByCreation on contact (trashedAt, createdAt, kind);

  create table tag (id integer primary key autoincrement, name text not null, foldedName text not null unique) strict;
  create table contactTag (
    contactId integer not null references contact (id) on delete cascade,
    tagId integer not null references tag (id),
    primary key (contactId, tagId)
  ) strict, without rowid;
  create index contactTagByTag on contactTag (tagId, contactId);

  create virtual table contactSearch using fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
  );
  create table contactKey (
    key integer not null,
    contactId integer not null,
    primary key (key, contactId)
  ) strict, without rowid;
`
