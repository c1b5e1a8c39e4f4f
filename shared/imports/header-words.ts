import type { labelledFields, plainFields } from './model.ts'

type Meaning =
  (typeof plainFields)[number] | (typeof labelledFields)[number] | 'title' | 'address' | 'familyNamePrefix' | 'secondFamilyName'

/**
 * How headers name a field in English, German, French, Spanish, Italian, Dutch, Portuguese and Turkish. Numbers, labels (home,
 * work, ...) and words like "customer" are taken off before one is looked up here.
 */
export const fieldWords: Readonly<Record<Exclude<Meaning, 'remark' | 'emailLabel' | 'phoneLabel' | 'addressLabel'>, string>> = {
  kind: `kind|type|contact type|record type|Typ|Kontaktart|Kontakttyp|type de contact|tipo|tipo de contacto|tipo di contatto|tipo de
    contato|soort|kişi türü|tür`,
  namePrefix: `prefix|name prefix|salutation|honorific|Anrede|Titel|akademischer Titel|civilité|tratamiento|aanhef|aanspreking|tratamento|
    unvan|hitap`,
  title: `title|titre|título|titolo`,
  givenName: `first name|firstname|first|given name|given names|givenname|given|forename|forenames|christian name|fname|Vorname|Rufname|prénom|nombre de pila|primer nombre|nome proprio|
    nome di battesimo|voornaam|roepnaam|primeiro nome|nome próprio|ilk ad|ön ad`,
  additionalName: `middle name|middlename|middle names|middle|middle initial|midl name|mid name|mname|additional name|zweiter Vorname|weitere Vornamen|Zwischenname|deuxième prénom|autres
    prénoms|segundo nombre|secondo nome|tweede voornaam|nome do meio|segundo nome|ikinci ad|orta ad`,
  familyName: `last name|lastname|last|surname|family name|family|lname|Nachname|Familienname|Zuname|nom de famille|apellido|apellidos|
    primer apellido|apellido paterno|cognome|achternaam|familienaam|sobrenome|apelido|último nome|soyad|soyadı|soyisim|soy isim`,
  familyNamePrefix: `tussenvoegsel|tussenvoegsels|voorvoegsel|Namensvorsatz|Vorsatzwort|family name prefix|last name prefix`,
  secondFamilyName: `segundo apellido|apellido materno|second last name|second surname`,
  nameSuffix: `suffix|name suffix|name sufx|Namenszusatz|Namenssuffix|suffixe|sufijo|suffisso|achtervoegsel|sufixo|sonek`,
  name: `name|full name|fullname|display name|contact|customer|client|person|who|vollständiger Name|Name komplett|Kontaktname|Kundin|Kundenbezeichnung|Inhaber|person name|Vor und Nachname|Vorname
    Nachname|Name Vorname|Vorname Name|Kunde|Kundenname|Kontakt|Ansprechpartner|nom|nom complet|nom et prénom|nom prénom|prénom nom|
    nombre|nombre completo|nombre y apellidos|cliente|nome|nome completo|nome e cognome|cognome e nome|nominativo|naam|volledige
    naam|klant|klantnaam|nome do cliente|ad|adı|isim|tam ad|ad soyad|adı soyadı|isim soyisim|müşteri|müşteri adı`,
  organization: `company|company name|organization|organisation|organization name|organisation name|business|business name|employer|firm|
    account name|associated company|company organization|Firma|Firmenname|Unternehmen|Unternehmensname|Betrieb|Arbeitgeber|entreprise|
    société|raison sociale|nom de l entreprise|nom de la société|empresa|nombre de la empresa|compañía|organización|razón
    social|azienda|società|ditta|ragione sociale|nome azienda|organizzazione|bedrijf|bedrijfsnaam|organisatie|werkgever|nome da
    empresa|companhia|organização|razão social|şirket|şirket adı|kurum|kuruluş`,
  birthday: `birthday|birth date|birthdate|date of birth|dob|bday|born|Geburtstag|Geburtsdatum|Geb Datum|Geb|geboren|geboren am|date de
    naissance|date naissance|né e le|nacido el|nato il|geb|anniversaire|naissance|né le|fecha de nacimiento|cumpleaños|nacimiento|data di nascita|compleanno|geboortedatum|
    verjaardag|data de nascimento|aniversário|nascimento|doğum tarihi|doğum günü`,
  language: `language|preferred language|lang|locale|spoken language|Sprache|Korrespondenzsprache|langue|idioma|lengua|lingua|taal|voorkeurstaal|língua|dil`,
  note: `note|notes|comment|comments|remark|remarks|memo|description|about|info|internal note|internal notes|interne Notiz|interne Bemerkung|note interne|nota interna|notas internas|note interne|Notiz|Notizen|Bemerkung|Bemerkungen|Kommentar|Kommentare|
    Anmerkung|Anmerkungen|Beschreibung|remarque|remarques|commentaire|commentaires|nota|notas|observaciones|comentario|comentarios|
    osservazioni|commenti|commento|opmerking|opmerkingen|notitie|notities|observações|observação|comentário|comentários|not|notlar|
    açıklama`,
  source: `source|lead source|original source|referral source|referred by|referral|creation source|how did you hear about us|Quelle|
    Herkunft|Empfohlen von|Empfehlung von|Kontaktquelle|origine|provenance|recommandé par|origen|fuente|recomendado por|fonte|
    provenienza|bron|herkomst|aanbevolen door|origem|indicado por|kaynak|öneren`,
  tags: `tag|tags|label|labels|category|categories|group|groups|group membership|segment|segments|Schlagwort|Schlagworte|Schlagwörter|
    Kategorie|Kategorien|Gruppe|Gruppen|Kundengruppe|Stichworte|Stichwörter|Markierung|Markierungen|étiquette|étiquettes|catégorie|catégories|groupe|groupes|etiqueta|
    etiquetas|categoría|categorías|grupo|grupos|etichetta|etichette|categorie|gruppo|gruppi|groep|groepen|categorieën|marcadores|
    etiket|etiketler|kategori|kategoriler|grup|gruplar`,
  email: `email|mail|email address|email id|email adr|mail address|emailadresse|emailadress|Mailadresse|email Adresse|courriel|adresse email|adresse de messagerie|
    adresse mail|adresse électronique|mél|correo|correo electrónico|dirección de correo|dirección de correo electrónico|
    indirizzo email|posta elettronica|emailadres|email adres|mailadres|endereço de email|correio eletrônico|correio eletrónico|eposta|
    eposta adresi|elektronik posta`,
  phone: `phone|phone numbers|i phone|whats app|land line|telephone no|telephone|tel|phone number|full phone number|telephone number|tel number|phone no|tel no|contact number|number phone|landline|Telefon|
    Telefonnummer|Telefonnr|Telefon Nr|Telefon Nummer|Tel Nr|Rufnummer|Festnetz|Telefon Festnetz|Festnetztelefon|Festnetznummer|Durchwahl|téléphone|numéro de téléphone|
    téléphone fixe|fixe|teléfono|número de teléfono|teléfono fijo|telefono|numero di telefono|telefono fisso|telefoon|
    telefoonnummer|vaste telefoon|telefone|número de telefone|telefone fixo|telefon numarası|telefonu|telefon no`,
  address: `address|addr|street address|mailing address|postal address|full address|adress|complete address|physical address|Adresse|Anschrift|Postanschrift|adresse postale|dirección|
    domicilio|indirizzo|adres|endereço|morada|açık adres|adresi`,
  street: `street|street number|house number|house no|house nr|housenumber|address line|street line|street name|mailing street|Straße|Str|Straße und Hausnummer|Straße Nr|Straße Hausnummer|Straße
    Hausnr|Hausnummer|Hausnr|Haus Nr|Haus Nummer|building number|número de calle|numéro de rue|numero civico|civico|número da casa|rue|voie|calle|via|straat|straatnaam|straat en huisnummer|huisnummer|rua|logradouro|sokak|cadde`,
  extendedAddress: `extended address|apartment|apt|suite|unit|po box|apartment suite|apt suite|suite apt|apt unit|building|floor|address suffix|Adresszusatz|Adresszeile|Zusatz|Postfach|complément d
    adresse|adresse complémentaire|complément adresse|bâtiment|complément|boîte postale|piso|casella postale|toevoeging|huisnummer toevoeging|postbus|complemento|bairro|caixa postal|daire|posta
    kutusu`,
  postalCode: `zip|zip code|zipcode|postal code|postalcode|postcode|post code|zip postal code|postal zip code|PLZ|Postleitzahl|PLZ Ort|PLZ und Ort|PLZ Stadt|zip city|postcode city|cp ville|code postal ville|cp localidad|cap città|postcode plaats|postcode woonplaats|code
    postal|cp|código postal|cap|codice postale|codice avviamento postale|postcode|código de endereçamento postal|cep|posta kodu`,
  locality: `city|town|locality|city town|place|suburb|municipality|Ort|Stadt|Wohnort|Ortschaft|ville|commune|localité|ciudad|población|localidad|municipio|
    città|comune|località|stad|plaats|woonplaats|gemeente|cidade|localidade|município|şehir|kent|ilçe`,
  region: `state|region|province|county|state province|state region|province state|Bundesland|Kanton|Bundesland Kanton|Kanton Bundesland|Landkreis|région|département|dép région|dep région|
    provincia|estado|comunidad autónoma|regione|provincie|regio|uf|distrito|bölge|il|eyalet`,
  country: `country|country region|Land Region|pays région|país región|paese regione|country code|nation|Land|Staat|Länderkürzel|pays|país|paese|nazione|stato|ülke`,
}

