/** What the law wants final is only ever added to. */
export function final(table: string) {
  return ['update', 'delete']
    .map(event => `create trigger ${table}${event}Refused before ${event} on ${table} begin select raise(abort, 'final'); end;`)
    .join('\n  ')
}

/** For the condition of a trigger. */
export const changesAny = (columns: readonly string[]) => columns.map(column => `old.${column} is not new.${column}`).join(' or ')
