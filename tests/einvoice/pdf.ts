import { deflateSync } from 'node:zlib'

/** A PDF as small as can be, with files in it as other programs write them. */
export function pdfWith(...files: readonly (string | Buffer)[]) {
  const objects = files.map((file, index) => {
    const content = Buffer.isBuffer(file) ? file : deflateSync(file)
    const dictionary = `<< /Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode /Length ${content.length} >>`
    return Buffer.concat([Buffer.from(`${index + 2} 0 obj\n${dictionary}\nstream\r\n`), content, Buffer.from('\nendstream\nendobj\n')])
  })
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    ...objects,
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'),
  ])
}
