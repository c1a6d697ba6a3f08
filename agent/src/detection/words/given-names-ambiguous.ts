import { wordList } from "./word-list.ts";

/**
 * Given names that are also a word, a place, a month, a brand or a product in the languages we read. By themselves they
 * say nothing; with a surname that is known they do.
 */
export const AMBIGUOUS_GIVEN_NAMES = wordList(`
  sri abel adem alba alexa alma alwin ambra amita amparo ana ange april ard aurora austin ava bas beth bilge
  bill binh blaise blake blanca blanche bo brad brandon brooke burak buse cameron can caner cas casey casper
  chandra chau chelsea cheng chester chi claude clyde conceição concepción cosmin crystal dag daisy dakota
  dale dana dawn dean demet deniz destiny dian dick dolores don donna dora douglas duc dung earl ece elif
  else encarnación esperanza faith fanta fay feng fern ferry fien finn fleur floor flora florence floyd
  franco funda funmi gabin gene georgia germain germaine germán giang gift glen graça grace grant grazia
  grete gro gül güneş gunn guy hana hande hanh hao hari harley haruka hawa hayat hazel heather heide hidde
  holly hong honoré hope hortense hue hung hunter hyun iman immacolata imre ina inci indah indra inez
  inmaculada ion ira iris isa isla islam ivy jack jackson jade jae jan jana jasmine jasper jay jean jesús
  jet jette jian jiang jing jip job jordan joy jun june jurre justin kader kalpana kamala kapil karan kari
  kay kent kerem krishna lacey lakshmi lan lana lance lapo lata laure lea lee leen lei leigh lev lia lies
  lieve lily linda ling linus loan logan lois lola long lore lorraine lourdes mabel macarena maddalena made
  madison mael mai maj manju margarita marin marine mark mart märta martial mary mason mavis max maxime
  maxwell may maya mega mei mercedes milagros milan milton mina mindy mira mitchell molly monica montserrat
  morgan myrtle nadir nail naim nam nana naz nelson nga nia nieves ning nirmala norma ola olive opal ophelia
  orlando ove paige paz pearl peer penny per percy phong ping polat poppy prem preston puck qing ramadan
  rasa ray regina rein rex ria rich rida rien rim rocío rod roman romano rong roos rosa rosario rose roy
  ruby rui rune sabah saga said salem salvador sam sana santiago satu scott sem sena serena seth sevda sevgi
  shan shannon shelly shiva sina son spencer stan sture suat sultan summer suna sung suze sydney taha tam
  tao taylor temel theo thi thor thu tian tien till ting tom tone toon tor tord tore tove tri trinidad troy
  tuba tung turan ufuk umm urban urs valentine van vasco victoire victoria viet viola violet violette
  virginia vito wade waldo wei wen wil will willow winston wyatt yang yash yong young yuan zac zane zus
  misty brandy candice ginger raven selena sierra angel ángel brady chase parker tess whitney devon mallory damon
`);
