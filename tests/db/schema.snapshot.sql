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
  , dealId integer references deal (id) on delete set null) strict;
CREATE INDEX activityByContact on activity (contactId, at);
CREATE INDEX activityByDeal on activity (dealId, at) where dealId is not null;
CREATE INDEX activityContacted on activity (contactId, at) where trashedAt is null and kind <> 'note';
CREATE INDEX activityReplied on activity (contactId, at) where trashedAt is null and direction = 'in';
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
    changedAt text not null, rewardId integer references loyaltyReward (id),
    check (startsAt < endsAt),
    check ((status = 'cancelled') = (cancelledAt is not null))
  ) strict;
CREATE INDEX appointmentByContact on appointment (contactId, startsAt) where contactId is not null;
CREATE INDEX appointmentByReward on appointment (rewardId) where rewardId is not null;
CREATE INDEX appointmentBySeries on appointment (seriesId, startsAt) where seriesId is not null;
CREATE INDEX appointmentByStart on appointment (startsAt);
CREATE UNIQUE INDEX appointmentByUid on appointment (importedUid, recurrenceStart) where importedUid is not null;
CREATE INDEX appointmentOfBookings on appointment (createdAt, contactId, status, source) where kind = 'visit';
CREATE INDEX appointmentOfClients on appointment (contactId, startsAt, status) where contactId is not null and kind = 'visit';
CREATE INDEX appointmentOfDays on appointment (startsAt, contactId, status, source) where kind = 'visit';
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
  , dealId integer references deal (id) on delete set null) strict;
CREATE INDEX attachmentByContact on attachment (contactId, at);
CREATE INDEX attachmentByDeal on attachment (dealId, at) where dealId is not null;
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
CREATE INDEX cashEntrySums on cashEntry (day, kind, amount);
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
CREATE TABLE clientPriceList (
    id integer primary key autoincrement,
    contactId integer not null unique references contact (id),
    priceListId integer not null references priceList (id)
  ) strict;
CREATE INDEX clientPriceListByList on clientPriceList (priceListId);
CREATE TABLE clientRhythm (
    contactId integer primary key references contact (id) on delete cascade,
    visits integer not null,
    lastAt text,
    usualDays real,
    dueOn text,
    noShows integer not null,
    lateCancellations integer not null
  , firstAt text, lastStaffId integer, days text) strict;
CREATE INDEX clientRhythmByDue on clientRhythm (dueOn) where dueOn is not null;
CREATE INDEX clientRhythmByFirst on clientRhythm (firstAt) where firstAt is not null;
CREATE INDEX clientRhythmByLast on clientRhythm (lastAt, lastStaffId) where lastStaffId is not null;
CREATE TABLE clientSale (
    contactId integer not null,
    currency text not null,
    lines integer not null,
    net integer not null,
    tax integer not null,
    documents integer not null,
    primary key (contactId, currency)
  ) strict, without rowid;
CREATE TRIGGER clientSaleLeaves before update of contactId on document
    when old.issuedAt is not null and old.contactId is not new.contactId begin 
    insert into clientSale (contactId, currency, lines, net, tax, documents) 
    select document.contactId, document.currency, -1 * count(*), -1 * sum(line.netOfAll), -1 * sum(line.tax),
      -1 * sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier
        where earlier.documentId = line.documentId and earlier.position < line.position and earlier.kind <> 'voucher'))
    from document
    join documentLine as line on line.documentId = document.id
    where document.id = old.id and document.contactId is not null and document.issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher'
    group by 1, 2
    on conflict (contactId, currency) do update set lines = lines + excluded.lines, net = net + excluded.net, tax = tax + excluded.tax, documents = documents + excluded.documents; end;
CREATE TRIGGER clientSaleMoves after update of contactId on document
    when old.issuedAt is not null and old.contactId is not new.contactId begin 
    insert into clientSale (contactId, currency, lines, net, tax, documents) 
    select document.contactId, document.currency, 1 * count(*), 1 * sum(line.netOfAll), 1 * sum(line.tax),
      1 * sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier
        where earlier.documentId = line.documentId and earlier.position < line.position and earlier.kind <> 'voucher'))
    from document
    join documentLine as line on line.documentId = document.id
    where document.id = new.id and document.contactId is not null and document.issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher'
    group by 1, 2
    on conflict (contactId, currency) do update set lines = lines + excluded.lines, net = net + excluded.net, tax = tax + excluded.tax, documents = documents + excluded.documents; end;
CREATE TRIGGER clientSaleOfInserted after insert on document when new.issuedAt is not null begin 
    insert into clientSale (contactId, currency, lines, net, tax, documents) 
    select document.contactId, document.currency, 1 * count(*), 1 * sum(line.netOfAll), 1 * sum(line.tax),
      1 * sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier
        where earlier.documentId = line.documentId and earlier.position < line.position and earlier.kind <> 'voucher'))
    from document
    join documentLine as line on line.documentId = document.id
    where document.id = new.id and document.contactId is not null and document.issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher'
    group by 1, 2
    on conflict (contactId, currency) do update set lines = lines + excluded.lines, net = net + excluded.net, tax = tax + excluded.tax, documents = documents + excluded.documents; end;
CREATE TRIGGER clientSaleOfIssued after update of issuedAt on document when old.issuedAt is null and new.issuedAt is not null begin 
    insert into clientSale (contactId, currency, lines, net, tax, documents) 
    select document.contactId, document.currency, 1 * count(*), 1 * sum(line.netOfAll), 1 * sum(line.tax),
      1 * sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier
        where earlier.documentId = line.documentId and earlier.position < line.position and earlier.kind <> 'voucher'))
    from document
    join documentLine as line on line.documentId = document.id
    where document.id = new.id and document.contactId is not null and document.issuedAt is not null and document.kind <> 'quote' and line.kind <> 'voucher'
    group by 1, 2
    on conflict (contactId, currency) do update set lines = lines + excluded.lines, net = net + excluded.net, tax = tax + excluded.tax, documents = documents + excluded.documents; end;
