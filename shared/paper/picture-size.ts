/** How large a PNG or a JPEG says it is, from its bytes; null where it does not say. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const isPng = view.getUint32(0) === 0x89504e47
    return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : sizeOfJpeg(view)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Segment by segment, each with its length, down to the one that begins the picture. */
function sizeOfJpeg(view: DataView) {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const kind = view.getUint8(at + 1)
    const begins = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (begins) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return null
}