/** Which of several numbers or addresses it is. An empty label is one that says nothing. */
export const labelWords: Readonly<Record<string, string>> = {
  home: `home|evening|night|heim|private|personal|priv|residential|privat|Privat|Zuhause|privé|privée|domicile|maison|personnel|perso|particular|casa|privado|
    abitazione|privato|personale|thuis|residencial|pessoal|ev|kişisel`,
  work: `work|gesch|geschäftl|dienstl|day|daytime|business|office|company|job|geschäftlich|Geschäft|dienstlich|beruflich|Arbeit|Büro|Firma|travail|bureau|professionnel|pro|
    trabajo|oficina|laboral|lavoro|ufficio|werk|zakelijk|kantoor|trabalho|comercial|escritório|iş|ofis`,
  mobile: `mobile|whats app|mobiele|móviles|cel|mob|mobilni|cell|cellular|cellphone|mobil|Handy|Mobilfunk|sms|whatsapp|portable|móvil|celular|cellulare|mobiel|gsm|telemóvel|cep`,
  fax: `fax|Telefax|facsimile|télécopie|faks`,
  other: `other|weitere|weiteres|weiterer|alt|second|additional|andere|sonstige|alternate|alternative|secondary|zweite|autre|otro|otra|altro|altra|anders|overig|outro|
    outra|diğer`,
  billing: `billing|invoice|bill|Rechnung|Rechnungs|facturation|facturación|fatturazione|factuur|faturamento|fatura`,
  shipping: `shipping|delivery|ship|Liefer|Lieferung|livraison|envío|spedizione|verzend|bezorg|entrega|teslimat`,
  assistant: 'assistant|Assistenz',
  car: 'car|Auto|Autotelefon',
  pager: 'pager|Piepser',
  callback: 'callback|Rückruf',
  isdn: 'isdn',
  telex: 'telex',
  radio: 'radio|Funk',
  tty: 'tty|tdd',
  '': `primary|main|default|preferred|principal|haupt|hauptsächlich|mailing|postal|current|standard|bevorzugt|principale|hoofd|birincil`,
}

