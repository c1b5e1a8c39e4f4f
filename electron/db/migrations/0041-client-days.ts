/**
 * `days` are those on which a client came or will come, in the shop's zone: numbers from the beginning of 1970 on, with commas
 * between. Weeks can be told by them as well as months, so that `months` goes. They are counted with all that is kept of the diary.
 */
export const up = `
  alter table clientRhythm add column days text;
  alter table clientRhythm drop column months;
  delete from figureBasis;
`
