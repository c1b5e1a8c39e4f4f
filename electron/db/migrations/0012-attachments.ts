/** Files about contacts. The content lies beside the database, under its hash: see docs/decisions. */
export const up = `
  create table attachment (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    fileName text not null,
    mediaType text not null,
    bytes integer not null check (bytes >= 0),
    hash text not null,
    user text not null,
    at text not null,
    pictureAt text,
    trashedAt text
  ) strict;
  create index attachmentByContact on attachment (contactId, at);
`
