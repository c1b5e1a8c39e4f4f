import { z } from 'zod'

/**
 * Stands for a file that the user picked, dropped or named: paths never come from a window.
 * A transport turns the file into a token, and calls take the token.
 */
export const FileToken = z.string().regex(/^file-[0-9a-f]{32}$/, { error: 'fileNotOffered' })
export type FileToken = z.infer<typeof FileToken>

export type OfferedFile = { token: FileToken; name: string; size: number }
