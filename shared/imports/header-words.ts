import type { labelledFields, plainFields } from './model.ts'

type Meaning = (typeof plainFields)[number] | (typeof labelledFields)[number] | 'title' | 'address'

/**
 * How headers name a field in English, German, French, Spanish, Italian, Dutch, Portuguese and Turkish. Numbers, labels (home,
 * work, ...) and words like "customer" are taken off before one is looked up here.
 */
export const fieldWords: Readonly<Record<Exclude<Meaning, 'emailLabel' | 'phoneLabel' | 'addressLabel'>, string>> = {
  kind: `kind|type|contact type|record type|Typ|Kontaktart|Kontakttyp|type de contact|tipo|tipo de contacto|tipo di contatto|tipo de
    contato|soort|kişi türü|tür`,
  namePrefix: `prefix|name prefix|salutation|honorific|Anrede|Titel|akademischer Titel|civilité|tratamiento|aanhef|aanspreking|tratamento|
    unvan|hitap`,
  title: `title|titre|título|titolo`,
  givenName: `first name|firstname|first|given name|given names|givenname|given|forename|forenames|christian name|fname|Vorname|Rufname|prénom|nombre de pila|primer nombre|nome proprio|
    nome di battesimo|voornaam|roepnaam|primeiro nome|nome próprio|ilk ad|ön ad`,
  additionalName: `middle name|middlename|middle names|middle|middle initial|midl name|mid name|mname|additional name|zweiter Vorname|weitere Vornamen|deuxième prénom|autres
    prénoms|segundo nombre|secondo nome|tweede voornaam|tussenvoegsel|nome do meio|segundo nome|ikinci ad|orta ad`,
  familyName: `last name|lastname|last|surname|family name|family|lname|Nachname|Familienname|Zuname|nom de famille|apellido|apellidos|
    primer apellido|cognome|achternaam|familienaam|sobrenome|apelido|último nome|soyad|soyadı|soyisim|soy isim`,
  nameSuffix: `suffix|name suffix|name sufx|Namenszusatz|Namenssuffix|suffixe|sufijo|suffisso|achtervoegsel|sufixo|sonek`,
  name: `name|full name|fullname|display name|contact|customer|client|person|who|vollständiger Name|Vor und Nachname|Vorname
    Nachname|Name Vorname|Vorname Name|Kunde|Kundenname|Kontakt|Ansprechpartner|nom|nom complet|nom et prénom|nom prénom|prénom nom|
    nombre|nombre completo|nombre y apellidos|cliente|nome|nome completo|nome e cognome|cognome e nome|nominativo|naam|volledige
    naam|klant|klantnaam|nome do cliente|ad|adı|isim|tam ad|ad soyad|adı soyadı|isim soyisim|müşteri|müşteri adı`,
  organization: `company|company name|organization|organisation|organization name|organisation name|business|business name|employer|firm|
    account name|associated company|company organization|Firma|Firmenname|Unternehmen|Unternehmensname|Betrieb|Arbeitgeber|entreprise|
    société|raison sociale|nom de l entreprise|nom de la société|empresa|nombre de la empresa|compañía|organización|razón
    social|azienda|società|ditta|ragione sociale|nome azienda|organizzazione|bedrijf|bedrijfsnaam|organisatie|werkgever|nome da
    empresa|companhia|organização|razão social|şirket|şirket adı|kurum|kuruluş`,
  birthday: `birthday|birth date|birthdate|date of birth|dob|bday|born|Geburtstag|Geburtsdatum|Geb Datum|Geb|geboren|geboren am|date de
    naissance|anniversaire|naissance|né le|fecha de nacimiento|cumpleaños|nacimiento|data di nascita|compleanno|geboortedatum|
    verjaardag|data de nascimento|aniversário|nascimento|doğum tarihi|doğum günü`,
  language: `language|preferred language|Sprache|Korrespondenzsprache|langue|idioma|lengua|lingua|taal|voorkeurstaal|língua|dil`,
  note: `note|notes|comment|comments|remark|remarks|memo|description|Notiz|Notizen|Bemerkung|Bemerkungen|Kommentar|Kommentare|
    Anmerkung|Anmerkungen|Beschreibung|remarque|remarques|commentaire|commentaires|nota|notas|observaciones|comentario|comentarios|
    osservazioni|commenti|commento|opmerking|opmerkingen|notitie|notities|observações|observação|comentário|comentários|not|notlar|
    açıklama`,
  source: `source|lead source|original source|referral source|referred by|referral|creation source|how did you hear about us|Quelle|
    Herkunft|Empfohlen von|Empfehlung von|Kontaktquelle|origine|provenance|recommandé par|origen|fuente|recomendado por|fonte|
    provenienza|bron|herkomst|aanbevolen door|origem|indicado por|kaynak|öneren`,
  tags: `tag|tags|label|labels|category|categories|group|groups|group membership|segment|segments|Schlagwort|Schlagworte|Schlagwörter|
    Kategorie|Kategorien|Gruppe|Gruppen|Kundengruppe|Stichworte|étiquette|étiquettes|catégorie|catégories|groupe|groupes|etiqueta|
    etiquetas|categoría|categorías|grupo|grupos|etichetta|etichette|categorie|gruppo|gruppi|groep|groepen|categorieën|marcadores|
    etiket|etiketler|kategori|kategoriler|grup|gruplar`,
  email: `email|mail|email address|email id|mail address|emailadresse|emailadress|Mailadresse|email Adresse|courriel|adresse email|adresse de messagerie|
    adresse mail|adresse électronique|mél|correo|correo electrónico|dirección de correo|dirección de correo electrónico|
    indirizzo email|posta elettronica|emailadres|email adres|mailadres|endereço de email|correio eletrônico|correio eletrónico|eposta|
    eposta adresi|elektronik posta`,
  phone: `phone|telephone|tel|phone number|full phone number|telephone number|tel number|phone no|tel no|contact number|number phone|landline|Telefon|
    Telefonnummer|Telefonnr|Telefon Nr|Telefon Nummer|Tel Nr|Rufnummer|Festnetz|Festnetznummer|Durchwahl|téléphone|numéro de téléphone|
    téléphone fixe|fixe|teléfono|número de teléfono|teléfono fijo|telefono|numero di telefono|telefono fisso|telefoon|
    telefoonnummer|vaste telefoon|telefone|número de telefone|telefone fixo|telefon numarası|telefonu|telefon no`,
  address: `address|addr|street address|mailing address|postal address|full address|Adresse|Anschrift|Postanschrift|adresse postale|dirección|
    domicilio|indirizzo|adres|endereço|morada|açık adres|adresi`,
  street: `street|street number|house number|house no|house nr|housenumber|address line|street line|street name|mailing street|Straße|Str|Straße und Hausnummer|Straße Nr|Straße Hausnummer|Straße
    Hausnr|Hausnummer|Hausnr|rue|voie|calle|via|straat|straatnaam|straat en huisnummer|huisnummer|rua|logradouro|sokak|cadde`,
  extendedAddress: `extended address|apartment|apt|suite|unit|po box|address suffix|Adresszusatz|Adresszeile|Zusatz|Postfach|complément d
    adresse|complément|boîte postale|piso|casella postale|toevoeging|huisnummer toevoeging|postbus|complemento|caixa postal|daire|posta
    kutusu`,
  postalCode: `zip|zip code|zipcode|postal code|postalcode|postcode|post code|zip postal code|postal zip code|PLZ|Postleitzahl|code
    postal|cp|código postal|cap|codice postale|codice avviamento postale|postcode|código de endereçamento postal|cep|posta kodu`,
  locality: `city|town|locality|city town|place|suburb|municipality|Ort|Stadt|Wohnort|Ortschaft|ville|commune|localité|ciudad|población|localidad|municipio|
    città|comune|località|stad|plaats|woonplaats|gemeente|cidade|localidade|município|şehir|kent|ilçe`,
  region: `state|region|province|county|state province|state region|province state|Bundesland|Kanton|Landkreis|région|département|
    provincia|estado|comunidad autónoma|regione|provincie|regio|uf|distrito|bölge|il|eyalet`,
  country: `country|country region|Land Region|pays région|país región|paese regione|country code|nation|Land|Staat|Länderkürzel|pays|país|paese|nazione|stato|ülke`,
}

