/** What is to be done, what the day's list was told about other lines, and what somebody was reminded of. */
export const up = `
  create table task (
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
  create index taskOpen on task (at, id) where doneAt is null;
  create index taskOpenByAssignee on task (assigneeId, at, id) where doneAt is null;
  create index taskByContact on task (contactId, doneAt, at) where contactId is not null;
  create index taskByAppointment on task (appointmentId) where appointmentId is not null;
  create index taskByDocument on task (documentId) where documentId is not null;
  create index taskByPrevious on task (previousId) where previousId is not null;
  create index taskByReminder on task (remindAt) where doneAt is null and remindAt is not null;
  create index taskDone on task (doneAt, id) where doneAt is not null;
  create table todayMark (
    id integer primary key autoincrement,
    kind text not null,
    contactId integer references contact (id) on delete cascade,
    documentId integer references document (id) on delete cascade,
    until text not null,
    doneAt text,
    user text not null
  ) strict;
  create unique index todayMarkByContact on todayMark (contactId, kind) where contactId is not null;
  create unique index todayMarkByDocument on todayMark (documentId, kind) where documentId is not null;
  create index todayMarkByUntil on todayMark (until);
  create index todayMarkDone on todayMark (doneAt) where doneAt is not null;
  create table reminderShown (
    subject text not null,
    at text not null,
    shownAt text not null,
    primary key (subject, at)
  ) strict, without rowid;
  create index contactByFollowUp on contact (followUpOn) where followUpOn is not null;
  create index contactByBirthday on contact (substr(birthday, -5)) where birthday is not null;
  create index documentByValidity on document (validUntil) where kind = 'quote' and decision is null and issuedAt is not null;
`
