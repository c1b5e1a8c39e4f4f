/** Who came in some days is asked of the index alone, however many came. */
export const up = `
  create index appointmentOfDays on appointment (startsAt, contactId, status) where contactId is not null and kind = 'visit';
`
