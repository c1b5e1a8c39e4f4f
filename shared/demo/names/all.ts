import { arabic, polish, turkish, ukrainian, vietnamese } from './eastern.ts'
import { german } from './german.ts'
import { danish, english, norwegian, swedish } from './northern.ts'
import { french, greek, italian, portuguese } from './southern.ts'

const cultures = [
  german,
  turkish,
  polish,
  english,
  arabic,
  portuguese,
  danish,
  french,
  italian,
  ukrainian,
  vietnamese,
  norwegian,
  swedish,
  greek,
]

/** Every culture as many times as its share says: an even pick is a fair one. */
export const clientele = cultures.flatMap(culture => Array.from({ length: culture.share }, () => culture))
