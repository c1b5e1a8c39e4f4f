CREATE TABLE absence (
    id integer primary key autoincrement,
    staffId integer not null references staff (id) on delete cascade,
    firstDay text not null,
    lastDay text not null,
    hours text not null check (json_valid(hours)),
    reason text not null,
    note text not null,
    check (firstDay <= lastDay)
  ) strict;
CREATE INDEX absenceByLastDay on absence (lastDay);
CREATE TABLE activity (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    kind text not null check (kind in ('note', 'call', 'email', 'meeting')),
    at text not null,
    direction text check (direction in ('in', 'out')),
    outcome text,
    durationMinutes integer check (durationMinutes > 0),
    body text not null,
    user text not null,
    pinnedAt text,
    createdAt text not null,
    changedAt text not null,
    trashedAt text
  ) strict;
CREATE INDEX activityByContact on activity (contactId, at);
CREATE TABLE appointment (
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
CREATE INDEX appointmentByContact on appointment (contactId, startsAt) where contactId is not null;
CREATE INDEX appointmentBySeries on appointment (seriesId, startsAt) where seriesId is not null;
CREATE INDEX appointmentByStart on appointment (startsAt);
CREATE UNIQUE INDEX appointmentByUid on appointment (importedUid, recurrenceStart) where importedUid is not null;
CREATE TABLE appointmentService (
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
CREATE INDEX appointmentServiceByResource on appointmentService (resourceId, startsAt) where resourceId is not null;
CREATE INDEX appointmentServiceByStaff on appointmentService (staffId, startsAt) where staffId is not null;
CREATE UNIQUE INDEX appointmentServiceInOrder on appointmentService (appointmentId, position);
CREATE TABLE attachment (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    fileName text not null,
    mediaType text not null,
    bytes integer not null check (bytes >= 0),
    hash text not null,
    user text not null,
    at text not null,
    pictureAt text,
    trashedAt text
  ) strict;
CREATE INDEX attachmentByContact on attachment (contactId, at);
CREATE TABLE calendarFeed (
    id integer primary key autoincrement,
    staffId integer not null references staff (id) on delete cascade,
    keyHash text not null unique,
    createdAt text not null
  ) strict;
CREATE TABLE change (
    id integer primary key,
    operationId integer not null references operation (id),
    tableName text not null,
    rowKey text not null,
    action text not null check (action in ('insert', 'update', 'delete')),
    before text
  ) strict;
CREATE INDEX changeByOperation on change (operationId);
CREATE INDEX changeByRow on change (tableName, rowKey, operationId);
CREATE TABLE changeRange (
    id integer primary key,
    operationId integer not null references operation (id),
    tableName text not null,
    firstId integer not null,
    lastId integer not null
  ) strict;
CREATE INDEX changeRangeByOperation on changeRange (operationId);
CREATE INDEX changeRangeByRow on changeRange (tableName, firstId);
CREATE TABLE clientRhythm (
    contactId integer primary key references contact (id) on delete cascade,
    visits integer not null,
    lastAt text,
    usualDays real,
    dueOn text,
    noShows integer not null,
    lateCancellations integer not null
  ) strict;
CREATE INDEX clientRhythmByDue on clientRhythm (dueOn) where dueOn is not null;
CREATE TABLE closure (
    id integer primary key autoincrement,
    firstDay text not null,
    lastDay text not null,
    hours text not null check (json_valid(hours)),
    name text not null,
    check (firstDay <= lastDay)
  ) strict;
CREATE INDEX closureByLastDay on closure (lastDay);
CREATE TABLE contact (
    id integer primary key autoincrement,
    kind text not null check (kind in ('person', 'company')),
    namePrefix text not null,
    givenName text not null,
    additionalName text not null,
    familyName text not null,
    nameSuffix text not null,
    organization text not null,
    phones text not null,
    emails text not null,
    addresses text not null,
    birthday text,
    language text not null,
    note text not null,
    source text not null,
    createdAt text not null,
    changedAt text not null,
    trashedAt text,
    sortName text not null,
    sortOrganization text not null
  , mergedInto integer references contact (id), alerts text not null default '[]', consents text not null default '{}', preferredChannel text, followUpOn text, blockedAt text, custom text not null default '{}') strict;
CREATE INDEX contactByChange on contact (trashedAt, changedAt, kind);
CREATE INDEX contactByCreation on contact (trashedAt, createdAt, kind);
CREATE INDEX contactByMerge on contact (mergedInto) where mergedInto is not null;
CREATE INDEX contactByName on contact (trashedAt, sortName, kind);
CREATE INDEX contactByOrganization on contact (trashedAt, sortOrganization, sortName, kind) where sortOrganization <> '';
CREATE TABLE contactKey (
    key integer not null,
    contactId integer not null,
    primary key (key, contactId)
  ) strict, without rowid;
CREATE TABLE contactMerge (
    id integer primary key autoincrement,
    survivorId integer not null references contact (id),
    loserId integer not null references contact (id),
    at text not null,
    before text not null,
    after text not null,
    moved text not null,
    unmergedAt text
  ) strict;
CREATE UNIQUE INDEX contactMergeByLoser on contactMerge (loserId) where unmergedAt is null;
CREATE INDEX contactMergeBySurvivor on contactMerge (survivorId) where unmergedAt is null;
CREATE VIRTUAL TABLE contactSearch using fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
  );
CREATE TABLE contactTag (
    contactId integer not null references contact (id) on delete cascade,
    tagId integer not null references tag (id),
    primary key (contactId, tagId)
  ) strict, without rowid;
CREATE INDEX contactTagByTag on contactTag (tagId, contactId);
CREATE TABLE duplicateDismissal (
    id integer primary key autoincrement,
    a integer not null references contact (id) on delete cascade,
    b integer not null references contact (id) on delete cascade,
    at text not null
  ) strict;
CREATE INDEX duplicateDismissalByOther on duplicateDismissal (b);
CREATE UNIQUE INDEX duplicateDismissalByPair on duplicateDismissal (a, b);
CREATE TABLE duplicateGroup (
    id integer primary key autoincrement,
    scanId integer not null,
    certain integer not null,
    strength real not null,
    size integer not null,
    touched integer not null
  ) strict;
CREATE INDEX duplicateGroupByStrength on duplicateGroup (scanId, touched, certain, strength);
CREATE TABLE duplicateMember (
    groupId integer not null,
    contactId integer not null,
    changedAt text not null,
    primary key (groupId, contactId)
  ) strict, without rowid;
CREATE INDEX duplicateMemberByContact on duplicateMember (contactId, groupId);
CREATE TABLE duplicatePair (
    groupId integer not null,
    a integer not null,
    b integer not null,
    probability real not null,
    strength real not null,
    suggested integer not null,
    certain integer not null,
    primary key (groupId, a, b)
  ) strict, without rowid;
CREATE TABLE duplicateScan (
    id integer primary key autoincrement,
    startedAt text not null,
    finishedAt text,
    contacts integer not null,
    knowledge text not null
  ) strict;
CREATE TRIGGER duplicateTouchedByChange after update of changedAt, trashedAt on contact begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId = old.id) and touched = 0;
  end;