CREATE TABLE closure (
    id integer primary key autoincrement,
    firstDay text not null,
    lastDay text not null,
    hours text not null check (json_valid(hours)),
    name text not null,
    check (firstDay <= lastDay)
  ) strict;
CREATE INDEX closureByLastDay on closure (lastDay);
CREATE TABLE commissionRule (
    id integer primary key autoincrement,
    staffId integer references staff (id),
    kind text not null check (kind in ('services', 'products', 'category', 'service', 'product')),
    category text check ((category is null) = (kind <> 'category')),
    serviceId integer references service (id) check ((serviceId is null) = (kind <> 'service')),
    productId integer references product (id) check ((productId is null) = (kind <> 'product')),
    basisPoints integer not null check (basisPoints between 0 and 10000),
    validFrom text not null
  ) strict;
CREATE INDEX commissionRuleByProduct on commissionRule (productId) where productId is not null;
CREATE INDEX commissionRuleByService on commissionRule (serviceId) where serviceId is not null;
CREATE INDEX commissionRuleByStaff on commissionRule (staffId) where staffId is not null;
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
CREATE TABLE contactDate (
    monthDay text not null,
    fieldId integer not null,
    contactId integer not null,
    primary key (monthDay, fieldId, contactId)
  ) strict, without rowid;
CREATE INDEX contactDateByContact on contactDate (contactId);
CREATE TRIGGER contactDateDeleted after delete on contact begin delete from contactDate where contactId = old.id; end;
CREATE TRIGGER contactDateInserted after insert on contact when new.custom <> '{}' begin 
  insert or ignore into contactDate (monthDay, fieldId, contactId)
    select substr(json_each.value, 6), cast(json_each.key as integer), new.id from json_each(new.custom) where json_each.type = 'text' and json_each.value glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'; end;
CREATE TRIGGER contactDateUpdated after update of custom on contact when new.custom <> old.custom begin
    delete from contactDate where contactId = old.id;
    
  insert or ignore into contactDate (monthDay, fieldId, contactId)
    select substr(json_each.value, 6), cast(json_each.key as integer), new.id from json_each(new.custom) where json_each.type = 'text' and json_each.value glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
  end;
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
CREATE TABLE deal (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    stageId integer not null references stage (id),
    title text not null,
    value integer check (value >= 0),
    expectedOn text,
    source text not null,
    campaign text not null,
    referrerId integer references contact (id),
    staffId integer references staff (id),
    wanted text not null check (json_valid(wanted)),
    competitors text not null,
    nextStep text not null,
    nextStepOn text,
    note text not null,
    enteredAt text not null,
    outcome text check (outcome in ('won', 'lost')),
    closedAt text,
    closedOn text,
    lostReason text not null,
    lostNote text not null,
    quoteId integer references document (id) on delete set null,
    invoiceId integer references document (id) on delete set null,
    quoteOpenedAt text,
    user text not null,
    createdAt text not null,
    changedAt text not null,
    trashedAt text,
    check ((outcome is null) = (closedAt is null)),
    check ((closedAt is null) = (closedOn is null))
  ) strict;
CREATE INDEX dealByClosing on deal (outcome, closedOn, stageId, value) where closedAt is not null and trashedAt is null;
CREATE INDEX dealByContact on deal (contactId);
CREATE INDEX dealByInvoice on deal (invoiceId) where invoiceId is not null;
CREATE INDEX dealByQuote on deal (quoteId) where quoteId is not null;
CREATE INDEX dealByReferrer on deal (referrerId) where referrerId is not null;
CREATE INDEX dealByStaff on deal (staffId) where staffId is not null;
CREATE INDEX dealByStage on deal (stageId, closedOn);
CREATE INDEX dealDue on deal (value desc, id, stageId, nextStepOn, expectedOn, changedAt, enteredAt)
    where closedAt is null and trashedAt is null;
CREATE TABLE dealMove (
    id integer primary key autoincrement,
    dealId integer not null references deal (id) on delete cascade,
    fromStageId integer references stage (id),
    toStageId integer not null references stage (id),
    event text not null check (event in ('created', 'moved', 'won', 'lost', 'reopened')),
    at text not null,
    value integer,
    reason text not null,
    note text not null,
    user text not null
  ) strict;
CREATE INDEX dealMoveByDeal on dealMove (dealId, at);
CREATE INDEX dealMoveByTime on dealMove (at, id);
CREATE TRIGGER dealMoveStays before update on dealMove begin select raise(abort, 'only ever added to'); end;
CREATE INDEX dealOpen on deal (stageId) where closedAt is null and trashedAt is null;
CREATE TABLE dealTag (
    id integer primary key autoincrement,
    dealId integer not null references deal (id) on delete cascade,
    tagId integer not null references tag (id),
    unique (dealId, tagId)
  ) strict;
