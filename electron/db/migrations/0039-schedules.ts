/**
 * Which report is written into which folder, and when. How it went is no change that somebody made: it stands in a table of its own,
 * which the history does not follow, and which stays when a schedule goes, for it may come back. `doneOn` is the last day whose export
 * is done; `writing` the name of a file that was begun for the day `writingOn`, so that after a power cut it is known again and not written twice.
 */
export const up = `
  create table reportSchedule (
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
  create index reportScheduleBySaved on reportSchedule (savedReportId) where savedReportId is not null;

  create table scheduleOutcome (
    scheduleId integer primary key,
    doneOn text,
    triedAt text not null,
    attempts integer not null,
    writing text,
    writingOn text,
    file text,
    failure text check (json_valid(failure))
  ) strict;
`
