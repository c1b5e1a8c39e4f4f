/**
 * What somebody may buy, on its way through the stages of a pipeline. Stages that are left out of a pipeline stay, archived: the steps
 * of a deal name them. `closedOn` is the day on the shop's wall.
 */
export const up = `
  create table pipeline (
    id integer primary key autoincrement,
    name text not null,
    position integer not null,
    createdAt text not null,
    archivedAt text
  ) strict;
  create table stage (
    id integer primary key autoincrement,
    pipelineId integer not null references pipeline (id),
    name text not null,
    position integer not null,
    probability integer not null check (probability between 0 and 10000),
    kind text not null check (kind in ('open', 'onHold', 'won', 'lost')),
    staleDays integer check (staleDays > 0),
    archivedAt text
  ) strict;
  create index stageByPipeline on stage (pipelineId, position);
  create table deal (
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
  create index dealOpen on deal (stageId) where closedAt is null and trashedAt is null;
  create index dealByClosing on deal (outcome, closedOn, stageId, value) where closedAt is not null and trashedAt is null;
  create index dealByStage on deal (stageId, closedOn);
  create index dealByContact on deal (contactId);
  create index dealByReferrer on deal (referrerId) where referrerId is not null;
  create index dealByStaff on deal (staffId) where staffId is not null;
  create index dealByQuote on deal (quoteId) where quoteId is not null;
  create index dealByInvoice on deal (invoiceId) where invoiceId is not null;
  create table dealTag (
    id integer primary key autoincrement,
    dealId integer not null references deal (id) on delete cascade,
    tagId integer not null references tag (id),
    unique (dealId, tagId)
  ) strict;
  create index dealTagByTag on dealTag (tagId);
  create table dealMove (
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
  create index dealMoveByDeal on dealMove (dealId, at);
  create index dealMoveByTime on dealMove (at, id);
  create trigger dealMoveStays before update on dealMove begin select raise(abort, 'only ever added to'); end;
  alter table activity add column dealId integer references deal (id) on delete set null;
  create index activityByDeal on activity (dealId, at) where dealId is not null;
  create index activityContacted on activity (contactId, at) where trashedAt is null and kind <> 'note';
  create index activityReplied on activity (contactId, at) where trashedAt is null and direction = 'in';
  alter table attachment add column dealId integer references deal (id) on delete set null;
  create index attachmentByDeal on attachment (dealId, at) where dealId is not null;
  alter table todayMark add column dealId integer references deal (id) on delete cascade;
  create unique index todayMarkByDeal on todayMark (dealId, kind) where dealId is not null;
`
