import { listed } from '../dice.ts'
import { sameForAll, type Culture } from './culture.ts'

export const danish: Culture = {
  language: 'da',
  share: 4,
  women:
    listed(`Mette, Anne, Kirsten, Hanne, Freja, Søs, Maja, Signe, Astrid, Karen, Bodil, Inger, Lærke, Kirstine, Ida, Johanne, Sofie, Line,
    Pernille, Camilla, Rikke, Trine, Gitte, Lone, Tove, Birthe, Åse, Grethe, Ellen, Laura, Alberte, Filippa, Nanna, Sille, Ane-Marie`),
  men: listed(`Lars, Søren, Jens, Niels, Jørgen, Mads, Rasmus, Mikkel, Frederik, Magnus, Asger, Bjarne, Kaj, Torben, Henrik, Poul, Ole, Svend,
    Anders, Jesper, Kasper, Emil, Oscar, Malthe, Villads, Viggo, Aage, Åge, Esben, Flemming, Gorm, Jeppe, Troels, Ulrik, Vagn`),
  families: sameForAll(
    listed(`Jensen, Nielsen, Hansen, Pedersen, Andersen, Christensen, Larsen, Sørensen, Rasmussen, Jørgensen, Petersen, Madsen, Kristensen,
    Olsen, Thomsen, Christiansen, Poulsen, Johansen, Møller, Mortensen, Knudsen, Østergaard, Nørgaard, Kjær, Højgaard, Bæk, Søndergaard,
    Lindholm, Holm, Vestergaard, Dahl, Lund, Friis, Skovgaard, Bjerregaard, Ågaard, Nygaard, Ravn, Krogh, Brøndum, Damgaard, Enevoldsen`),
  ),
}

export const norwegian: Culture = {
  language: 'nb',
  share: 2,
  women:
    listed(`Ingrid, Solveig, Kari, Marit, Liv, Astrid, Randi, Gunn, Silje, Ragnhild, Åshild, Bjørg, Turid, Hilde, Tone, Siri, Guro, Oda,
    Synnøve, Tuva, Vilde, Eli, Gro, Berit, Sunniva, Ane, Hege, Mari, Eline, Thea`),
  men: listed(`Lars, Olav, Knut, Bjørn, Håkon, Øyvind, Arne, Terje, Geir, Torbjørn, Sverre, Trond, Leif, Sigurd, Eirik, Sindre, Åsmund, Gunnar,
    Kåre, Roar, Stian, Vegard, Anders, Even, Frode, Jostein, Ketil, Magne, Pål, Tor Arne`),
  families: sameForAll(
    listed(`Hansen, Johansen, Olsen, Larsen, Andersen, Nilsen, Kristiansen, Berg, Haugen, Hagen, Bakken, Lunde, Moen, Strand, Solberg,
    Sørbø, Øverby, Ødegård, Nygård, Tangen, Myhre, Fjeld, Sætre, Bråten, Håland, Lie, Aasen, Brekke, Rønning, Eide, Kvamme, Skår, Vik, Ås`),
  ),
}

export const swedish: Culture = {
  language: 'sv',
  share: 2,
  women:
    listed(`Astrid, Linnéa, Ebba, Märta, Åsa, Annika, Kerstin, Elsa, Saga, Ingegerd, Birgitta, Malin, Sofia, Lovisa, Frida, Hedda, Tyra,
    Agneta, Eva-Lena, Pernilla`),
  men: listed(`Björn, Göran, Lars-Erik, Nils, Axel, Åke, Sven, Mårten, Oskar, Gustaf, Håkan, Anders, Jörgen, Ragnar, Elias, Viktor, Börje,
    Torbjörn, Stellan, Love`),
  families: sameForAll(
    listed(`Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Gustafsson, Lindström, Ahlgren, Bergström,
    Sjöberg, Åkesson, Öberg, Lindqvist, Hedlund, Nyström, Wallin, Söderberg, Björk, Ekström, Norén, Sandström, Holmqvist`),
  ),
}

export const english: Culture = {
  language: 'en',
  share: 5,
  women: listed(`Emily, Olivia, Charlotte, Grace, Sarah, Rebecca, Victoria, Hannah, Lucy, Alice, Eleanor, Margaret, Fiona, Siobhan, Niamh,
    Imogen, Harriet, Beatrice, Zoe, Chloe, Aoife, Bronwyn, Rhiannon, Gemma, Heather, Morag, Priya, Amara, Mary-Ann, Jo`),
  men: listed(`Oliver, George, Harry, James, William, Thomas, Alexander, Duncan, Callum, Angus, Rhys, Owen, Dylan, Patrick, Seán, Liam,
    Nigel, Graham, Trevor, Clive, Rupert, Hugh, Alistair, Jamal, Kwame, Edward, Benedict, Toby, Christopher, Matthew`),
  families: sameForAll(
    listed(`Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Robinson, Wright, Thompson, Evans, Walker, White, Roberts, Green,
    Hall, Wood, Jackson, Clarke, O'Brien, O'Connor, MacDonald, McKenzie, Fitzgerald, Byrne, Okafor, Patel, Singh, Ashworth, Birdwhistle,
    Cartwright, Dunmore, Eastwick, Farthing, Goodchild, Hollis, Inglewood, Kingsley-Moore, Lockhart, Merryweather, Northcote, Pemberton,
    Quigley, Ravenscroft, St. John, Thistlewood, Underhill, Whitlock, Yardley`),
  ),
}
