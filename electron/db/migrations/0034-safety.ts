import { final } from './final.ts'

/**
 * A `forgetting` is noted before anything goes: up to `untilId` the history is gone, however far the work on it has come. A `purge`
 * is the trace of what was deleted for good, and says nothing about whom. A `forgottenContent` lies in `files/` until no backup of
 * the data folder is old enough to need it.
 */
export const up = `
  create index operationByUndoes on operation (undoes) where undoes is not null;
  create index operationByUndoneBy on operation (undoneBy) where undoneBy is not null;
  create table forgetting (
    id integer primary key autoincrement,
    at text not null,
    before text not null,
    untilId integer not null,
    operations integer not null
  ) strict;
  create table purge (
    id integer primary key autoincrement,
    at text not null,
    contacts integer not null,
    entries integer not null,
    files integer not null
  ) strict;
  ${final('purge')}
  create table forgottenContent (
    hash text primary key,
    at text not null
  ) strict;`
