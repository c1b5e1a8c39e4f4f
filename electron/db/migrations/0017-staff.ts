/** Who works when, what they do, where, and when the shop is open beside its ordinary week (a setting). */
export const up = `
  create table staff (
    id integer primary key autoincrement,
    name text not null,
    colour text not null,
    hours text not null check (json_valid(hours)),
    position integer not null,
    createdAt text not null,
    archivedAt text
  ) strict;
  create table service (
    id integer primary key autoincrement,
    name text not null,
    category text not null,
    durationMinutes integer not null check (durationMinutes > 0),
    processingAfterMinutes integer check (processingAfterMinutes > 0),
    processingMinutes integer check (processingMinutes > 0),
    bufferBeforeMinutes integer not null check (bufferBeforeMinutes >= 0),
    bufferAfterMinutes integer not null check (bufferAfterMinutes >= 0),
    price integer check (price >= 0),
    colour text not null,
    seats integer not null check (seats > 0),
    resourceKind text not null,
    note text not null,
    position integer not null,
    createdAt text not null,
    archivedAt text,
    check ((processingAfterMinutes is null) = (processingMinutes is null))
  ) strict;
  create table staffService (
    staffId integer not null references staff (id) on delete cascade,
    serviceId integer not null references service (id) on delete cascade,
    durationMinutes integer check (durationMinutes > 0),
    price integer check (price >= 0),
    primary key (staffId, serviceId)
  ) strict, without rowid;
  create index staffServiceByService on staffService (serviceId);
  create table absence (
    id integer primary key autoincrement,
    staffId integer not null references staff (id) on delete cascade,
    firstDay text not null,
    lastDay text not null,
    hours text not null check (json_valid(hours)),
    reason text not null,
    note text not null,
    check (firstDay <= lastDay)
  ) strict;
  create index absenceByLastDay on absence (lastDay);
  create table closure (
    id integer primary key autoincrement,
    firstDay text not null,
    lastDay text not null,
    hours text not null check (json_valid(hours)),
    name text not null,
    check (firstDay <= lastDay)
  ) strict;
  create index closureByLastDay on closure (lastDay);
  create table resource (
    id integer primary key autoincrement,
    name text not null,
    kind text not null,
    position integer not null,
    archivedAt text
  ) strict;
`