/** These are phones even where the header says no more. */
export const phoneLabels = new Set(['mobile', 'fax', 'pager', 'callback', 'isdn', 'telex'])

/** Words that German writes as one. */
export const compounds: Readonly<Record<string, string>> = {
  haupttelefon: 'haupt telefon',
  privattelefon: 'privat telefon',
  telefonprivat: 'privat telefon',
  geschaftstelefon: 'geschaftlich telefon',
  diensttelefon: 'dienstlich telefon',
  firmentelefon: 'firma telefon',
  burotelefon: 'buro telefon',
  mobiltelefon: 'mobil telefon',
  mobilnummer: 'mobil telefon',
  mobilfunknummer: 'mobil telefon',
  handynummer: 'handy telefon',
  faxnummer: 'fax telefon',
  telefaxnummer: 'fax telefon',
  privatadresse: 'privat adresse',
  geschaftsadresse: 'geschaftlich adresse',
  rechnungsadresse: 'rechnung adresse',
  lieferadresse: 'lieferung adresse',
  firmenadresse: 'firma adresse',
  privatemail: 'privat email',
  ceptelefonu: 'cep telefonu',
  mobilephone: 'mobile phone',
  homephone: 'home phone',
  workphone: 'work phone',
  cellphone: 'cell phone',
  phonenumber: 'phone number',
  emailaddress: 'email address',
}

/** Behind what a column holds: nothing new. */
export const valueWords = 'value|desc|cd|lbl|num|Wert|valeur|valor|valore|waarde|değer|number|Nummer|nr|no|numero|numéro|número'
export const labelColumnWords =
  'label|type|Bezeichnung|category|Kategorie|Typ|Art|étiquette|libellé|etiqueta|tipo|etichetta|soort|etiket|tür'

/** In front of what a column holds: whom it is about is clear. */
export const fillerWords =
  'contact|customer|client|person|user|member|guest|patient|lead|subscriber|your|the|Kunde|Kunden|Kontakt|Ihre|cliente|klant|müşteri'
