/** A text without what a file's name must not have on any of the systems, and without what nobody sees: it leads into no other folder. */
export const plainName = (text: string) =>
  [...text.normalize('NFC')]
    .map(letter => (/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/u.test(letter) ? '_' : letter))
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')

/** Windows takes these for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const longest = 80

/** A text as the name of a file that we write, without its ending. */
export function fileName(text: string) {
  const name = [...plainName(text.replace(/\s+/g, ' '))].slice(0, longest).join('')
  return plainName(name).replace(devices, '_$1') || '_'
}

/** Gives each file a name that no other has, also where capitals do not count: the second `a.pdf` is `a (2).pdf`. */
export function distinctNames() {
  const given = new Set<string>()
  return (name: string, ending: string) => {
    for (let count = 1; ; count++) {
      const wanted = count === 1 ? `${name}${ending}` : `${name} (${count})${ending}`
      const key = wanted.toLowerCase()
      if (given.has(key)) continue
      given.add(key)
      return wanted
    }
  }
}
