/** How reports end: `Total: 412`, `Summe`, `412 records`, `Page 1 of 3`, `Exported on 1/2/2026`. */
const ending =
  /^\W*(?:(?:grand |sub)?totals?|summe|gesamt(?:summe|zahl)?|anzahl|totale?s?|totaal|toplam|somme|suma)(?:\s(?:number\s)?(?:of\s|de\s|di\s)?(?:records?|rows?|contacts?|customers?|clients?|results?|count|datensätze|kunden|kontakte|zeilen|clientes|clienti|klanten))?\s*[:=]?\s*[\d.,\s]*$|^\d+ (?:records?|rows?|contacts?|customers?|clients?|results?|datensätze|kunden|kontakte|zeilen|enregistrements|registros|righe|rijen|kayıt)\.?$|^(?:page|seite|pagina|página|sayfa) \d+(?: (?:of|von|de|di|van|\/) \d+)?$|^(?:exported|generated|printed|created|erstellt|exportiert|gedruckt|généré|exporté)\b.*\d/i

/** A line below the table that counts or names it: hardly any cell is filled, and what there is says so. */
export function isFooter(cells: readonly string[]) {
  let text = ''
  let filled = 0
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue
    filled++
    if (filled === 1) text = cell.trim()
    else if (filled > 3 || !/^[\d.,\s€$£%+-]+$/.test(cell)) return false
  }
  return filled > 0 && cells.length > filled && ending.test(text)
}
