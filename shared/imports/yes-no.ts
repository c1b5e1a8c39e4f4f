import { fold } from '../text.ts'

const words = (text: string) => new Set(text.split('|').map(fold))

const yes = words('yes|y|ja|j|oui|o|sí|si|s|sì|sim|evet|e|true|wahr|vrai|verdadero|vero|waar|verdadeiro|doğru|on|x|✓|✔|☑|1|-1')
const no = words('no|n|nein|non|nee|não|hayır|h|false|falsch|faux|falso|onwaar|yanlış|off|☐|✗|✘|0')

/** What people and programs write for yes and for no; null for anything else. */
export function readYesNo(text: string): boolean | null {
  const word = fold(text.trim())
  if (yes.has(word)) return true
  return no.has(word) ? false : null
}