CREATE TRIGGER duplicateTouchedByDelete after delete on contact begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId = old.id) and touched = 0;
  end;
CREATE TRIGGER duplicateTouchedByDismissal after insert on duplicateDismissal begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId in (new.a, new.b)) and touched = 0;
  end;
CREATE TRIGGER duplicateTouchedByUndismissal after delete on duplicateDismissal begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId in (old.a, old.b)) and touched = 0;
  end;
CREATE TABLE field (
    id integer primary key autoincrement,
    name text not null,
    foldedName text not null,
    type text not null check (type in ('text', 'number', 'date', 'yesNo', 'choice', 'choices', 'link')),
    kind text check (kind in ('person', 'company')),
    required integer not null check (required in (0, 1)),
    defaultValue text not null,
    options text not null,
    position integer not null,
    archivedAt text
  ) strict;
CREATE UNIQUE INDEX fieldByName on field (foldedName) where archivedAt is null;
CREATE TABLE holeCall (
    id integer primary key autoincrement,
    appointmentId integer not null references appointment (id) on delete cascade,
    contactId integer not null references contact (id) on delete cascade,
    outcome text not null check (outcome in ('noAnswer', 'declined', 'booked')),
    at text not null
  ) strict;
CREATE INDEX holeCallByAppointment on holeCall (appointmentId);
CREATE INDEX holeCallByContact on holeCall (contactId);
CREATE TABLE importMapping (
    header text primary key,
    fields text not null,
    usedAt text not null
  ) strict;
