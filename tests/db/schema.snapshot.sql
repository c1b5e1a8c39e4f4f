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
CREATE TABLE cashClosing (
    id integer primary key autoincrement,
    day text not null unique,
    at text not null,
    expected integer not null,
    counted integer not null,
    difference integer not null,
    note text not null,
    user text not null
  ) strict;
CREATE TRIGGER cashClosingdeleteRefused before delete on cashClosing begin select raise(abort, 'final'); end;
CREATE TRIGGER cashClosingupdateRefused before update on cashClosing begin select raise(abort, 'final'); end;
CREATE TABLE cashEntry (
    id integer primary key autoincrement,
    at text not null,
    day text not null,
    kind text not null check (kind in ('payment', 'tip', 'paidIn', 'paidOut', 'difference')),
    amount integer not null,
    balance integer not null,
    paymentId integer references payment (id),
    note text not null,
    user text not null
  ) strict;
CREATE INDEX cashEntryByDay on cashEntry (day, id);
CREATE TRIGGER cashEntrydeleteRefused before delete on cashEntry begin select raise(abort, 'final'); end;
CREATE TRIGGER cashEntryupdateRefused before update on cashEntry begin select raise(abort, 'final'); end;
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
CREATE INDEX contactByBirthday on contact (substr(birthday, -5)) where birthday is not null;
CREATE INDEX contactByChange on contact (trashedAt, changedAt, kind);
CREATE INDEX contactByCreation on contact (trashedAt, createdAt, kind);
CREATE INDEX contactByFollowUp on contact (followUpOn) where followUpOn is not null;
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
CREATE TABLE document (
    id integer primary key autoincrement,
    kind text not null check (kind in ('quote', 'invoice', 'deposit', 'creditNote')),
    contactId integer references contact (id),
    appointmentId integer references appointment (id),
    sourceId integer references document (id),
    pricing text not null check (pricing in ('gross', 'net')),
    language text not null,
    currency text not null,
    discount text check (json_valid(discount)),
    deliveredFrom text,
    deliveredTo text,
    paymentDays integer,
    validUntil text,
    title text not null,
    header text not null,
    footer text not null,
    note text not null,
    buyer text check (json_valid(buyer)),
    buyerName text not null,
    search text not null,
    seller text check (json_valid(seller)),
    series text,
    sequence integer,
    number text,
    issuedAt text,
    issuedOn text,
    dueOn text,
    groups text not null check (json_valid(groups)),
    discountAmount integer not null,
    discountNet integer not null,
    net integer not null,
    tax integer not null,
    gross integer not null,
    settled integer not null default 0,
    open integer generated always as (iif(issuedAt is null or kind = 'quote', 0, gross - settled)) virtual,
    previousHash text,
    hash text,
    decision text check (decision in ('accepted', 'declined')),
    decidedAt text,
    user text not null,
    createdAt text not null,
    changedAt text not null,
    check (net + tax = gross),
    check ((issuedAt is null) = (number is null)),
    check ((issuedAt is null) = (sequence is null)),
    check ((issuedAt is null) = (hash is null))
  ) strict;
CREATE INDEX documentByAppointment on document (appointmentId) where appointmentId is not null;
CREATE INDEX documentByContact on document (contactId, issuedOn) where contactId is not null;
CREATE INDEX documentByDay on document (coalesce(issuedOn, '9999'), id);
CREATE UNIQUE INDEX documentByNumber on document (number) where number is not null;
CREATE INDEX documentBySource on document (sourceId) where sourceId is not null;
CREATE INDEX documentByValidity on document (validUntil) where kind = 'quote' and decision is null and issuedAt is not null;
CREATE UNIQUE INDEX documentInSeries on document (series, sequence) where sequence is not null;
CREATE TABLE documentLine (
    id integer primary key autoincrement,
    documentId integer not null references document (id) on delete cascade,
    position integer not null,
    kind text not null check (kind in ('service', 'product', 'free', 'deposit')),
    serviceId integer references service (id),
    productId integer references product (id),
    depositId integer references document (id),
    staffId integer references staff (id),
    creditsLineId integer references documentLine (id),
    name text not null,
    description text not null,
    quantity integer not null,
    unit text not null,
    price integer not null,
    discount text check (json_valid(discount)),
    taxRateId integer not null references taxRate (id),
    taxCategory text not null,
    basisPoints integer not null,
    taxReason text not null,
    taxReasonCode text not null,
    amount integer not null,
    net integer not null,
    netOfAll integer not null,
    tax integer not null
  ) strict;
