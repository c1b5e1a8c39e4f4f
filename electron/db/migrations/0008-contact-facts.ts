/** Every column has a default: contacts that were there before, and bulk work that does not know them, need no change. */
export const up = `
  alter table contact add column alerts text not null default '[]';
  alter table contact add column consents text not null default '{}';
  alter table contact add column preferredChannel text;
  alter table contact add column followUpOn text;
  alter table contact add column blockedAt text;
`