CREATE INDEX dealTagByTag on dealTag (tagId);
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
    changedAt text not null, instalments text check (json_valid(instalments)), subscriptionPeriodId integer references subscriptionPeriod (id),
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
CREATE UNIQUE INDEX documentBySubscriptionPeriod on document (subscriptionPeriodId) where subscriptionPeriodId is not null;
CREATE INDEX documentByValidity on document (validUntil) where kind = 'quote' and decision is null and issuedAt is not null;
CREATE INDEX documentCredits on document (issuedOn, sourceId) where kind = 'creditNote' and issuedOn is not null;
CREATE INDEX documentDraftOfSubscription on document (subscriptionPeriodId) where issuedAt is null and subscriptionPeriodId is not null;
CREATE UNIQUE INDEX documentInSeries on document (series, sequence) where sequence is not null;
CREATE TRIGGER documentIsFound after insert on document begin
    insert into documentSearch (rowid, text) values (new.id, new.search || ' ' || coalesce(new.sequence, ''));
  end;
CREATE TRIGGER documentIsFoundAnew after update of search, sequence on document
    when old.search is not new.search or old.sequence is not new.sequence begin
    delete from documentSearch where rowid = old.id;
    insert into documentSearch (rowid, text) values (new.id, new.search || ' ' || coalesce(new.sequence, ''));
  end;
CREATE TRIGGER documentIsFoundNoMore after delete on document begin delete from documentSearch where rowid = old.id; end;
CREATE TABLE documentLine (
    id integer primary key autoincrement,
    documentId integer not null references document (id) on delete cascade,
    position integer not null,
    kind text not null check (kind in ('service', 'product', 'free', 'deposit', 'voucher', 'package', 'redemption')),
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
  , packageId integer references package (id), voucherId integer references voucher (id)) strict;
CREATE INDEX documentLineByCredited on documentLine (creditsLineId) where creditsLineId is not null;
CREATE INDEX documentLineByDeposit on documentLine (depositId) where depositId is not null;
CREATE INDEX documentLineByVoucher on documentLine (voucherId) where voucherId is not null;
CREATE UNIQUE INDEX documentLineInOrder on documentLine (documentId, position);
CREATE INDEX documentLineOfCards on documentLine (documentId, kind, position, netOfAll, tax) where kind = 'voucher';
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
CREATE INDEX documentOwed on document (currency, contactId, dueOn, kind, issuedAt, gross, settled, instalments)
    where issuedAt is not null and kind <> 'quote' and gross <> settled;
CREATE TRIGGER documentPartSettled after update of settled on document when new.instalments is not null begin
    update document set dueOn = coalesce(
      (select part.value ->> 'dueOn' from json_each(new.instalments) as part
        where (select sum(value ->> 'amount') from json_each(new.instalments) where key <= part.key) > new.settled
        order by part.key limit 1),
      (select value ->> 'dueOn' from json_each(new.instalments) order by key desc limit 1)
    ) where id = new.id;
  end;
CREATE INDEX documentRevenue on document (contactId, currency, issuedOn, kind, net, tax) where issuedOn is not null and kind <> 'quote';
CREATE VIRTUAL TABLE documentSearch using fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 0'
  );
CREATE TABLE 'documentSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'documentSearch_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'documentSearch_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'documentSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE INDEX documentSold on document (issuedOn, currency, kind, contactId, net, tax) where issuedOn is not null and kind <> 'quote';
CREATE TRIGGER documentStaysAsIssued before update on document
    when old.issuedAt is not null and (old.kind is not new.kind or old.appointmentId is not new.appointmentId or old.sourceId is not new.sourceId or old.pricing is not new.pricing or old.language is not new.language or old.currency is not new.currency or old.discount is not new.discount or old.deliveredFrom is not new.deliveredFrom or old.deliveredTo is not new.deliveredTo or old.paymentDays is not new.paymentDays or old.validUntil is not new.validUntil or old.title is not new.title or old.header is not new.header or old.footer is not new.footer or old.buyer is not new.buyer or old.buyerName is not new.buyerName or old.seller is not new.seller or old.series is not new.series or old.sequence is not new.sequence or old.number is not new.number or old.issuedAt is not new.issuedAt or old.issuedOn is not new.issuedOn or old.groups is not new.groups or old.discountAmount is not new.discountAmount or old.discountNet is not new.discountNet or old.net is not new.net or old.tax is not new.tax or old.gross is not new.gross or old.previousHash is not new.previousHash or old.hash is not new.hash or old.user is not new.user or old.createdAt is not new.createdAt or old.id is not new.id or old.instalments is not new.instalments or old.subscriptionPeriodId is not new.subscriptionPeriodId or (old.instalments is null and old.dueOn is not new.dueOn))
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
  , yearly integer not null default 0) strict;
CREATE UNIQUE INDEX fieldByName on field (foldedName) where archivedAt is null;
CREATE TABLE figureBasis (name text primary key, value text not null) strict;
CREATE TABLE forgetting (
    id integer primary key autoincrement,
    at text not null,
    before text not null,
    untilId integer not null,
    operations integer not null
  ) strict;
CREATE TABLE forgottenContent (
    hash text primary key,
    at text not null
  ) strict;
CREATE TABLE groupTime (
    day text not null,
    staffId integer not null,
    serviceId integer not null,
    startsAt text not null,
    endsAt text not null,
    minutes integer not null,
    busy integer not null,
    missed integer not null,
    primary key (day, staffId, serviceId, startsAt, endsAt, minutes)
  ) strict, without rowid;
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
CREATE TABLE loyaltyCard (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    number text not null unique,
    createdAt text not null
  ) strict;
CREATE INDEX loyaltyCardByContact on loyaltyCard (contactId);
CREATE TABLE loyaltyCharge (
    id integer primary key autoincrement,
    lotId integer not null references loyaltyLot (id),
    documentId integer not null references document (id),
    noteId integer not null references document (id),
    points integer not null check (points > 0)
  ) strict;
