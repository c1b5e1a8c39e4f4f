/**
 * What the last scan for duplicates found, and what somebody has said about it since. A group is `touched` once one of its contacts
 * or its dismissals change: from then on it is looked at afresh whenever it is shown. See docs/decisions/0014.
 */
export const up = `
  create table duplicateScan (
    id integer primary key autoincrement,
    startedAt text not null,
    finishedAt text,
    contacts integer not null,
    knowledge text not null
  ) strict;
  create table duplicateGroup (
    id integer primary key autoincrement,
    scanId integer not null,
    certain integer not null,
    strength real not null,
    size integer not null,
    touched integer not null
  ) strict;
  create index duplicateGroupByStrength on duplicateGroup (scanId, touched, certain, strength);
  create table duplicateMember (
    groupId integer not null,
    contactId integer not null,
    changedAt text not null,
    primary key (groupId, contactId)
  ) strict, without rowid;
  create index duplicateMemberByContact on duplicateMember (contactId, groupId);
  create table duplicatePair (
    groupId integer not null,
    a integer not null,
    b integer not null,
    probability real not null,
    strength real not null,
    suggested integer not null,
    certain integer not null,
    primary key (groupId, a, b)
  ) strict, without rowid;

  create table duplicateDismissal (
    id integer primary key autoincrement,
    a integer not null references contact (id) on delete cascade,
    b integer not null references contact (id) on delete cascade,
    at text not null
  ) strict;
  create unique index duplicateDismissalByPair on duplicateDismissal (a, b);
  create index duplicateDismissalByOther on duplicateDismissal (b);

  create trigger duplicateTouchedByChange after update of changedAt, trashedAt on contact begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId = old.id) and touched = 0;
  end;
  create trigger duplicateTouchedByDelete after delete on contact begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId = old.id) and touched = 0;
  end;
  create trigger duplicateTouchedByDismissal after insert on duplicateDismissal begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId in (new.a, new.b)) and touched = 0;
  end;
  create trigger duplicateTouchedByUndismissal after delete on duplicateDismissal begin
    update duplicateGroup set touched = 1 where id in (select groupId from duplicateMember where contactId in (old.a, old.b)) and touched = 0;
  end;
`
