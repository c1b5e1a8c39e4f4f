import { hash } from '../../shared/text.ts'

const tones = ['green', 'blue', 'amber', 'violet', 'rose'] as const
export type Tone = (typeof tones)[number] | 'teal' | 'copper' | 'grey' | 'red' | 'quiet'

/** The same name has the same colour everywhere and always. */
export const toneOf = (name: string): Tone => tones[hash(name.toLocaleLowerCase()) % tones.length] ?? 'quiet'
