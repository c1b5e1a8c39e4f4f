/** The diary: visits and blocked time with their services, series, who waits, and how often each client comes. */
export const up = `
  create table series (
    id integer primary key autoincrement,
    rule text not null,
    start text not null,
    zone text not null,
    createdAt text not null
  ) strict;
  create table appointment (
    id integer primary key autoincrement,
    kind text not null check (kind in ('visit', 'block')),
    status text not null check (status in ('booked', 'confirmed', 'arrived', 'inService', 'done', 'noShow', 'cancelled')),
    contactId integer references contact (id),
    title text not null,
    note text not null,
    source text not null,
    deposit integer check (deposit >= 0),
    startsAt text not null,
    endsAt text not null,
    seriesId integer references series (id),
    recurrenceStart text,
    detachedAt text,
    cancelledAt text,
    cancelledBy text check (cancelledBy in ('client', 'shop')),
    cancelReason text not null,
    isLate integer not null,
    despite text not null check (json_valid(despite)),
    user text not null,
    importedUid text,
    sequence integer not null,
    createdAt text not null,
    changedAt text not null,
    check (startsAt < endsAt),
    check ((status = 'cancelled') = (cancelledAt is not null))
  ) strict;
  create index appointmentByStart on appointment (startsAt);
  create index appointmentByContact on appointment (contactId, startsAt) where contactId is not null;
  create index appointmentBySeries on appointment (seriesId, startsAt) where seriesId is not null;
  create unique index appointmentByUid on appointment (importedUid, recurrenceStart) where importedUid is not null;
  create table appointmentService (
    id integer primary key autoincrement,
    appointmentId integer not null references appointment (id) on delete cascade,
    position integer not null,
    serviceId integer references service (id),
    staffId integer references staff (id),
    resourceId integer references resource (id),
    startsAt text not null,
    endsAt text not null,
    bufferBeforeMinutes integer not null,
    bufferAfterMinutes integer not null,
    processingAfterMinutes integer,
    processingMinutes integer,
    price integer,
    check (startsAt < endsAt)
  ) strict;
  create unique index appointmentServiceInOrder on appointmentService (appointmentId, position);
  create index appointmentServiceByStaff on appointmentService (staffId, startsAt) where staffId is not null;
  create index appointmentServiceByResource on appointmentService (resourceId, startsAt) where resourceId is not null;
  create table waiting (
    id integer primary key autoincrement,
    contactId integer not null references contact (id) on delete cascade,
    services text not null check (json_valid(services)),
    preferences text not null check (json_valid(preferences)),
    firstDay text,
    lastDay text,
    note text not null,
    createdAt text not null,
    closedAt text
  ) strict;
  create index waitingByContact on waiting (contactId);
  create index waitingOpen on waiting (createdAt) where closedAt is null;
  create table holeCall (
    id integer primary key autoincrement,
    appointmentId integer not null references appointment (id) on delete cascade,
    contactId integer not null references contact (id) on delete cascade,
    outcome text not null check (outcome in ('noAnswer', 'declined', 'booked')),
    at text not null
  ) strict;
  create index holeCallByAppointment on holeCall (appointmentId);
  create index holeCallByContact on holeCall (contactId);
  create table clientRhythm (
    contactId integer primary key references contact (id) on delete cascade,
    visits integer not null,
    lastAt text,
    usualDays real,
    dueOn text,
    noShows integer not null,
    lateCancellations integer not null
  ) strict;
  create index clientRhythmByDue on clientRhythm (dueOn) where dueOn is not null;
  create table calendarFeed (
    id integer primary key autoincrement,
    staffId integer not null references staff (id) on delete cascade,
    keyHash text not null unique,
    createdAt text not null
  ) strict;
`
