import { listed } from '../dice.ts'
import { sameForAll, type Culture } from './culture.ts'

const common = listed(`Müller, Schmidt, Schneider, Fischer, Meyer, Weber, Petersen, Wagner, Becker, Schulz, Hoffmann, Hansen, Koch,
  Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Jansen, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, Schmitt, Werner,
  Schmitz, Krause, Meier, Lehmann, Schmid, Schulze, Maier, Köhler, Herrmann, König, Walter, Mayer, Huber, Kaiser, Fuchs, Peters, Lang,
  Scholz, Möller, Weiß, Jung, Hahn, Schubert, Vogel, Friedrich, Keller, Günther, Frank, Berger, Winkler, Roth, Beck, Lorenz, Baumann,
  Franke, Albrecht, Schuster, Simon, Ludwig, Böhm, Winter, Kraus, Martin, Schumacher, Krämer, Vogt, Stein, Jäger, Otto, Sommer, Groß,
  Seidel, Heinrich, Brandt, Haas, Schreiber, Graf, Schulte, Dietrich, Ziegler, Kuhn, Kühn, Pohl, Engel, Horn, Busch, Bergmann, Thomas,
  Voigt, Sauer, Arnold, Wolff, Pfeiffer, Clausen, Thomsen, Johannsen, Carstens, Harms, Behrens, Ahrens, Lüders, Dierks, Cordes, Heitmann,
  Wulff, Timm, Paulsen, Lorenzen, Detlefsen, Feddersen, Ketelsen, Nissen, Iversen, Boysen, Christiansen, Ingwersen, Brodersen, Matthiesen,
  Stöver, Wichmann, Witt, Rehder, Evers, Lührs, Tiedemann, Meinecke, Buhr, Grothe, Kröger, Ehlers, Eggers, Reimers, Siemers, Wiegand,
  von Bülow, von der Heide, von Holten, van den Berg, ter Horst, zum Felde, Feldmann, Rosenthal, Grünwald, Süßkind, Weißenfels, Gößling,
  Kießling, Preuß, Strauß, Voß, Claßen, Böttcher, Ströbele, Dörfler, Gänsslen, Kähler, Rüdiger, Wüstenberg, Zühlke, Höpfner, Jürgens`)

const beginnings = listed(`Stein, Linden, Eichen, Buchen, Birken, Rosen, Grün, Schön, Hohen, Neuen, Kirch, Mühl, Brück, Wald,
  Wiesen, Sand, Moor, Deich, Fehr, Gold, Silber, Kupfer, Eisen, Herz, Licht, Morgen, Sommer, Winter, Rauten, Falken, Hirsch,
  Wolfs, Bären, Fuchs, Krähen, Finken, Lerchen, Hafer, Weizen, Roggen, Nuss, Dorn, Heide, Ginster, Reet, Ried, Quell, Brunn, Born,
  Bach, Tann, Fichten, Ulmen, Weiden, Pappel`)
const endings = listed(`mann, berg, feld, bach, hof, meier, müller, stein, burg, kamp, brink, holz, horst, wald, au, roth, schmidt, huber,
  becker, brock`)

const woven = beginnings.flatMap(beginning => endings.map(ending => beginning + ending)).filter(name => !/^(.+)\1$/i.test(name))

export const german: Culture = {
  language: 'de',
  share: 60,
  women: listed(`Anna, Sabine, Julia, Petra, Katharina, Susanne, Lena, Andrea, Laura, Monika, Sarah, Birgit, Lisa, Claudia, Hannah, Martina,
    Marie, Gabriele, Leonie, Karin, Sophie, Heike, Johanna, Anja, Lea, Nicole, Mia, Stefanie, Emma, Christina, Ilse, Ursula, Renate, Helga,
    Ingrid, Brigitte, Elke, Ute, Silke, Kerstin, Tanja, Melanie, Sandra, Daniela, Nadine, Jana, Franziska, Antje, Wiebke, Frauke, Maike,
    Inken, Gesa, Swantje, Tomke, Merle, Lotta, Ida, Frieda, Greta, Mathilda, Clara, Paula, Luise, Charlotte, Amelie, Elisabeth, Eva,
    Friederike, Henriette, Theresa, Magdalena, Miriam, Rebecca, Judith, Simone, Carola, Cornelia, Dagmar, Doris, Edith, Erika, Gisela,
    Hannelore, Hildegard, Irmgard, Jutta, Käthe, Liselotte, Margarete, Marlies, Rosemarie, Waltraud, Wilma, Bärbel, Dörte, Grit,
    Anke, Beate, Bettina, Britta, Imke, Ina, Insa, Jule, Karla, Kirsten, Lara, Levke, Lina, Malin, Mareike, Meike, Nele, Neele, Nora, Pia,
    Rieke, Ronja, Svea, Tabea, Thea, Tina, Vanessa, Viktoria, Yvonne, Anna-Lena, Eva-Maria, Ann-Kathrin, Marie-Luise, Anne-Sophie,
    Karla-Marie, Lisa-Marie, Hanna-Lotta`),
  men: listed(`Michael, Thomas, Jan, Andreas, Stefan, Peter, Lukas, Christian, Wolfgang, Jürgen, Daniel, Klaus, Jonas, Frank, Maximilian, Hans,
    Markus, Uwe, Tobias, Bernd, Felix, Dirk, Paul, Ralf, Leon, Jörg, Ben, Holger, Finn, Matthias, Elias, Sven, Noah, Torsten, Luis, Martin,
    Alexander, Sebastian, Florian, Philipp, Julian, Tim, Niklas, Fabian, Moritz, Simon, David, Benjamin, Jakob, Anton, Emil, Oskar, Karl,
    Friedrich, Wilhelm, Heinrich, Otto, Ernst, Walter, Günter, Horst, Helmut, Manfred, Dieter, Rolf, Gerhard, Werner, Rainer, Volker,
    Detlef, Hartmut, Eckhard, Henning, Hinnerk, Hauke, Arne, Björn, Lars, Malte, Momme, Ole, Piet, Sönke, Tjark, Thorben, Boje, Broder, Enno,
    Fiete, Focko, Gerrit, Heiko, Ingo, Jasper, Jannik, Joris, Kai, Kjell, Lasse, Levin, Linus, Mats, Mattis, Nils, Ralph, Rüdiger, Steffen,
    Till, Tom, Udo, Veit, Vincent, Xaver, Hans-Peter, Karl-Heinz, Jan-Ole, Klaus-Dieter, Hans-Jürgen, Karl-Friedrich, Ulrich, Konrad,
    Gregor, Götz, Jost, Bastian, Marvin, Dennis, Patrick, Kevin, Marcel, Robin, Sascha, René, Oliver, Carsten, Kurt`),
  families: sameForAll([...common, ...woven]),
}
