/**
 * What people write about contacts; `body` is a document of shared/activities/rich-text.ts. The second index finds the import
 * that brought a contact.
 */
export const up = `
  create table activity (
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
  create index activityByContact on activity (contactId, at);
  create index changeRangeByRow on changeRange (tableName, firstId);
`
