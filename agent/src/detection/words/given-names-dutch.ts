import { wordList } from "./word-list.ts";

/** Given names that are common in the Netherlands and Flanders, of all who live there. Small letters. */
export const DUTCH_GIVEN_NAMES = wordList(`
  aad aafke aaltje aart abel ad adriaan adriana agnes albertus alida alwin amber amira anja anke ankie
  anneke annelies annelien annelotte annemarie annemiek annemieke annet annette annick anouk ans antje anton
  antonia antoon ard arend arie ariane arjan arjen arno arnold arnoud aron astrid aukje babette bart bas
  bastiaan beatrijs bente berend bert bertus betty bianca bob bram brechtje brenda britt brigitta bruno cas
  casper cees charlotte chantal christiaan christel christien claartje coen coenraad cor corien corine
  corinne cornelia cornelis corry corrie daan daisy danique danielle daniel daphne david debby deborah demi
  dennis diederik diana dianne dick dieuwertje dinand dirk djamila dominique doortje dorien douwe dries duco
  eefje eelco eline els elsje elske emiel emma emmy engelbert erica erik erwin esmee esmée esther eva
  evelien evert evi ewout fabienne famke fay feline femke fenna fenne ferdinand ferry fien fleur floor
  floortje floris folkert fons frank frans fransje frederieke freek frits froukje gea geert geertje gerard
  gerben gerda gerrie gerrit gert gertjan gerwin gijs gijsbert gisela gonnie greetje gretha guido guus hanna
  hanneke hannie hans harm harmen harriet harrie hein heleen helma hendrik hendrika hendrikus hendrikje
  hennie henk henny henri herman hermina hessel hetty hidde hilde hiske hubert hugo huib ida ilona ilse imke
  inez inge ingeborg ingrid irene iris irma isa isabel isabella ivo jaap jacco jacob jacobus jacoba
  jacqueline jacques jan janneke jannes jantje janna jasmijn jasper jelle jelmer jennifer jenny jens jeroen
  jesse jet jette jeanette jeannette jip jitske jitte joanne job jochem jochen joep joeri johan johanna
  johannes jolanda jolande jolien jonas joost joop jopie jorien joris jorn jorrit jos josephine josje jouke
  joyce judith jule julia julie jurgen jurre jurriaan karel karen karin katinka katja kees keimpe kelly kim
  kirsten klaas klaartje klaasje koen koos kevin krijn lars laura laurens leendert leen lena lennart lennert
  leonie leo leonoor leontien lex lian liam lianne lidewij lies liesbeth lieke lieneke lieselotte liesje
  lieve lilian lina linda lisa lisanne lisette liz loes lonneke loreen lotte louis louise lourens luc luca
  lucas lucie luuk luus lynn maaike maarten maartje machteld machiel madelief malou manon marc marcel margo
  margot margreet margriet maria mariska mariëlle marieke marije marijke marijn marina marinus marit marius
  marja marjan marjolein marjolijn marleen marlies marlou marloes marlijn marta martha marthe martien
  martijn martin martine mathijs mats matthijs maud maurice maurits maxime max meike meindert mees melanie
  melissa melle menno mia micha michael michel michelle michiel mieke mien miep mijke mika mike mila milan
  milou mirjam mirte mirthe miranda monica monique myrthe nadia nadine naomi nick nico nicole nicolette niek
  niels nienke nikki nina noa noah noor noortje norbert odette olaf olga olivier onno oscar otto paul paula
  paulien pauline peter petra petronella philip philippa pien pier piet pieter pieternel pim pleun pleuni
  puck quinten quirine quirijn ralf ralph ramon ramona raoul reinder reinier reinout rembrandt remco remko
  renate rené renée renske rianne ria richard rick rien riet rik rika rinske rinus rita rob robbert robert
  robin roderick roel roelof rogier roland rolf romy ron ronald roos roosmarijn rosalie rosanne ruben rudolf
  rudy rutger ruth ruud ryan sabine sacha samantha sander sandra sanne sara sarah saskia sebastiaan sem
  senna sharon siebe siebren siem sien sietse sietske sigrid simon simone sjaak sjaan sjef sjoerd sjors
  sjoukje sofie sonja sophie stan stefan stefanie steffie stephan steven stijn suze susan susanne suzanne
  sven svenja sybren sylvia tamara tanja ted teun teuntje teunis thea theo theodoor theodora thera thijmen
  thijs thom thomas thirza tiemen ties tijmen tijn tijs tim timo tineke tinka tirza tjalling tjeerd tjitske
  tobias tom tommie ton toon toos tristan trudy truus tygo valerie vera veerle victor vincent vivian wendy
  werner wessel wibo wiebe wieger wietske wijnand wil wilbert wilco wilfred wilhelmina wilhelmus willeke
  willem willemijn willemien willy wilma wim wouter wout wybe xander xandra yannick yara yfke yolanda yorick
  yvette yvo yvonne zara zoë zoey zus achmed ahmet aicha aïcha amina anass ayoub bilal boutaina chaima
  dounia driss fadoua fatiha fatima fatna fouad hafida hajar halima hamza hanane hanan hassan hicham houda
  ikram ilham ilias ilyas imane imran ismail jamal jamila karima khadija lahcen laila latifa loubna malika
  marouane meryem mohamed mohammed mimoun mimount mounir mourad mustapha naima nabil najat najib nordin nora
  omar omer ouafae ouassim oussama rachid rachida rania redouan redouane ridouan sabri said saïd saida salma
  samira sana sanae sihame siham soufian soufiane soumaya souad tarik taoufik wafae yasin yasmina yasmine
  yassin yassine yassir younes youssef youssra zakaria zineb zohra asha anil chander dewi djoeke faried
  glenn henna indra jerrel kavita lando marvin mavis natascha orlando priya radjesh radjen ravi rishi roy
  ruchi sharda sheila shanti soeradj soenita sunil stanley urmila vidjai winston waldo wonny xaviera
  nynke saar
`);