CREATE INDEX loyaltyChargeByDocument on loyaltyCharge (documentId);
CREATE INDEX loyaltyChargeByLot on loyaltyCharge (lotId, points);
CREATE INDEX loyaltyChargeByNote on loyaltyCharge (noteId);
CREATE TRIGGER loyaltyChargedeleteRefused before delete on loyaltyCharge begin select raise(abort, 'final'); end;
CREATE TRIGGER loyaltyChargeupdateRefused before update on loyaltyCharge begin select raise(abort, 'final'); end;
CREATE TABLE loyaltyEntry (
    id integer primary key autoincrement,
    lotId integer not null references loyaltyLot (id),
    at text not null,
    day text not null,
    kind text not null check (kind in ('spent', 'returned', 'lapsed', 'reversed')),
    points integer not null,
    nominal integer not null default 0 check (nominal >= 0),
    redemptionId integer references loyaltyRedemption (id),
    documentId integer references document (id),
    note text not null,
    user text not null,
    check (iif(kind = 'returned', points > 0, points <= 0)),
    check ((kind in ('spent', 'returned')) = (redemptionId is not null)),
    check ((kind = 'reversed') = (nominal > 0))
  ) strict;
CREATE INDEX loyaltyEntryByLot on loyaltyEntry (lotId, day, points);
CREATE INDEX loyaltyEntryByRedemption on loyaltyEntry (redemptionId) where redemptionId is not null;
CREATE TRIGGER loyaltyEntryCounts after insert on loyaltyEntry begin
    update loyaltyLot set
      left = left + new.points,
      spent = spent - iif(new.kind in ('spent', 'returned'), new.points, 0),
      reversed = reversed + new.nominal
    where id = new.lotId;
  end;
CREATE TRIGGER loyaltyEntryFlows after insert on loyaltyEntry begin
    insert into loyaltyFlow
      select lot.programmeId, substr(lot.day, 1, 7), coalesce(lot.lapsesOn, ''), iif(new.kind <> 'lapsed', new.day, min(new.day, max(coalesce(date(lot.lapsesOn, '+1 day'), new.day),
        coalesce((select max(day) from loyaltyEntry as earlier where earlier.lotId = lot.id and earlier.id < new.id), '')))), new.kind, new.points
        from loyaltyLot as lot where lot.id = new.lotId
      on conflict do update set points = points + excluded.points;
  end;
CREATE TRIGGER loyaltyEntryLasts after insert on loyaltyEntry when new.kind <> 'lapsed' begin
    update loyaltyMember set lastOn = max(lastOn, new.day)
      where (programmeId, contactId) = (select programmeId, contactId from loyaltyLot where id = new.lotId);
  end;
CREATE INDEX loyaltyEntryReversed on loyaltyEntry (day, lotId, nominal) where kind = 'reversed';
CREATE TRIGGER loyaltyEntrydeleteRefused before delete on loyaltyEntry begin select raise(abort, 'final'); end;
CREATE TRIGGER loyaltyEntryupdateRefused before update on loyaltyEntry begin select raise(abort, 'final'); end;
CREATE TABLE loyaltyFlow (
    programmeId integer not null references loyaltyProgramme (id),
    month text not null,
    lapsesOn text not null,
    day text not null,
    kind text not null,
    points integer not null,
    primary key (programmeId, month, lapsesOn, day, kind)
  ) strict, without rowid;
CREATE TABLE loyaltyLot (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null references contact (id),
    at text not null,
    day text not null,
    reason text not null check (reason in ('invoice', 'manual', 'opening', 'referral')),
    points integer not null check (points > 0),
    lapsesOn text,
    documentId integer references document (id),
    why text not null check (json_valid(why)),
    note text not null,
    user text not null,
    left integer not null,
    spent integer not null default 0,
    reversed integer not null default 0,
    check ((reason = 'invoice') = (documentId is not null))
  ) strict;
CREATE INDEX loyaltyLotByContact on loyaltyLot (contactId, programmeId, day, id, left, lapsesOn);
CREATE INDEX loyaltyLotByDocument on loyaltyLot (documentId, programmeId) where documentId is not null;
CREATE INDEX loyaltyLotByEarning on loyaltyLot (programmeId, contactId, day, points) where reason = 'invoice';
CREATE INDEX loyaltyLotByLapse on loyaltyLot (lapsesOn, id) where left > 0 and lapsesOn is not null;
CREATE TRIGGER loyaltyLotCounts after update of left on loyaltyLot when old.contactId = new.contactId and old.left <> new.left begin
    update loyaltyMember set points = points + new.left - old.left
      where programmeId = new.programmeId and contactId = new.contactId;
  end;
CREATE TRIGGER loyaltyLotJoins after insert on loyaltyLot begin
    insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn)
      values (new.programmeId, new.contactId, new.left, 1, new.day, new.day)
      on conflict do update set points = points + new.left, lots = lots + 1, firstOn = min(firstOn, new.day), lastOn = max(lastOn, new.day);
    insert into loyaltyFlow values (new.programmeId, substr(new.day, 1, 7), coalesce(new.lapsesOn, ''), new.day, 'earned', new.points)
      on conflict do update set points = points + excluded.points;
  end;
CREATE TRIGGER loyaltyLotMoves after update of contactId on loyaltyLot when old.contactId <> new.contactId begin
    update loyaltyMember set points = points - old.left, lots = lots - 1
      where programmeId = old.programmeId and contactId = old.contactId;
    insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn)
      values (new.programmeId, new.contactId, new.left, 1, new.day, new.day)
      on conflict do update set points = points + new.left, lots = lots + 1, firstOn = min(firstOn, new.day), lastOn = max(lastOn, new.day);
  end;
