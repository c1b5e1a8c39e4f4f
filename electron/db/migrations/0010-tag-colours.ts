/** null: a colour that follows from the name. */
export const up = `
  alter table tag add column colour text;
`
