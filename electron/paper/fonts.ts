import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the sources and beside the bundle alike. */
export const fontFolder = join(import.meta.dirname, '../../resources/fonts')

/** In the order in which they are asked for a letter. Only Inter has two weights. */
export const faces = ['Inter', 'NotoSansHebrew', 'NotoSansArabic', 'NotoEmoji'] as const
export type Face = (typeof faces)[number]

const opened = new Map<string, Font>()

export const fileOf = (face: Face, isBold: boolean) =>
  join(fontFolder, `${face}-${face === 'Inter' && isBold ? 'SemiBold' : 'Regular'}.ttf`)

/** Each file is read once in a thread. */
export function openFont(face: Face, isBold: boolean): Font {
  const file = fileOf(face, isBold)
  const known = opened.get(file)
  if (known) return known
  const font = create(readFileSync(file))
  if (!('layout' in font)) throw new Error(`${file} is no single font`)
  opened.set(file, font)
  return font
}

const widthsAtMost = 20_000
const widths = new Map<string, number>()

/** How wide one word is at a size of 1. */
export function wordWidth(word: string, face: Face, isBold: boolean) {
  const key = `${fileOf(face, isBold)} ${word}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const font = openFont(face, isBold)
  const width = font.layout(word).advanceWidth / font.unitsPerEm
  if (widths.size >= widthsAtMost) widths.clear()
  widths.set(key, width)
  return width
}

const facesOfLetters = new Map<number, Face | null>()

/** The first font that has the letter; null where none has. */
export function faceFor(codePoint: number): Face | null {
  const known = facesOfLetters.get(codePoint)
  if (known !== undefined) return known
  const face = faces.find(face => openFont(face, false).hasGlyphForCodePoint(codePoint)) ?? null
  facesOfLetters.set(codePoint, face)
  return face
}

/** How far the letters of a font reach above the line that they stand on, at a size of 1. */
export function ascent(face: Face, isBold: boolean) {
  const font = openFont(face, isBold)
  return font.ascent / font.unitsPerEm
}