CREATE TRIGGER loyaltyLotStays before update on loyaltyLot when old.id is not new.id or old.programmeId is not new.programmeId or old.at is not new.at or old.day is not new.day or old.reason is not new.reason or old.points is not new.points or old.lapsesOn is not new.lapsesOn or old.documentId is not new.documentId or old.why is not new.why or old.note is not new.note or old.user is not new.user begin select raise(abort, 'final'); end;
CREATE TRIGGER loyaltyLotStaysThere before delete on loyaltyLot begin select raise(abort, 'final'); end;
CREATE TABLE loyaltyMember (
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null,
    points integer not null default 0,
    lots integer not null default 0,
    firstOn text not null,
    lastOn text not null,
    tier text not null default '',
    tierPlace integer not null default 0,
    priceListId integer,
    primary key (programmeId, contactId)
  ) strict, without rowid;
CREATE INDEX loyaltyMemberByContact on loyaltyMember (contactId);
CREATE INDEX loyaltyMemberByDay on loyaltyMember (programmeId, lastOn, contactId);
CREATE INDEX loyaltyMemberByPoints on loyaltyMember (programmeId, points, contactId);
CREATE INDEX loyaltyMemberByTier on loyaltyMember (programmeId, tierPlace, points, contactId);
CREATE TABLE loyaltyProgramme (
    id integer primary key autoincrement,
    name text not null,
    unit text not null,
    startsOn text not null,
    endedAt text,
    createdAt text not null
  ) strict;
CREATE TABLE loyaltyRedemption (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null references contact (id),
    rewardId integer references loyaltyReward (id),
    at text not null,
    day text not null,
    points integer not null check (points > 0),
    note text not null,
    user text not null
  , documentId integer references document (id), appointmentId integer) strict;
CREATE INDEX loyaltyRedemptionByAppointment on loyaltyRedemption (appointmentId) where appointmentId is not null;
CREATE INDEX loyaltyRedemptionByContact on loyaltyRedemption (contactId, programmeId);
CREATE INDEX loyaltyRedemptionByDocument on loyaltyRedemption (documentId) where documentId is not null;
CREATE INDEX loyaltyRedemptionByReward on loyaltyRedemption (rewardId, contactId) where rewardId is not null;
CREATE TRIGGER loyaltyRedemptionStays before update on loyaltyRedemption
    when old.id is not new.id or old.programmeId is not new.programmeId or old.rewardId is not new.rewardId or old.appointmentId is not new.appointmentId or old.at is not new.at or old.day is not new.day or old.points is not new.points or old.note is not new.note or old.user is not new.user or (old.documentId is not new.documentId and (old.documentId is not null or old.appointmentId is null))
    begin select raise(abort, 'final'); end;
CREATE TRIGGER loyaltyRedemptionStaysThere before delete on loyaltyRedemption begin select raise(abort, 'final'); end;
CREATE TABLE loyaltyReferral (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null references contact (id),
    referrerId integer not null references contact (id),
    documentId integer not null references document (id),
    at text not null
  , referrerLotId integer references loyaltyLot (id), referredLotId integer references loyaltyLot (id)) strict;
CREATE INDEX loyaltyReferralByContact on loyaltyReferral (contactId, programmeId);
CREATE INDEX loyaltyReferralByDocument on loyaltyReferral (documentId);
CREATE TABLE loyaltyReward (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    name text not null,
    points integer not null check (points > 0),
    note text not null,
    archivedAt text,
    createdAt text not null
  , effect text not null default '{"kind":"gift"}' check (json_valid(effect)), minimum integer not null default 0 check (minimum >= 0), validFrom text, validTo text, stock integer check (stock >= 0), perClient integer check (perClient > 0)) strict;
CREATE INDEX loyaltyRewardByProgramme on loyaltyReward (programmeId, points);
CREATE TABLE loyaltyRewardedLine (
    id integer primary key autoincrement,
    redemptionId integer not null references loyaltyRedemption (id),
    documentId integer not null references document (id),
    position integer not null,
    amount integer not null check (amount > 0),
    earns integer not null check (earns in (0, 1))
  ) strict;
CREATE INDEX loyaltyRewardedLineByDocument on loyaltyRewardedLine (documentId, position);
CREATE INDEX loyaltyRewardedLineByRedemption on loyaltyRewardedLine (redemptionId);
CREATE TRIGGER loyaltyRewardedLinedeleteRefused before delete on loyaltyRewardedLine begin select raise(abort, 'final'); end;
CREATE TRIGGER loyaltyRewardedLineupdateRefused before update on loyaltyRewardedLine begin select raise(abort, 'final'); end;
CREATE TABLE loyaltyStanding (
    id integer primary key autoincrement,
    documentId integer not null references document (id),
    programmeId integer not null references loyaltyProgramme (id),
    tier text not null,
    factor integer not null
  ) strict;
CREATE INDEX loyaltyStandingByDocument on loyaltyStanding (documentId, programmeId);
CREATE TRIGGER loyaltyStandingdeleteRefused before delete on loyaltyStanding begin select raise(abort, 'final'); end;
CREATE TRIGGER loyaltyStandingupdateRefused before update on loyaltyStanding begin select raise(abort, 'final'); end;
CREATE TABLE loyaltyTerms (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    since text not null,
    terms text not null check (json_valid(terms))
  ) strict;
CREATE INDEX loyaltyTermsByProgramme on loyaltyTerms (programmeId, since);
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
  , follows integer) strict;
