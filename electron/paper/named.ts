import { escaped } from '../../shared/einvoice/xml.ts'

const dublinCore = 'http://purl.org/dc/elements/1.1/'

/** Title and author as the description of a PDF has them. The library puts them there unescaped, and `Cut & Go` would break it. */
export const namedAs = ({ title = '', author = '' }: { title?: string; author?: string }) => `
<rdf:Description rdf:about="" xmlns:dc="${dublinCore}">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>`
