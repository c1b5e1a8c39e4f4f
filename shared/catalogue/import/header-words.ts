import type { productFields, serviceFields } from './model.ts'

/** How headers name it in English, German, French, Spanish, Italian, Dutch, Portuguese and Turkish. */
export const productWords: Readonly<Record<(typeof productFields)[number], string>> = {
  name: `name|product|product name|item|item name|article|article name|title|description|Bezeichnung|Artikel|Artikelbezeichnung|Artikelname|Produkt|Produktname|Artikeltext|nom|
    produit|nom du produit|désignation|libellé|nombre|producto|nombre del producto|artículo|descripción|nome|prodotto|nome prodotto|articolo|descrizione|naam|
    productnaam|artikelnaam|omschrijving|produto|nome do produto|artigo|designação|descrição|ad|adı|ürün|ürün adı|stok adı|malzeme adı`,
  category: `category|categories|product category|group|product group|department|Kategorie|Warengruppe|Artikelgruppe|Produktgruppe|Gruppe|catégorie|famille|rayon|groupe|
    categoría|familia|grupo|categoria|gruppo|reparto|famiglia|categorie|groep|artikelgroep|família|kategori|grup|ürün grubu`,
  sku: `sku|number|product number|item number|article number|item no|article no|product code|code|reference|ref|item code|part number|Nummer|Artikelnummer|Artikelnr|Artikel Nr|Art Nr|
    Produktnummer|Bestellnummer|numéro|référence|code article|code produit|número|referencia|código|código de producto|numero|codice|codice articolo|
    riferimento|nummer|artikelnummer|artikelcode|referência|código do produto|numara|stok kodu|ürün kodu|kod`,
  barcode: `barcode|bar code|ean|ean 13|ean code|gtin|upc|isbn|Strichcode|EAN Code|code barres|code à barres|gencod|código de barras|cód barras|codice a barre|
    codice ean|streepjescode|barkod|barkod no`,
  unit: `unit|units|unit of measure|uom|Einheit|Mengeneinheit|ME|unité|unité de mesure|unidad|unidad de medida|unità|unità di misura|um|eenheid|unidade|birim|ölçü birimi`,
  price: `price|sales price|selling price|retail price|unit price|list price|rrp|Preis|Verkaufspreis|VK|VK Preis|Einzelpreis|Ladenpreis|UVP|prix|prix de vente|prix unitaire|pv|precio|
    precio de venta|pvp|prezzo|prezzo di vendita|prijs|verkoopprijs|preço|preço de venda|fiyat|satış fiyatı|birim fiyat`,
  grossPrice: `gross price|price gross|price with tax|price incl tax|price including tax|price incl vat|price inc vat|Bruttopreis|Preis brutto|VK brutto|Verkaufspreis brutto|Preis inkl MwSt|
    Preis mit Steuer|prix ttc|prix de vente ttc|pv ttc|precio con iva|pvp iva incluido|prezzo ivato|prezzo con iva|prezzo iva inclusa|prijs incl btw|verkoopprijs incl btw|
    preço com iva|kdv dahil fiyat|fiyat kdv dahil`,
  netPrice: `net price|price net|price without tax|price excl tax|price excluding tax|price ex vat|price excl vat|Nettopreis|Preis netto|VK netto|Verkaufspreis netto|Preis ohne Steuer|
    Preis zzgl MwSt|prix ht|prix de vente ht|pv ht|precio sin iva|prezzo senza iva|prezzo iva esclusa|prijs excl btw|verkoopprijs excl btw|preço sem iva|
    kdv hariç fiyat|fiyat kdv hariç`,
  pricing: `price is|prices are|tax included|price includes tax|gross or net|Preis ist|brutto netto|Preisart|prix est|precio es|iva incluido|prezzo è|iva inclusa|prijs is|btw inbegrepen|
    iva incluído|kdv dahil`,
  taxRate: `tax|tax rate|vat|vat rate|gst|sales tax|Steuer|Steuersatz|MwSt|MwSt Satz|USt|Mehrwertsteuer|tva|taux de tva|taux tva|iva|tipo de iva|tipo iva|aliquota|
    aliquota iva|btw|btw tarief|btw percentage|taxa de iva|taxa iva|kdv|kdv oranı`,
  cost: `cost|cost price|purchase price|buying price|wholesale price|Einkaufspreis|EK|EK Preis|EK netto|Einstandspreis|Kosten|prix d achat|prix achat|pa ht|coste|costo|precio de compra|
    precio de coste|prezzo di acquisto|prezzo d acquisto|inkoopprijs|kostprijs|custo|preço de compra|preço de custo|alış fiyatı|maliyet`,
  stock: `stock|in stock|quantity|qty|quantity on hand|on hand|inventory|stock level|current stock|Bestand|Lagerbestand|Menge|Lager|Anzahl|quantité|stock actuel|en stock|
    existencias|cantidad|giacenza|quantità|scorta|voorraad|aantal|estoque|quantidade|existências|stok|stok miktarı|miktar`,
  note: `note|notes|comment|comments|remark|remarks|internal note|Notiz|Bemerkung|Anmerkung|Kommentar|remarque|remarques|commentaire|nota|notas|comentario|observaciones|
    commento|osservazioni|opmerking|opmerkingen|notitie|observações|comentário|not|açıklama`,
}

