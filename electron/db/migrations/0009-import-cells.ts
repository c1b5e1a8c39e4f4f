/** A problem can cost a row or one of its values. Imports of before kept no row that had any. */
export const up = `
  alter table importProblem add column isTaken integer not null default 0;
`
