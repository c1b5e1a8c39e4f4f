import { listed } from '../dice.ts'
import { sameForAll, type Culture } from './culture.ts'

export const portuguese: Culture = {
  language: 'pt',
  share: 4,
  women:
    listed(`Maria, Ana, Inês, Beatriz, Mariana, Leonor, Carolina, Matilde, Joana, Catarina, Conceição, Fátima, Graça, Luísa, Sónia, Tânia,
    Cátia, Rita, Teresa, Lurdes, Margarida, Filipa, Andreia, Débora, Patrícia, Ana Rita, Maria João`),
  men: listed(`João, José, António, Francisco, Manuel, Rodrigo, Afonso, Tomás, Gonçalo, Duarte, Luís, Rui, Nuno, Sérgio, Vítor, Mário, Jorge,
    Fernando, Paulo, Hélder, Joaquim, Simão, Estêvão, Zé, Tiago, Diogo, João Pedro`),
  families: sameForAll(
    listed(`Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Jesus, Sousa, Fernandes, Gonçalves, Gomes, Lopes,
    Marques, Alves, Almeida, Ribeiro, Pinto, Carvalho, Teixeira, Moreira, Correia, Mendes, Nunes, Soares, Vieira, Monteiro, Cardoso, Rocha,
    Raposo, Neves, Coelho, Araújo, Conceição, Magalhães, Falcão, Leitão, Simões, Brandão, da Silva, dos Santos, de Sá, d'Almeida`),
  ),
}

export const french: Culture = {
  language: 'fr',
  share: 3,
  women: listed(`Élodie, Camille, Chloé, Léa, Manon, Inès, Zoé, Amélie, Aurélie, Céline, Hélène, Geneviève, Françoise, Mireille, Noémie,
    Océane, Solène, Thérèse, Margaux, Clémence, Agnès, Édith, Joséphine, Maëlle, Anaïs, Marie-Claire, Anne-Laure`),
  men: listed(`Jean, Pierre, Michel, François, Étienne, Rémi, Loïc, Benoît, Jérôme, Frédéric, Gaël, Théo, Noël, Hervé, Thibault, Guillaume,
    Mathéo, Baptiste, Hugo, Lucas, Aurélien, Cédric, Raphaël, Jean-Luc, Jean-Baptiste, Maël`),
  families: sameForAll(
    listed(`Martin, Bernard, Dubois, Durand, Moreau, Lefèvre, Leroy, Roux, Fournier, Girard, Mercier, Dupont, Lambert, Bonnet, François,
    Legrand, Garnier, Faure, Rousseau, Blanc, Guérin, Chevalier, Gauthier, Perrin, Morel, Béranger, Marchand, Desprès, L'Hôpital, de la Tour,
    d'Aubigné, Lemaître, Château, Vallée, Séguin, Prévost, Brûlé, Gendrin, Lachèvre`),
  ),
}

export const italian: Culture = {
  language: 'it',
  share: 3,
  women: listed(`Giulia, Francesca, Chiara, Sofia, Alessia, Martina, Federica, Elisa, Paola, Lucia, Rosa, Concetta, Maria Grazia, Niccolina,
    Ludovica, Ginevra, Beatrice, Ornella, Mirella, Giada`),
  men: listed(`Marco, Alessandro, Luca, Giuseppe, Matteo, Lorenzo, Davide, Antonio, Niccolò, Giovanni, Salvatore, Gennaro, Pasquale, Enzo,
    Fabio, Stefano, Tommaso, Gian Luca, Raffaele, Elio`),
  families: sameForAll(
    listed(`Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Mancini, Costa,
    Giordano, Rizzo, Lombardi, Moretti, D'Angelo, Dell'Acqua, Fantò, Lo Presti, La Rocca, Di Stefano, Bellomo, Sanfilippo`),
  ),
}

const greekFamilies =
  listed(`Papadopoulos, Georgiou, Dimitriadis, Karagiannis, Vlachos, Nikolaidis, Pappas, Antoniou, Makris, Konstantinidis,
  Theodorakis, Economou, Stavropoulos, Alexiou, Christodoulou, Anagnostopoulos, Zachariadis, Kyriakidis, Samaras, Angelopoulos, Mavridis,
  Tsakiris, Xenakis, Kazantzakis, Spanos`)

const womanOf = (family: string) =>
  family
    .replace(/([ia]d)is$/, '$1ou')
    .replace(/os$/, 'ou')
    .replace(/([aiu])s$/, '$1')

export const greek: Culture = {
  language: 'el',
  share: 2,
  women:
    listed(`Maria, Eleni, Katerina, Vasiliki, Sofia, Georgia, Dimitra, Ioanna, Konstantina, Anastasia, Despina, Chrysoula, Kalliopi, Athina,
    Eirini, Panagiota, Zoi, Fotini, Stavroula, Evangelia`),
  men: listed(`Georgios, Dimitris, Konstantinos, Ioannis, Nikos, Christos, Panagiotis, Vasilis, Athanasios, Spyros, Stelios, Manolis, Michalis,
    Theodoros, Alexandros, Petros, Apostolos, Ilias, Lefteris, Thanos`),
  families: { men: greekFamilies, women: greekFamilies.map(womanOf) },
}
