import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

/** Whether the sqlite3 shell is there, and new enough to index trigrams. */
export function shellVersion() {
  const version = /^(\d+)\.(\d+)\S*/.exec(spawnSync('sqlite3', ['--version'], { encoding: 'utf8' }).stdout ?? '')
  return version && (Number(version[1]) > 3 || Number(version[2]) >= 34) ? version[0] : null
}

/** The plainest way a file becomes a searchable table: loaded as it is, indexed afterwards. Seconds. */
export function loadWithShell(file: string, database: string) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
  const startedAt = performance.now()
  const { status, stderr } = spawnSync('sqlite3', [database], { input: script(file), encoding: 'utf8' })
  if (status !== 0) throw new Error(`sqlite3 ended with ${String(status)}: ${stderr}`)
  return (performance.now() - startedAt) / 1000
}

const script = (file: string) => `
.bail on
.mode csv
pragma journal_mode = wal;
.import '${file}' contact
create index byName on contact ("Last name", "First name");
create index byCompany on contact (Company);
create index byMobile on contact (Mobile);
create virtual table search using fts5 (text, content = '', tokenize = 'trigram');
insert into search (rowid, text)
  select rowid, "First name" || ' ' || "Last name" || ' ' || Company || ' ' || Mobile || ' ' || Phone || ' ' || "E-mail" || ' ' || City from contact;
`
