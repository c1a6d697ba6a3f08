import { wordList } from "./word-list.ts";

/** Given names that are common in Germany, Austria and Switzerland. Small letters. */
export const GERMAN_GIVEN_NAMES = wordList(`
  achim adelheid adolf albrecht alexander alfons alfred alois alwine andrea andreas anette angela angelika
  anika anita anja anke anna annegret anneliese annemarie annett anni annika ansgar anton antje armin arndt
  arne arnold artur astrid august axel barbara bärbel bastian beate ben benedikt benjamin benno berit bernd
  bernhard berthold bettina bianca birgit birte björn bodo bruno brigitte britta burkhard carla carmen
  carola carolin carsten cäcilie christa christian christiane christina christine christoph claudia claus
  clemens constanze corinna cornelia dagmar daniel daniela david detlef detlev dieter dierk dietmar dietrich
  dirk doreen doris dorothea eberhard eckhard edda edeltraud edgar edith egon ekkehard elfriede elias
  elisabeth elke ella ellen elsa else emil emilia emma enno erhard erich erik erika erna ernst erwin esther
  eugen eva evelyn ewald fabian falk felix ferdinand finn florian frank franz franziska frauke frederik
  frieda friedemann friedhelm friedrich fritz gabi gabriele gebhard georg gerald gerd gerda gerhard gerlinde
  gernot gero gertraud gertrud gesa gesine gisela gitta gottfried götz greta grete gudrun günter günther
  guido gunnar gustav hannah hannelore hannes hanno hans harald hartmut hartwig hedwig heide heidemarie
  heidi heike heiko heiner heinrich heinz helene helga helge helmut helmuth hendrik henning henriette henrik
  herbert heribert hermann hermine herta hertha hilde hildegard hiltrud holger horst hubert hubertus ida
  ilka ilona ilse ines inga inge ingeborg ingo ingolf ingrid irene iris irma irmgard irmtraud isabell
  isabella isolde jakob jan jana janina jannik jasmin jens jessica joachim jochen johann johanna johannes
  jonas jonathan jörg jörn josef josefine judith julia julian jürgen jutta kai kaja karin karl karla
  karlheinz karola karoline karsten katarina katharina kathrin katja katrin kerstin kilian klara klaus
  konrad konstantin konstanze korbinian kornelia kristin kristina kunibert kurt lara larissa lars laura lea
  lena lennard leni leon leonard leonhard leonie leopold lieselotte liesl lili linus lisa lisbeth lore
  lorenz lothar lotte luca luis luisa lukas lutz luise luzie magda magdalena maik maike maja malte mandy
  manfred manja manuel manuela marcel marco marcus mareike maren margarete margarethe margit margot margret
  maria marianne marie marina mario marion marius markus marlene marlies marlis marta martha martin martina
  mathias mathilde mathis matthias maurice max maximilian mechthild meike meinhard melanie merle mia michael
  michaela milena mira miriam mirko mona monika moritz nadine nadja natalie natascha nele nicole niklas niko
  nikolaus nils nina norbert norman olaf ole oliver oskar ortrud oswald otmar ottilie otto pascal patrick
  patricia paul paula peer peggy petra petr philipp pia rafael raimund rainer ralf ralph ramona raphael
  rebecca regina regine reimund reiner reinhard reinhold renate reni ricarda richard rita robert robin
  roland rolf roman romy rosa rosemarie roswitha rüdiger rudi rudolf ruprecht ruth sabine sabrina sandra
  sara saskia sascha sebastian selina selma siegbert siegfried sieglinde siegmund sigmund sigrid silja silke
  silvana silvia simon simone sina sonja sophia sophie stefan stefanie steffen steffi stephan stephanie
  susann susanne susi sven svenja swantje sybille sylke sylvia tamara tania tanja tatjana thea theodor
  theresa therese thomas thorben thorsten tilman till tilo tim timo tina tobias tom toni torben torsten
  traude traudel traute uli ulf ulla ulrich ulrike ursula urs uschi ute uta uwe valentin valentina vanessa
  veit vera verena veronika viktor viktoria vinzenz volker volkmar waldemar walburga walter waltraud wenke
  wenzel werner wieland wiebke wilfried wilhelm wilhelmine willi winfried wolfgang wolfram xaver yannik
  yvonne zita
`);
