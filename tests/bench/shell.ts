import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

/** Whether the sqlite3 shell is there, and new enough to index trigrams. */
export function shellVersion() {
  const version = /^(\d+)\.(\d+)\S*/.exec(spawnSync('sqlite3', ['--version'], { encoding: 'utf8' }).stdout ?? '')
  return version && (Number(version[1]) > 3 || Number(version[2]) >= 34) ? version[0] : null
}

export type ShellRun = { seconds: number; processor: number | null }

/** The plainest way a file becomes a searchable table: loaded as it is, indexed afterwards. Seconds, and those of the processor. */
export function loadWithShell(file: string, database: string): ShellRun {
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
  const startedAt = performance.now()
  const { status, stdout, stderr } =
    process.platform === 'win32'
      ? spawnSync('sqlite3', [database], { input: script(file), encoding: 'utf8' })
      : spawnSync('sh', ['-c', 'sqlite3 "$0" && times', database], { input: script(file), encoding: 'utf8' })
  if (status !== 0) throw new Error(`sqlite3 ended with ${String(status)}: ${stderr}`)
  return { seconds: (performance.now() - startedAt) / 1000, processor: childrenTime(stdout) }
}

/** The last line that `times` prints: `0m1.520s 0m0.210s`, user and system time of what the shell ran. */
function childrenTime(output: string) {
  const last = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(output)
  return last && Number(last[1]) * 60 + Number(last[2]) + Number(last[3]) * 60 + Number(last[4])
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
