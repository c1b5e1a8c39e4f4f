/** What ten thousand new contacts add to the search index is sorted in memory and written once: bulk work writes that many at once. */
export const up = `
  insert into contactSearch (contactSearch, rank) values ('hashsize', 16777216), ('automerge', 16);
`
