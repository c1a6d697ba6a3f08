import { wordList } from "./word-list.ts";

/** Given names that are common in France, Wallonia and the French-speaking part of Switzerland. Small letters. */
export const FRENCH_GIVEN_NAMES = wordList(`
  adèle adeline adrien adrienne agathe agnès aimée alain albane albert alexandre alexandra alexia alexis
  alice alix aline alphonse amandine amaury amélie anaïs anatole andré andrée ange angélique anne annick
  antoine antoinette apolline ariane aristide armand armelle arnaud arthur astrid aude audrey auguste
  augustin augustine aurélie aurélien aurore axelle baptiste barthélemy bastien béatrice benjamin benoît
  bérengère bérénice bernadette bernard bertrand blaise blanche boris brigitte bruno camille capucine carole
  caroline catherine cécile cédric céleste célestin célia céline chantal charlène charles charline charlotte
  chloé christelle christian christiane christine christophe claire clara clarisse claude claudette claudine
  clémence clément clémentine clotilde colette coline constance corentin corinne cyprien cyril cyrille
  damien danielle danièle daniel danny daphné david delphine denis denise didier dominique dorothée edgar
  édith edmond edmonde édouard edwige éléonore éliane élias élise élisabeth élodie éloïse elsa élouan
  émeline émile émilie émilien emma emmanuel emmanuelle enzo éric erwan estelle esther étienne eugène
  eugénie evan ève évelyne fabien fabienne fabrice fanny faustine félicie félix ferdinand fernand fernande
  firmin flavie flavien flore florence florent florian florine françois françoise franck frédéric frédérique
  gabin gabriel gabrielle gaël gaëlle gaëtan gaspard gaston gautier geneviève geoffrey georges georgette
  gérald géraldine gérard germain germaine ghislain ghislaine gilbert gilberte gilles ginette gisèle
  grégoire grégory guillaume gustave guy gwenaëlle héléna hélène héloïse henri henriette hervé honoré
  honorine hortense hubert hugo hugues huguette inès irène isabelle jacques jacqueline jean jeanne jeannine
  jérémie jérémy jérôme jocelyne joël joëlle jonathan jordan joseph josette josiane juliane julien julienne
  juliette jules justine karine kévin laëtitia lambert laure laurence laurent laurine laurie léa léandre
  léna léo léon léonard léonie léopold liliane lilou lionel loïc lorraine louane louis louise luc lucas
  lucie lucien lucienne ludivine ludovic lydie mael maël maëlle maëlys magali manon marc marceau marcel
  marcelle margaux margot marguerite marianne marie mariette marin marine marion marius marlène marthe
  martial martin martine mathias mathieu mathilde mathis mathys matthieu maud maurice maxence maxime mélanie
  mélissa mélodie michel michèle micheline mireille monique morgane muriel myriam nadège nadine nathalie
  nathan nicolas nicole noé noël noëlle noémie octave odette odile olivier olympe oscar ophélie océane
  pascal pascale pascaline patrice patricia patrick paul paulette pauline perrine philippe philomène pierre
  pierrette quentin raoul raphaël raphaëlle raymond raymonde régine régis rémi rémy renaud rené renée robert
  roger roland romain romane romuald rosalie roselyne roxane sabine salomé samuel sandrine sarah sébastien
  ségolène serge séverine sidonie simon simone solange solène sophie stanislas stéphane stéphanie suzanne
  suzette sylvain sylvaine sylvestre sylviane sylvie tanguy théo théodore théophile thérèse thibaud thibault
  thibaut thierry thomas timothée titouan tristan ulysse urbain valentin valentine valérie véronique
  victoire victor victorine vincent violaine violette virginie viviane xavier yann yannick yasmine yolande
  yves yvette yvon yvonne zélie zoé
`);