CREATE INDEX operationByUndoes on operation (undoes) where undoes is not null;
CREATE INDEX operationByUndoneBy on operation (undoneBy) where undoneBy is not null;
CREATE INDEX operationUnfinished on operation (id) where finishedAt is null;
CREATE TABLE package (
    id integer primary key autoincrement,
    name text not null,
    serviceId integer not null references service (id),
    units integer not null check (units > 0),
    paidUnits integer not null check (paidUnits > 0),
    price integer not null,
    pricing text not null check (pricing in ('gross', 'net')),
    archivedAt text,
    createdAt text not null
  ) strict;
CREATE INDEX packageByService on package (serviceId);
CREATE TABLE payment (
    id integer primary key autoincrement,
    at text not null,
    day text not null,
    method text not null check (method in ('cash', 'card', 'transfer', 'voucher', 'other')),
    amount integer not null,
    tip integer not null check (tip >= 0),
    tendered integer,
    reference text not null,
    note text not null,
    contactId integer references contact (id),
    refundsId integer references payment (id),
    user text not null, voucherId integer references voucher (id) check ((method = 'voucher') = (voucherId is not null)),
    check (amount <> 0 or tip <> 0)
  ) strict;
CREATE INDEX paymentByContact on payment (contactId) where contactId is not null;
CREATE INDEX paymentByDay on payment (day, id);
CREATE INDEX paymentByMethod on payment (method, day, id);
CREATE INDEX paymentByRefunded on payment (refundsId) where refundsId is not null;
CREATE INDEX paymentByVoucher on payment (voucherId) where voucherId is not null;
CREATE TRIGGER paymentStays before update on payment when old.id is not new.id or old.at is not new.at or old.day is not new.day or old.method is not new.method or old.amount is not new.amount or old.tip is not new.tip or old.tendered is not new.tendered or old.reference is not new.reference or old.note is not new.note or old.refundsId is not new.refundsId or old.user is not new.user
    begin select raise(abort, 'final'); end;
CREATE TRIGGER paymentStaysOfVoucher before update of voucherId on payment when old.voucherId is not new.voucherId
    begin select raise(abort, 'final'); end;
CREATE TRIGGER paymentStaysThere before delete on payment begin select raise(abort, 'final'); end;
CREATE INDEX paymentTakings on payment (day, method, amount, tip);
CREATE TABLE pipeline (
    id integer primary key autoincrement,
    name text not null,
    position integer not null,
    createdAt text not null,
    archivedAt text
  ) strict;
CREATE TABLE preference (name text primary key, value text not null) strict;
CREATE TABLE priceList (
    id integer primary key autoincrement,
    name text not null,
    createdAt text not null
  ) strict;
CREATE TABLE priceRule (
    id integer primary key autoincrement,
    name text not null,
    scope text not null check (json_valid(scope)),
    effect text not null check (json_valid(effect)),
    tagId integer references tag (id),
    priceListId integer references priceList (id),
    fromDay text,
    toDay text,
    weekdays text not null check (json_valid(weekdays)),
    fromTime text,
    toTime text,
    isExclusive integer not null,
    createdAt text not null,
    check (tagId is null or priceListId is null)
  ) strict;
CREATE INDEX priceRuleByList on priceRule (priceListId) where priceListId is not null;
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
CREATE TABLE purge (
    id integer primary key autoincrement,
    at text not null,
    contacts integer not null,
    entries integer not null,
    files integer not null
  ) strict;
CREATE TRIGGER purgedeleteRefused before delete on purge begin select raise(abort, 'final'); end;
CREATE TRIGGER purgeupdateRefused before update on purge begin select raise(abort, 'final'); end;
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
CREATE TABLE reminder (
    id integer primary key autoincrement,
    contactId integer references contact (id),
    level integer not null check (level in (1, 2, 3)),
    at text not null,
    day text not null,
    payBy text not null,
    language text not null,
    currency text not null,
    fee integer not null check (fee >= 0),
    interest integer not null check (interest >= 0),
    title text not null,
    text text not null,
    recipient text not null check (json_valid(recipient)),
    seller text not null check (json_valid(seller)),
    user text not null
  ) strict;
CREATE INDEX reminderByContact on reminder (contactId, at) where contactId is not null;
CREATE TABLE reminderCharge (
    id integer primary key autoincrement,
    reminderId integer not null unique references reminder (id),
    documentId integer not null references document (id) on delete cascade
  ) strict;
CREATE INDEX reminderChargeByDocument on reminderCharge (documentId);
CREATE TABLE reminderItem (
    id integer primary key autoincrement,
    reminderId integer not null references reminder (id),
    documentId integer not null references document (id),
    level integer not null check (level in (1, 2, 3)),
    dueOn text not null,
    open integer not null,
    interest integer not null
  ) strict;
CREATE INDEX reminderItemByDocument on reminderItem (documentId, id);
CREATE INDEX reminderItemByReminder on reminderItem (reminderId);
CREATE TRIGGER reminderItemdeleteRefused before delete on reminderItem begin select raise(abort, 'final'); end;
CREATE TRIGGER reminderItemupdateRefused before update on reminderItem begin select raise(abort, 'final'); end;
CREATE TABLE reminderPause (
    id integer primary key autoincrement,
    documentId integer not null unique references document (id),
    until text not null,
    note text not null
  ) strict;
CREATE TABLE reminderShown (
    subject text not null,
    at text not null,
    shownAt text not null,
    primary key (subject, at)
  ) strict, without rowid;
CREATE TRIGGER reminderStays before update on reminder when old.id is not new.id or old.at is not new.at or old.level is not new.level or old.day is not new.day or old.payBy is not new.payBy or old.language is not new.language or old.currency is not new.currency or old.fee is not new.fee or old.interest is not new.interest or old.title is not new.title or old.text is not new.text or old.recipient is not new.recipient or old.seller is not new.seller or old.user is not new.user
    begin select raise(abort, 'final'); end;