CREATE TABLE importProblem (
    importId integer not null references importRun (id) on delete cascade,
    position integer not null,
    line integer not null,
    "column" text not null,
    value text not null,
    reason text not null,
    params text not null,
    cells text, isTaken integer not null default 0,
    primary key (importId, position)
  ) strict;
CREATE TABLE importRange (
    importId integer not null references importRun (id) on delete cascade,
    outcome text not null,
    position integer not null,
    rows integer not null,
    firstLine integer not null,
    firstContact integer,
    reason text not null,
    primary key (importId, outcome, position)
  ) strict, without rowid;
CREATE TABLE importRun (
    id integer primary key autoincrement,
    startedAt text not null,
    fileName text not null,
    headers text not null,
    finishedAt text
  , operationId integer, settings text not null default '{}', counts text not null default '{}') strict;
CREATE INDEX importRunByOperation on importRun (operationId);
CREATE TABLE operation (
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
CREATE INDEX operationUnfinished on operation (id) where finishedAt is null;
CREATE TABLE preference (name text primary key, value text not null) strict;
CREATE TABLE relation (
    id integer primary key autoincrement,
    fromId integer not null references contact (id) on delete cascade,
    toId integer not null references contact (id) on delete cascade,
    kind text not null check (kind in ('worksAt', 'partner', 'parent', 'sibling', 'referredBy', 'other')),
    label text not null,
    createdAt text not null,
    check (fromId <> toId)
  ) strict;
CREATE INDEX relationByFrom on relation (fromId);
CREATE INDEX relationByTo on relation (toId);
CREATE UNIQUE INDEX relationOnce on relation (min(fromId, toId), max(fromId, toId), kind, label);
CREATE TABLE resource (
    id integer primary key autoincrement,
    name text not null,
    kind text not null,
    position integer not null,
    archivedAt text
  ) strict;
CREATE TABLE segment (
    id integer primary key autoincrement,
    name text not null,
    filter text not null,
    createdAt text not null,
    changedAt text not null
  ) strict;
CREATE TABLE series (
    id integer primary key autoincrement,
    rule text not null,
    start text not null,
    zone text not null,
    createdAt text not null
  ) strict;
CREATE TABLE service (
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
CREATE TABLE setting (name text primary key, value text not null) strict;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE staff (
    id integer primary key autoincrement,
    name text not null,
    colour text not null,
    hours text not null check (json_valid(hours)),
    position integer not null,
    createdAt text not null,
    archivedAt text
  ) strict;
CREATE TABLE staffService (
    staffId integer not null references staff (id) on delete cascade,
    serviceId integer not null references service (id) on delete cascade,
    durationMinutes integer check (durationMinutes > 0),
    price integer check (price >= 0),
    primary key (staffId, serviceId)
  ) strict, without rowid;
CREATE INDEX staffServiceByService on staffService (serviceId);
CREATE TABLE tag (id integer primary key autoincrement, name text not null, foldedName text not null unique, colour text) strict;
CREATE TABLE waiting (
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
CREATE INDEX waitingByContact on waiting (contactId);
CREATE INDEX waitingOpen on waiting (createdAt) where closedAt is null;
