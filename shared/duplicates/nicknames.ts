import { spelt } from './spelling.ts'

/** Names that one and the same person goes by. A name can stand in several lines. */
const groups = `
william bill billy will willy willie liam wilhelm willi
robert bob bobby rob robbie bert
richard dick rick ricky rich richie
james jim jimmy jamie jem
john jack johnny jon jonny
jonathan jon jonny nathan
joseph joe joey jo
michael mike mick mickey micky mikey mischa
charles charlie chuck chas charly
edward ed eddie ted teddy ned
edmund ed eddie
edwin ed eddie
thomas tom tommy
david dave davy davey
daniel dan danny
christopher chris topher kit
christian chris
christoph chris stoffel
matthew matt matty
matthias matze hias matt
andrew andy drew
anthony tony ant
antony tony
benjamin ben benny benni
alexander alex al sandy xander lex sascha sasha alexandr aleksandr aleksander sander
alexandra alex sandra sandy lexi sascha sasha aleksandra
alexandre alex
nicholas nick nicky nico klaus
nikolaus klaus niko nico claus nick
nikolai kolya nikolay
samuel sam sammy
samantha sam sammy
stephen steve stevie steven
steven steve stevie stephen
stefan stephan steffen steff
philip phil pip phillip philipp filip
gregory greg
jeffrey jeff geoff geoffrey
kenneth ken kenny
lawrence larry laurie
leonard leo len lenny
leonardo leo
leopold leo poldi
raymond ray
ronald ron ronny ronnie
donald don donny
timothy tim timmy
patrick pat paddy
patricia pat patty tricia trish patsy
peter pete
frederick fred freddy freddie
friedrich fritz fred friedel
francis frank fran
franklin frank
henry harry hank
harold harry hal
heinrich heiner heinz hinnerk henri
albert al bert albie
alfred alf fred alfie
arthur art artie
barnaby barney
vincent vince vinny
victor vic
walter walt wally
zachary zach zack
joshua josh
jacob jake
jakob jakub jaap
nathaniel nat nate nathan
theodore ted theo teddy
theodor theo
tobias tobi toby
elizabeth liz lizzie beth betty eliza bess libby lisa elsie lilibet elisabeth
elisabeth lisa liesl lisl elli betty else elsbeth sissi lisbeth ilse babette elizabeth
margaret maggie meg peggy madge marge greta daisy rita
margarete grete gretel greta gretchen margret marga margarethe
margarita rita
katherine kate katie kathy kitty kay catherine kathryn cathy katharine
catherine cathy kate katie cat catharine
katharina kathi kati kathrin katrin katja katarina kate
katarzyna kasia
ekaterina katya katja
jennifer jen jenny jenni
jessica jess jessie
rebecca becky becca rebekka
deborah deb debbie
barbara barb babs bärbel babsi
susan sue susie suzy
susanne susi sanne susanna suse
christine chris chrissy tina christina
christina tina chris chrissy kristina christiane
kristina tina kris
victoria vicky tori viktoria
viktoria vicky viki
virginia ginny
dorothy dot dottie dolly
dorothea thea doro dora
eleanor ellie nell nora
eleonore nora lore elli
emily em emmy
emma em emmy
abigail abby gail
amanda mandy
anne annie ann anna
anna annie anni änne anya anja ania
anneliese anne liesel anneli
annemarie anne marie
johanna hanna hanni jo
hannah hanna
judith judy
julia jule julie
juliane julia jule
caroline carrie carol caro karoline
carolin caro karolin
charlotte charlie lotte lottie
cynthia cindy
florence flo florrie
frances fran fanny francie
franziska franzi fanny sissi
gabriele gabi
gabriella gabi gaby
georgina georgie gina
regina gina
gertrud trude traudl
helen nell nelly ellen lena helena
helene leni lena hella
magdalena leni lena magda
isabella bella izzy isabel
isabel bella izzy
jacqueline jackie
josephine jo josie
josefine josi fini
kimberly kim
linda lin
lydia lyddie
madeleine maddy madeline
martha marty patty
mary molly polly mamie may maria
maria mia mitzi marie
marianne mary anne
mathilde tilda tilly hilde
melanie mel melli
melissa mel missy
michelle shelly mickey
nancy nan
natalie nat natalia
natalia natasha natascha
nicole nicki nikki
olivia liv livvy
pamela pam
penelope penny
rachel rae
roberta bobbie
rosemary rose rosie
rosemarie rosi rose
sandra sandy
sarah sally sadie sara
sophia sophie sofia sofie
stephanie steph steffi stefanie
stefanie steffi
tamara tammy
teresa terry tess theresa
theresia resi therese
ursula uschi ulla ursel
valerie val
veronica ronnie vera
veronika vroni vera
wilhelmine minna mina wilma
johannes hans hannes johann jo
johann hans hannes
hans hannes johannes
joachim jochen achim
jürgen georg jörg
georg schorsch jörg
gottfried friedl
günter günther
josef sepp joseph beppi jupp
ludwig lutz luggi
maximilian max maxi
manfred manni fred
reinhard reini
rudolf rudi rolf
siegfried siggi
sebastian basti wastl
ulrich uli
ulrike uli rike
walther walter
werner
wolfgang wolf wolfi
bernhard bernd berni hardy
bernadette berni
burkhard burki
dietrich dieter
eberhard eber hardy
erhard hardy
gerhard gerd hardy gert
gerhardt gerd
hubertus hubert
karl carl kalle charly
karlheinz karl heinz
ferdinand ferdi
frank franky
benedikt bene
florian flo
dominik nick
lorenz lenz
markus mark marcus
marcus marc mark
martin maddin
sabine bine
silvia silvi sylvia
heidemarie heidi
adelheid heidi
hildegard hilde
irmgard irmi
ingeborg inge
ingrid inge
rosalinde linda rosi
waltraud traudl
edeltraud traudl
angelika geli angie
angela angie
brigitte gitte biggi
birgit biggi
cornelia conny nelly
konstantin kosta kostya
constantin kosta
jose pepe josé
francisco paco pancho curro
ignacio nacho
enrique quique
manuel manolo
antonio toño toni
guadalupe lupe
dolores lola
mercedes merche
concepcion concha conchita
rosario charo
eduardo edu lalo
roberto beto
alberto beto
jesus chus
giuseppe beppe peppe pino
giovanni gianni vanni
francesco franco checco
luigi gigi
domenico mimmo
salvatore totò turi
vincenzo enzo
lorenzo enzo renzo
alessandro sandro alex
alessandra sandra
jean-pierre jean pierre
jean-luc jean luc
francois frank
cornelis kees cor
johan jan
pieter piet
hendrik henk
willem wim
gerrit gerard
mikhail misha michail
dmitri dima dmitry dmitrij
vladimir vova volodya wladimir
sergei seryozha sergey sergej
aleksei alyosha alexei alexey
ivan vanya iwan
yuri jurij yury juri
evgeny zhenya jewgeni evgenij yevgeny
maria masha mascha
anastasia nastya
tatiana tanya tatjana
olga olya
irina ira
jerzy jurek
krzysztof krzys
stanislaw staszek
wojciech wojtek
tomasz tomek
piotr piotrek
pawel pawelek
malgorzata gosia
agnieszka aga
joanna asia
magdalena magda
mehmet muhammed
muhammad mohammed mohamed mohammad muhammed
mustafa mustapha
hüseyin hussein
fatma fatima
ayse aysche aicha
`

const known = new Map<string, Set<number>>()
groups
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of line.split(' ').map(spelt)) known.set(name, (known.get(name) ?? new Set()).add(group))
  })

/** Bill is William, and Sasha can be Alexander or Alexandra. */
export function areNicknames(a: string, b: string) {
  const first = known.get(a)
  const second = first && known.get(b)
  if (!first || !second) return false
  for (const group of first) if (second.has(group)) return true
  return false
}

/** All that somebody of this name may be called. */
export function nicknamesOf(name: string): string[] {
  const own = spelt(name)
  const found = known.get(own)
  if (!found) return []
  return [...known].filter(([other, groups]) => other !== own && [...found].some(group => groups.has(group))).map(([other]) => other)
}
