/** The history: who changed what, with the row as it was before. See docs/decisions/0004. */
export const up = `
  create table operation (
    id integer primary key autoincrement,
    at text not null,
    user text not null,
    call text not null,
    text text not null,
    params text not null,
    contactId integer,
    undoes integer references operation (id),
    undoneBy integer references operation (id),
    finishedAt text
  ) strict;
  create index operationUnfinished on operation (id) where finishedAt is null;

  create table change (
    id integer primary key,
    operationId integer not null references operation (id),
    tableName text not null,
    rowKey text not null,
    action text not null check (action in ('insert', 'update', 'delete')),
    before text
  ) strict;
  create index changeByOperation on change (operationId);
  create index changeByRow on change (tableName, rowKey, operationId);

  create table changeRange (
    id integer primary key,
    operationId integer not null references operation (id),
    tableName text not null,
    firstId integer not null,
    lastId integer not null
  ) strict;
  create index changeRangeByOperation on changeRange (operationId);
`
