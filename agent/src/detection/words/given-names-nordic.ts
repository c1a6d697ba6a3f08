import { wordList } from "./word-list.ts";

/** Given names that are common in Denmark, Sweden, Norway, Finland and Iceland. Small letters. */
export const NORDIC_GIVEN_NAMES = wordList(`
  agneta aksel albin alf alma anders andreas anette anita ann annika arne arvid asbjørn åsa åse asger asta
  astrid axel bengt benny bente berit birgit birgitta birgitte birger birthe bjarne bjørn björn bo bodil
  børge brynjar britt camilla carina carl carsten charlotta christer christian claes dag dagny daniel ebba
  eero egil eila einar eino eira eirik elin elina elisabeth ella elsa emil erik erika erling esben eskil
  espen eva evald finn flemming folke fredrik frederik frida frode gerd gitte göran greta grethe gro gudmund
  guðrún gunilla gunn gunnar gunvor gustaf gustav haakon hanne hans harald håkan håkon håvard hedda hege
  heidi heikki helena helga helge helle henning henrik hilde hjalmar inga ingebjørg ingegerd ingemar inger
  ingrid ingvar ivar jakob jan janne jannik jari jeppe jens jesper joakim johan johanna johannes john jon
  jonas jonna jørgen jörgen jørn juha jukka juhani kaarina kai kalle karen kari karin karl karsten kasper
  katarina katrine kerstin ketil kim kirsten kirsti kjell kjersti klaus knud knut kristen kristian kristín
  kristina kristine kurt kyösti lars lasse laila leif leena lena lennart lilly linnea linnéa lise lone lotta
  lovisa ludvig lukas maiken maj maja malin marianne marie marit markku marko markus märta mathilde matti
  mats mattias merete mette mikael mikkel mikko minna mogens morten nanna niels niklas nils nina ola olaf
  olav óli olof olle oskar oskari ove pål palle paavo peder pekka pelle per pernille peter petri pia poul
  preben ragna ragnar ragnhild randi rasmus reidar reijo riitta rikke roar rolf ronja ronny rune saga sakari
  sanna sari satu selma sigbjørn sigmund signe sigrid sigríður sigrun sigurd sigurður silje simon sindre
  sissel siv søren sofie solveig stefán steinar stian stig stine sture sune susanne sverre svein sven svend
  synnøve tage tapio tarja terje thea thor thora thorbjørn thorvald tiina timo tine tommi tone tor torbjörn
  tord tore torgeir torhild torill torkel torstein torsten tove trine troels trond trygve tuomas tuula tuva
  tyra ulf ulla ulrik unni urban urho vegard veikko vibeke vidar vigdis viggo vigdís ville wenche yngve
  øystein øyvind ørjan
  magnus freja mads päivi aino
`);
