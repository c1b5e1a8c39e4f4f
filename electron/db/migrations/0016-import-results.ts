/**
 * What an import did to which contact, by runs of rows whose lines and contacts follow each other; what came of it all, to be looked
 * at later; and what the columns of a file meant the last time. Not part of the history.
 */
export const up = `
  alter table importRun add column operationId integer;
  alter table importRun add column settings text not null default '{}';
  alter table importRun add column counts text not null default '{}';
  create index importRunByOperation on importRun (operationId);
  create table importRange (
    importId integer not null references importRun (id) on delete cascade,
    outcome text not null,
    position integer not null,
    rows integer not null,
    firstLine integer not null,
    firstContact integer,
    reason text not null,
    primary key (importId, outcome, position)
  ) strict, without rowid;
  create table importMapping (
    header text primary key,
    fields text not null,
    usedAt text not null
  ) strict;
`
