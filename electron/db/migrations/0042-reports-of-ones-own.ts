/**
 * What reports of one's own are put together of, in indexes that have all of it: visits by the day on which they begin and by that on which they were booked, also those of nobody, and documents.
 * visitMoved has what visitSum knows of another day than that on which the visit begins, for its parts may lie after midnight: taken
 * off there, and added here. It is counted with all that is kept of the diary.
 */
export const up = `
  drop index appointmentOfDays;
  drop index appointmentOfNobody;
  create index appointmentOfDays on appointment (startsAt, contactId, status, source) where kind = 'visit';
  create index appointmentOfBookings on appointment (createdAt, contactId, status, source) where kind = 'visit';
  create index documentSold on document (issuedOn, currency, kind, contactId, net, tax) where issuedOn is not null and kind <> 'quote';
  create table visitMoved (
    period text not null,
    serviceId integer not null,
    staffId integer not null,
    status text not null,
    ofStaff integer not null,
    services integer not null,
    minutes integer not null,
    primary key (period, serviceId, staffId, status)
  ) strict, without rowid;
  delete from figureBasis;
`
