/** Filters that somebody gave a name. */
export const up = `
  create table segment (
    id integer primary key autoincrement,
    name text not null,
    filter text not null,
    createdAt text not null,
    changedAt text not null
  ) strict;
`
