import { parseArgs } from 'node:util'
import { createBase } from '../../shared/duplicates/base.ts'
import { profileOf } from '../../shared/duplicates/profile.ts'
import { suggest } from '../../shared/duplicates/suggestions.ts'
import { readLabelled } from './labelled-file.ts'
import { lines, qualityOf } from './quality.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    truth: { type: 'string' },
    'truth-pattern': { type: 'string' },
    ignore: { type: 'string', multiple: true },
    country: { type: 'string', default: 'DE' },
    json: { type: 'boolean' },
  },
})
const [file] = positionals
if (!file || !options.truth) {
  console.error('npm run -s bench:duplicates -- FILE --truth COLUMN [--truth-pattern REGEX] [--ignore COLUMN]... [--country DE] [--json]')
  process.exit(2)
}

const { rows, columns, left } = await readLabelled({
  file,
  truth: options.truth,
  ...(options['truth-pattern'] === undefined ? {} : { pattern: options['truth-pattern'] }),
  ignored: options.ignore ?? [],
  country: options.country,
  today: '2026-11-21',
})
const startedAt = performance.now()
const base = createBase()
rows.forEach(({ contact }, id) => contact && base.add(id, profileOf(contact, base.words)))
const { groups } = suggest(base, () => undefined)
const quality = qualityOf(
  rows.map(({ truth }) => truth),
  groups,
  (performance.now() - startedAt) / 1000,
)
if (options.json) console.log(JSON.stringify(quality))
else {
  for (const { header, field } of columns) console.log(`${header.padEnd(30)} ${field ?? '–'}`)
  if (left > 0) console.log(`${left} rows name nobody and were left out`)
  console.log(`\n${lines(quality)}`)
}