CREATE TRIGGER reminderStaysThere before delete on reminder begin select raise(abort, 'final'); end;
CREATE TABLE reminderStop (
    id integer primary key autoincrement,
    contactId integer not null unique references contact (id),
    at text not null
  ) strict;
CREATE TABLE reportSchedule (
    id integer primary key autoincrement,
    savedReportId integer references savedReport (id) on delete cascade,
    question text check (json_valid(question)),
    format text not null check (format in ('csv', 'pdf')),
    rhythm text not null check (json_valid(rhythm)),
    placeId text not null,
    folder text not null,
    since text not null,
    pausedAt text,
    createdAt text not null,
    check ((savedReportId is null) <> (question is null))
  ) strict;
CREATE INDEX reportScheduleBySaved on reportSchedule (savedReportId) where savedReportId is not null;
CREATE TABLE resource (
    id integer primary key autoincrement,
    name text not null,
    kind text not null,
    position integer not null,
    archivedAt text
  ) strict;
CREATE TABLE saleSum (
    period text not null,
    currency text not null,
    itemId integer not null,
    staffId integer not null,
    kind text not null,
    lines integer not null,
    quantity integer not null,
    net integer not null,
    tax integer not null,
    documents integer not null,
    ofStaff integer not null,
    primary key (period, currency, itemId, staffId, kind)
  ) strict, without rowid;
CREATE TRIGGER saleSumOfInserted after insert on document
    when new.issuedAt is not null and new.kind <> 'quote' begin 
    insert into saleSum (period, currency, itemId, staffId, kind, lines, quantity, net, tax, documents, ofStaff) 
    select part.value, document.currency, item.value, coalesce(line.staffId, 0), iif(document.kind = 'deposit', 'deposit', line.kind),
      count(*), sum(line.quantity), sum(line.netOfAll), sum(line.tax),
      sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier where earlier.documentId = line.documentId
        and earlier.position < line.position and (earlier.kind = 'voucher') = (line.kind = 'voucher') )),
      sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier where earlier.documentId = line.documentId
        and earlier.position < line.position and (earlier.kind = 'voucher') = (line.kind = 'voucher') and earlier.staffId is line.staffId))
    from document
    join documentLine as line on line.documentId = document.id
    join json_each(json_array(document.issuedOn, substr(document.issuedOn, 1, 7))) as part
    join json_each(json_array(-1, iif(document.kind = 'deposit', 0, coalesce(line.serviceId, line.productId, line.packageId, 0)))) as item
    where document.id = new.id and document.issuedAt is not null and document.kind <> 'quote'
    group by 1, 2, 3, 4, 5
    on conflict (period, currency, itemId, staffId, kind) do update set lines = lines + excluded.lines, quantity = quantity + excluded.quantity, net = net + excluded.net, tax = tax + excluded.tax, documents = documents + excluded.documents, ofStaff = ofStaff + excluded.ofStaff; end;
CREATE TRIGGER saleSumOfIssued after update of issuedAt on document
    when old.issuedAt is null and new.issuedAt is not null and new.kind <> 'quote' begin 
    insert into saleSum (period, currency, itemId, staffId, kind, lines, quantity, net, tax, documents, ofStaff) 
    select part.value, document.currency, item.value, coalesce(line.staffId, 0), iif(document.kind = 'deposit', 'deposit', line.kind),
      count(*), sum(line.quantity), sum(line.netOfAll), sum(line.tax),
      sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier where earlier.documentId = line.documentId
        and earlier.position < line.position and (earlier.kind = 'voucher') = (line.kind = 'voucher') )),
      sum(document.kind <> 'creditNote' and not exists (select 1 from documentLine as earlier where earlier.documentId = line.documentId
        and earlier.position < line.position and (earlier.kind = 'voucher') = (line.kind = 'voucher') and earlier.staffId is line.staffId))
    from document
    join documentLine as line on line.documentId = document.id
    join json_each(json_array(document.issuedOn, substr(document.issuedOn, 1, 7))) as part
    join json_each(json_array(-1, iif(document.kind = 'deposit', 0, coalesce(line.serviceId, line.productId, line.packageId, 0)))) as item
    where document.id = new.id and document.issuedAt is not null and document.kind <> 'quote'
    group by 1, 2, 3, 4, 5
    on conflict (period, currency, itemId, staffId, kind) do update set lines = lines + excluded.lines, quantity = quantity + excluded.quantity, net = net + excluded.net, tax = tax + excluded.tax, documents = documents + excluded.documents, ofStaff = ofStaff + excluded.ofStaff; end;
CREATE TABLE savedReport (
    id integer primary key autoincrement,
    name text not null,
    question text not null check (json_valid(question)),
    createdAt text not null,
    changedAt text not null
  ) strict;