const { category, price, grossPrice, netPrice, pricing, taxRate, note } = productWords

export const serviceWords: Readonly<Record<(typeof serviceFields)[number], string>> = {
  ...{ category, price, grossPrice, netPrice, pricing, taxRate, note },
  name: `${productWords.name}|service|service name|treatment|Leistung|Leistungen|Dienstleistung|Behandlung|prestation|soin|servicio|tratamiento|servizio|trattamento|
    dienst|behandeling|serviço|tratamento|hizmet|işlem`,
  minutes: `minutes|min|mins|duration|length|time|duration minutes|duration min|Minuten|Dauer|Dauer Minuten|Dauer min|Zeit|Länge|durée|durée minutes|durée min|duración|duración minutos|
    duración min|tiempo|durata|durata minuti|durata min|tempo|duur|duur minuten|duur min|duração|duração minutos|duração min|süre|süre dakika|dakika|dk`,
  seats: `seats|places|clients at a time|capacity|participants|Plätze|Kunden gleichzeitig|Teilnehmer|places disponibles|capacité|participants|plazas|aforo|participantes|posti|
    partecipanti|plaatsen|deelnemers|lugares|vagas|kontenjan|katılımcı`,
  resourceKind: `room or device|room|device|resource|equipment|Raum oder Gerät|Raum|Gerät|Ressource|salle|appareil|ressource|sala|aparato|recurso|stanza|apparecchio|risorsa|ruimte|apparaat|
    sala ou aparelho|aparelho|oda|cihaz|kaynak`,
}

/** Whether a price has the tax in it. */
export const pricingWords = {
  gross: `gross|with tax|incl tax|including tax|included|yes|brutto|mit Steuer|inkl|inklusive|ja|ttc|oui|con iva|incluido|sí|ivato|lordo|inclusa|inbegrepen|incl|com iva|
    incluído|sim|dahil|evet`,
  net: `net|without tax|excl tax|excluding tax|excluded|no|netto|ohne Steuer|zzgl|exklusive|nein|ht|non|sin iva|no incluido|senza iva|esclusa|excl|nee|sem iva|não|
    hariç|hayır`,
} as const

/** What people write for units, beside the codes themselves and the names on the screen. */
export const unitWords = {
  C62: `piece|pieces|pc|pcs|each|ea|unit|units|Stück|Stk|St|pièce|pièces|unité|unidad|unidades|ud|pezzo|pezzi|pz|stuk|stuks|peça|un|adet|ad`,
  HUR: `hour|hours|hr|h|Stunde|Stunden|Std|heure|heures|hora|horas|ora|ore|uur|saat`,
  MIN: `minute|minutes|min|Minute|Minuten|minuto|minutos|minuti|minuut|dakika`,
  DAY: `day|days|d|Tag|Tage|jour|jours|día|días|giorno|dag|dia|gün`,
  MON: `month|months|Monat|Monate|mois|mes|mese|maand|mês|ay`,
  KGM: `kg|kilogram|kilo|Kilogramm|kilogramme|kilogramo|chilogrammo|kilogrammo|quilograma|kilogram`,
  GRM: `g|gr|gram|grams|Gramm|gramme|gramo|grammo|grama`,
  LTR: `l|lt|litre|liter|Liter|litro`,
  MLT: `ml|millilitre|milliliter|Milliliter|mililitro|millilitro|mililitre`,
  MTR: `m|metre|meter|Meter|mètre|metro`,
  MTK: `m2|m²|qm|square metre|square meter|Quadratmeter|mètre carré|metro cuadrado|metro quadrato|vierkante meter|metro quadrado|metrekare`,
  SET: `set|sets|Satz|jeu|juego|serie|takım`,
  XPP: `package|pack|packs|pkg|box|Packung|Pack|Pkg|Paket|Karton|paquet|boîte|paquete|caja|confezione|scatola|pak|doos|pacote|caixa|paket|kutu`,
} as const