CREATE INDEX documentLineByCredited on documentLine (creditsLineId) where creditsLineId is not null;
CREATE INDEX documentLineByDeposit on documentLine (depositId) where depositId is not null;
CREATE UNIQUE INDEX documentLineInOrder on documentLine (documentId, position);
CREATE TRIGGER documentLinedeleteRefused before delete on documentLine
    when exists (select 1 from document where id = old.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;
CREATE TRIGGER documentLineinsertRefused before insert on documentLine
    when exists (select 1 from document where id = new.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;
CREATE TRIGGER documentLineupdateRefused before update on documentLine
    when exists (select 1 from document where id = old.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;
CREATE INDEX documentOpen on document (coalesce(issuedOn, '9999'), id, dueOn) where open <> 0;
CREATE TRIGGER documentStaysAsIssued before update on document when old.issuedAt is not null and (old.kind is not new.kind or old.appointmentId is not new.appointmentId or old.sourceId is not new.sourceId or old.pricing is not new.pricing or old.language is not new.language or old.currency is not new.currency or old.discount is not new.discount or old.deliveredFrom is not new.deliveredFrom or old.deliveredTo is not new.deliveredTo or old.paymentDays is not new.paymentDays or old.validUntil is not new.validUntil or old.title is not new.title or old.header is not new.header or old.footer is not new.footer or old.buyer is not new.buyer or old.buyerName is not new.buyerName or old.seller is not new.seller or old.series is not new.series or old.sequence is not new.sequence or old.number is not new.number or old.issuedAt is not new.issuedAt or old.issuedOn is not new.issuedOn or old.dueOn is not new.dueOn or old.groups is not new.groups or old.discountAmount is not new.discountAmount or old.discountNet is not new.discountNet or old.net is not new.net or old.tax is not new.tax or old.gross is not new.gross or old.previousHash is not new.previousHash or old.hash is not new.hash or old.user is not new.user or old.createdAt is not new.createdAt or old.id is not new.id)
    begin select raise(abort, 'issued documents are final'); end;
CREATE TRIGGER documentStaysThere before delete on document when old.issuedAt is not null
    begin select raise(abort, 'issued documents are final'); end;
CREATE TABLE documentTax (
    id integer primary key autoincrement,
    documentId integer not null references document (id) on delete cascade,
    issuedOn text not null,
    category text not null,
    basisPoints integer not null,
    net integer not null,
    tax integer not null
  ) strict;
CREATE INDEX documentTaxByDay on documentTax (issuedOn, category, basisPoints, net, tax);
CREATE INDEX documentTaxByDocument on documentTax (documentId);
CREATE TRIGGER documentTaxdeleteRefused before delete on documentTax
    when exists (select 1 from document where id = old.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;
CREATE TRIGGER documentTaxinsertRefused before insert on documentTax
    when exists (select 1 from document where id = new.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;
CREATE TRIGGER documentTaxupdateRefused before update on documentTax
    when exists (select 1 from document where id = old.documentId and issuedAt is not null)
    begin select raise(abort, 'issued documents are final'); end;
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
CREATE TABLE payment (
    id integer primary key autoincrement,
    at text not null,
    day text not null,
    method text not null check (method in ('cash', 'card', 'transfer', 'other')),
    amount integer not null,
    tip integer not null check (tip >= 0),
    tendered integer,
    reference text not null,
    note text not null,
    contactId integer references contact (id),
    refundsId integer references payment (id),
    user text not null,
    check (amount <> 0 or tip <> 0)
  ) strict;
CREATE INDEX paymentByContact on payment (contactId) where contactId is not null;
CREATE INDEX paymentByDay on payment (day, id);
CREATE INDEX paymentByRefunded on payment (refundsId) where refundsId is not null;
CREATE TRIGGER paymentStays before update on payment when old.id is not new.id or old.at is not new.at or old.day is not new.day or old.method is not new.method or old.amount is not new.amount or old.tip is not new.tip or old.tendered is not new.tendered or old.reference is not new.reference or old.note is not new.note or old.refundsId is not new.refundsId or old.user is not new.user
    begin select raise(abort, 'final'); end;
CREATE TRIGGER paymentStaysThere before delete on payment begin select raise(abort, 'final'); end;
CREATE TABLE preference (name text primary key, value text not null) strict;
CREATE TABLE product (
    id integer primary key autoincrement,
    name text not null,
    category text not null,
    sku text not null,
    barcode text not null,
    unit text not null,
    price integer not null check (price >= 0),
    pricing text not null check (pricing in ('gross', 'net')),
    taxRateId integer references taxRate (id),
    cost integer check (cost >= 0),
    isStocked integer not null,
    note text not null,
    archivedAt text,
    createdAt text not null
  ) strict;
CREATE UNIQUE INDEX productByBarcode on product (barcode) where barcode <> '' and archivedAt is null;
CREATE INDEX productByName on product (name);
CREATE UNIQUE INDEX productBySku on product (sku) where sku <> '' and archivedAt is null;
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
CREATE TABLE reminderShown (
    subject text not null,
    at text not null,
    shownAt text not null,
    primary key (subject, at)
  ) strict, without rowid;
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
    archivedAt text, pricing text not null default 'gross' check (pricing in ('gross', 'net')), taxRateId integer references taxRate (id),
    check ((processingAfterMinutes is null) = (processingMinutes is null))
  ) strict;
CREATE TABLE setting (name text primary key, value text not null) strict;
CREATE TABLE settlement (
    id integer primary key autoincrement,
    documentId integer not null references document (id),
    paymentId integer references payment (id),
    counterpartId integer references document (id),
    amount integer not null check (amount <> 0),
    at text not null,
    check ((paymentId is null) <> (counterpartId is null))
  ) strict;
CREATE INDEX settlementByDocument on settlement (documentId);
CREATE INDEX settlementByPayment on settlement (paymentId, amount) where paymentId is not null;
CREATE TRIGGER settlementCounts after insert on settlement begin
    update document set settled = settled + new.amount where id = new.documentId;
  end;
CREATE TRIGGER settlementdeleteRefused before delete on settlement begin select raise(abort, 'final'); end;
CREATE TRIGGER settlementupdateRefused before update on settlement begin select raise(abort, 'final'); end;
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
CREATE TABLE stockMovement (
    id integer primary key autoincrement,
    productId integer not null references product (id),
    at text not null,
    reason text not null check (reason in ('sale', 'return', 'delivery', 'loss', 'count', 'own')),
    quantity integer not null,
    documentId integer references document (id),
    note text not null,
    user text not null
  ) strict;
CREATE INDEX stockMovementByProduct on stockMovement (productId, id, quantity);
CREATE TRIGGER stockMovementdeleteRefused before delete on stockMovement begin select raise(abort, 'final'); end;
CREATE TRIGGER stockMovementupdateRefused before update on stockMovement begin select raise(abort, 'final'); end;
CREATE TABLE tag (id integer primary key autoincrement, name text not null, foldedName text not null unique, colour text) strict;
CREATE TABLE task (
    id integer primary key autoincrement,
    kind text not null check (kind in ('call', 'email', 'meeting', 'todo')),
    title text not null,
    note text not null,
    due text,
    priority text not null check (priority in ('normal', 'high', 'urgent')),
    assigneeId integer references staff (id),
    contactId integer references contact (id) on delete cascade,
    appointmentId integer references appointment (id) on delete set null,
    documentId integer references document (id) on delete set null,
    checklist text not null check (json_valid(checklist)),
    rule text,
    repeatFrom text check (repeatFrom in ('schedule', 'done')),
    occurrence text,
    previousId integer references task (id) on delete set null,
    remindMinutes integer,
    remindAt text,
    snoozedUntil text,
    at text generated always as (coalesce(snoozedUntil, due, '9999')) virtual,
    outcome text,
    doneAt text,
    doneBy text,
    user text not null,
    createdAt text not null,
    changedAt text not null,
    check ((rule is null) = (repeatFrom is null)),
    check (rule is null or due is not null),
    check ((doneAt is null) = (outcome is null))
  ) strict;
CREATE INDEX taskByAppointment on task (appointmentId) where appointmentId is not null;
CREATE INDEX taskByContact on task (contactId, doneAt, at) where contactId is not null;
CREATE INDEX taskByDocument on task (documentId) where documentId is not null;
CREATE INDEX taskByPrevious on task (previousId) where previousId is not null;
CREATE INDEX taskByReminder on task (remindAt) where doneAt is null and remindAt is not null;
CREATE INDEX taskDone on task (doneAt, id) where doneAt is not null;
CREATE INDEX taskOpen on task (at, id) where doneAt is null;
CREATE INDEX taskOpenByAssignee on task (assigneeId, at, id) where doneAt is null;
CREATE TABLE taxRate (
    id integer primary key autoincrement,
    name text not null,
    category text not null check (category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
    periods text not null check (json_valid(periods)),
    reason text not null,
    reasonCode text not null,
    position integer not null,
    archivedAt text,
    createdAt text not null
  ) strict;
CREATE TABLE todayMark (
    id integer primary key autoincrement,
    kind text not null,
    contactId integer references contact (id) on delete cascade,
    documentId integer references document (id) on delete cascade,
    until text not null,
    doneAt text,
    user text not null
  ) strict;
CREATE UNIQUE INDEX todayMarkByContact on todayMark (contactId, kind) where contactId is not null;
CREATE UNIQUE INDEX todayMarkByDocument on todayMark (documentId, kind) where documentId is not null;
CREATE INDEX todayMarkByUntil on todayMark (until);
CREATE INDEX todayMarkDone on todayMark (doneAt) where doneAt is not null;
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
