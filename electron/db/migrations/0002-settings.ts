export const up = `
  create table setting (name text primary key, value text not null) strict;
  create table preference (name text primary key, value text not null) strict;
`
