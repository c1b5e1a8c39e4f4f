/** What could not be imported: each row whole, once, at the first of its problems. Not part of the history. */
export const up = `
  create table importRun (
    id integer primary key autoincrement,
    startedAt text not null,
    fileName text not null,
    headers text not null,
    finishedAt text
  ) strict;
  create table importProblem (
    importId integer not null references importRun (id) on delete cascade,
    position integer not null,
    line integer not null,
    "column" text not null,
    value text not null,
    reason text not null,
    params text not null,
    cells text,
    primary key (importId, position)
  ) strict;
`