/** Which of several numbers or addresses it is. An empty label is one that says nothing. */
export const labelWords: Readonly<Record<string, string>> = {
  home: `home|private|personal|residential|privat|Privat|Zuhause|privé|privée|domicile|maison|personnel|perso|particular|casa|privado|
    abitazione|privato|personale|thuis|residencial|pessoal|ev|kişisel`,
  work: `work|business|office|company|job|geschäftlich|Geschäft|dienstlich|beruflich|Arbeit|Büro|Firma|travail|bureau|professionnel|pro|
    trabajo|oficina|laboral|lavoro|ufficio|werk|zakelijk|kantoor|trabalho|comercial|escritório|iş|ofis`,
  mobile: `mobile|cell|cellular|cellphone|mobil|Handy|Mobilfunk|sms|whatsapp|portable|móvil|celular|cellulare|mobiel|gsm|telemóvel|cep`,
  fax: `fax|Telefax|facsimile|télécopie|faks`,
  other: `other|weitere|weiteres|andere|sonstige|alternate|alternative|secondary|zweite|autre|otro|otra|altro|altra|anders|overig|outro|
    outra|diğer`,
  billing: `billing|invoice|Rechnung|Rechnungs|facturation|facturación|fatturazione|factuur|faturamento|fatura`,
  shipping: `shipping|delivery|Liefer|Lieferung|livraison|envío|spedizione|verzend|bezorg|entrega|teslimat`,
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
export const labelColumnWords = 'label|type|Bezeichnung|Typ|Art|étiquette|libellé|etiqueta|tipo|etichetta|soort|etiket|tür'

/** In front of what a column holds: whom it is about is clear. */
export const fillerWords = 'contact|customer|client|person|your|the|Kunde|Kunden|Kontakt|Ihre|cliente|klant|müşteri'
