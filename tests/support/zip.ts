import { buffer } from 'node:stream/consumers'
import { openPromise } from 'yauzl'

/** As any program opens it: names and contents. yauzl refuses names that lead out of a folder. */
export async function unzipped(path: string) {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  zip.close()
  return files
}
