/** A merged contact stays as it was, points at the one that it is a part of now, and can be taken out of it again. See docs/decisions/0010. */
export const up = `
  alter table contact add column mergedInto integer references contact (id);
  create index contactByMerge on contact (mergedInto) where mergedInto is not null;

  create table contactMerge (
    id integer primary key autoincrement,
    survivorId integer not null references contact (id),
    loserId integer not null references contact (id),
    at text not null,
    before text not null,
    after text not null,
    moved text not null,
    unmergedAt text
  ) strict;
  create index contactMergeBySurvivor on contactMerge (survivorId) where unmergedAt is null;
  create unique index contactMergeByLoser on contactMerge (loserId) where unmergedAt is null;
`
