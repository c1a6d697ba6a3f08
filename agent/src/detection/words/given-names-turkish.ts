import { wordList } from "./word-list.ts";

/** Turkish and Azeri given names, with and without their own letters. Small letters. */
export const TURKISH_GIVEN_NAMES = wordList(`
  abdurrahman adem ahmet alper altan anıl arda arzu asiye aslı asuman atilla aydın ayfer aygül ayhan aylin
  aynur ayşe ayşegül ayşenur ayten aytaç aziz bahar bahadır banu barış başak batuhan bedri behçet bekir
  belgin beren berk berkay berrin betül beyza bilge birgül birol bora buğra burak burcu burhan buse bülent
  bünyamin büşra cafer can canan caner celal cem cemal cemil cemile cengiz ceren cevdet ceyda ceylan cihan
  cüneyt çağla çağlar çağrı çiğdem defne demet deniz derya didem dilan dilara dilek doğan doğukan döndü
  duygu ebru ece eda edip ela elçin elif emel emin emine emirhan emrah emre enes engin erdal erdem erdoğan
  eren erhan erkan erkin erol ersin ertan ertuğrul esin esma esra eylül eyüp ezgi fadime fahri fatih fatma
  feride ferhat feyza fikret filiz fulya funda furkan gamze gizem gökhan gönül göksel gözde gül gülay gülcan
  gülden gülizar gülsüm gülşen gülten güler günay güneş güngör gürkan güven habibe hacer hakan haldun halil
  haluk halime hamdi hande harun hasan hatice havva haydar hayriye hilal hilmi hülya hüseyin hüsnü ibrahim
  idil ilhan ilkay ilker ilknur imran inci ipek irem irfan ismet işıl kaan kader kadir kadriye kamuran kazım
  kemal kenan kerem kerim koray korkut kübra kürşat lale latife levent leyla mehmet melek melih melike melis
  meltem meral merih mert merve meryem mesut mete metin mevlüt miray muammer muhammet muharrem murat musa
  mustafa muzaffer müge mükremin müjde mürsel müslüm naciye nagihan nail naz nazan nazife nazım nazlı necati
  necdet necla necmettin nermin nesrin nevin nevzat nihal nihat nilay nilgün nilüfer nimet niyazi nurcan
  nuray nurettin nurgül nurhan nuri nuriye nursel nurten oğuz oğuzhan okan oktay olcay onur orçun orhan
  osman ozan ömer ömür önder özcan özge özgür özlem özkan pelin pembe perihan pınar polat rabia ramazan rana
  recep remzi reyhan rıdvan rıfat rıza ruhi rukiye sabahat sabri sadık safiye saliha sami sedat seda sedef
  selahattin selami selçuk selda selen selim selin selma semih semiha semra sena serap serdar serhan serhat
  serkan serpil sertaç servet sevda sevgi sevil sevilay sevim sevinç sezai sezen sezer sezgin sibel simge
  sinan sinem soner songül suat suna süheyla süleyman sultan sümeyye şaban şahin şebnem şenay şenol şerife
  şeyma şükran şükrü şule taner tansu tarkan tayfun tayyip tekin temel tolga tuba tufan tugay tuğba tuğçe
  tuncay tuncer turan turgay turgut türkan ufuk uğur ulaş umut ümit ümmü ünal vedat veli veysel volkan
  yağmur yakup yalçın yaren yasemin yaşar yavuz yeliz yeşim yıldız yılmaz yiğit yunus yurdagül yusuf yücel
  zafer zehra zekeriya zeki zeliha zerrin zeynep ziya zuhal zübeyde
`);