CREATE TABLE scheduleOutcome (
    scheduleId integer primary key,
    doneOn text,
    triedAt text not null,
    attempts integer not null,
    writing text,
    writingOn text,
    file text,
    failure text check (json_valid(failure))
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
CREATE TABLE stage (
    id integer primary key autoincrement,
    pipelineId integer not null references pipeline (id),
    name text not null,
    position integer not null,
    probability integer not null check (probability between 0 and 10000),
    kind text not null check (kind in ('open', 'onHold', 'won', 'lost')),
    staleDays integer check (staleDays > 0),
    archivedAt text
  ) strict;
CREATE INDEX stageByPipeline on stage (pipelineId, position);
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
CREATE TABLE subscription (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    template text not null check (json_valid(template)),
    rule text not null,
    startsOn text not null,
    nextFrom text not null,
    nextUntil text,
    nextOn text,
    endsOn text,
    periods integer check (periods > 0),
    charging text not null check (charging in ('advance', 'arrears')),
    mode text not null check (mode in ('draft', 'issue')),
    pausedAt text,
    endedAt text,
    createdAt text not null,
    changedAt text not null
  ) strict;
CREATE INDEX subscriptionByContact on subscription (contactId);
CREATE INDEX subscriptionDue on subscription (nextOn) where nextOn is not null;
CREATE TABLE subscriptionPeriod (
    id integer primary key autoincrement,
    subscriptionId integer not null references subscription (id),
    dueOn text not null,
    firstDay text not null,
    lastDay text not null,
    madeAt text not null
  ) strict;
CREATE INDEX subscriptionPeriodByTime on subscriptionPeriod (madeAt);
CREATE UNIQUE INDEX subscriptionPeriodOnce on subscriptionPeriod (subscriptionId, firstDay);
CREATE TRIGGER subscriptionPerioddeleteRefused before delete on subscriptionPeriod begin select raise(abort, 'final'); end;
CREATE TRIGGER subscriptionPeriodupdateRefused before update on subscriptionPeriod begin select raise(abort, 'final'); end;
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
  , dealId integer references deal (id) on delete cascade) strict;
CREATE UNIQUE INDEX todayMarkByContact on todayMark (contactId, kind) where contactId is not null;
CREATE UNIQUE INDEX todayMarkByDeal on todayMark (dealId, kind) where dealId is not null;
CREATE UNIQUE INDEX todayMarkByDocument on todayMark (documentId, kind) where documentId is not null;
CREATE INDEX todayMarkByUntil on todayMark (until);
CREATE INDEX todayMarkDone on todayMark (doneAt) where doneAt is not null;
CREATE TABLE visitMoved (
    period text not null,
    serviceId integer not null,
    staffId integer not null,
    status text not null,
    ofStaff integer not null,
    services integer not null,
    minutes integer not null,
    primary key (period, serviceId, staffId, status)
  ) strict, without rowid;
CREATE TABLE visitShape (
    period text not null,
    shape text not null check (shape in ('hour', 'lead')),
    place integer not null,
    status text not null,
    visits integer not null,
    primary key (period, shape, place, status)
  ) strict, without rowid;
CREATE TABLE visitSum (
    period text not null,
    serviceId integer not null,
    staffId integer not null,
    status text not null,
    visits integer not null,
    ofStaff integer not null,
    services integer not null,
    minutes integer not null,
    value integer not null,
    primary key (period, serviceId, staffId, status)
  ) strict, without rowid;
CREATE TABLE voucher (
    id integer primary key autoincrement,
    code text not null unique,
    kind text not null check (kind in ('multiPurpose', 'package')),
    lineId integer not null unique references documentLine (id),
    packageId integer references package (id),
    serviceId integer references service (id),
    contactId integer references contact (id),
    name text not null,
    holder text not null,
    search text not null,
    currency text not null,
    issued integer not null check (issued > 0),
    balance integer not null default 0 check (balance between 0 and issued),
    price integer not null,
    issuedOn text not null,
    expiresOn text,
    blockedAt text,
    createdAt text not null,
    changedAt text not null
  ) strict;
CREATE INDEX voucherByContact on voucher (contactId, id) where contactId is not null;
CREATE INDEX voucherByYear on voucher (issuedOn, kind, currency, price, balance, issued);
CREATE TABLE voucherEntry (
    id integer primary key autoincrement,
    voucherId integer not null references voucher (id),
    at text not null,
    day text not null,
    kind text not null check (kind in ('issued', 'redeemed', 'restored', 'returned', 'expired', 'reinstated')),
    amount integer not null check (amount <> 0),
    documentId integer references document (id),
    paymentId integer references payment (id),
    note text not null,
    user text not null,
    check ((amount > 0) = (kind in ('issued', 'restored', 'reinstated')))
  ) strict;
CREATE INDEX voucherEntryByPayment on voucherEntry (paymentId) where paymentId is not null;
CREATE INDEX voucherEntryByVoucher on voucherEntry (voucherId, kind, amount);
CREATE TRIGGER voucherEntryCounts after insert on voucherEntry begin
    update voucher set
      balance = balance + new.amount,
      issued = (select sum(amount) from voucherEntry where voucherId = new.voucherId and kind = 'issued'),
      price = iif(kind = 'multiPurpose', (select sum(amount) from voucherEntry where voucherId = new.voucherId and kind = 'issued'), price)
    where id = new.voucherId;
  end;
CREATE TRIGGER voucherEntrydeleteRefused before delete on voucherEntry begin select raise(abort, 'final'); end;
CREATE TRIGGER voucherEntryupdateRefused before update on voucherEntry begin select raise(abort, 'final'); end;
CREATE INDEX voucherOpen on voucher (id, balance, expiresOn, blockedAt) where balance > 0;
CREATE TRIGGER voucherStays before update on voucher
    when old.id is not new.id or old.code is not new.code or old.kind is not new.kind or old.lineId is not new.lineId or old.packageId is not new.packageId or old.serviceId is not new.serviceId or old.name is not new.name or old.currency is not new.currency or old.issuedOn is not new.issuedOn or old.createdAt is not new.createdAt or new.issued is not old.issued and new.issued is not (select sum(amount) from voucherEntry where voucherId = old.id and kind = 'issued')
      or new.price is not old.price and (old.kind <> 'multiPurpose' or new.price is not new.issued)
    begin select raise(abort, 'final'); end;
CREATE TRIGGER voucherStaysThere before delete on voucher begin select raise(abort, 'final'); end;
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
