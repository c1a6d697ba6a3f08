import { wordList } from "./word-list.ts";

/** Surnames that are common in the Nordic countries, Eastern Europe, Turkey, the Arab world, Asia and Africa. Small letters. */
export const OTHER_SURNAMES = wordList(`
  andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson lindberg lindström lindqvist lundgren lundberg bergström bergqvist
  berglund sandberg forsberg holm holmberg holmgren sjöberg wallin hedlund nyström ekström nordin nyberg engström björk söderberg hansen nielsen jensen pedersen andersen christensen
  larsen sørensen rasmussen jørgensen petersen madsen kristensen olsen thomsen christiansen poulsen johansen møller mortensen knudsen berg haugen hagen johannessen bakken lie dahl lund
  moen strand solberg halvorsen nygård korhonen virtanen mäkinen nieminen mäkelä hämäläinen laine heikkinen koskinen järvinen lehtonen saarinen salminen heinonen niemi
  nowak kowalski wiśniewski wójcik kowalczyk kamiński lewandowski zieliński szymański woźniak dąbrowski kozłowski jankowski mazur kwiatkowski krawczyk kaczmarek piotrowski grabowski
  zając pawłowski michalski król wieczorek jabłoński wróbel nowakowski majewski olszewski stępień malinowski jaworski adamczyk dudek nowicki pawlak górski witkowski walczak sikora
  novák svoboda novotný dvořák černý procházka kučera veselý horák němec pokorný marek pospíšil hájek král jelínek růžička beneš fiala sedláček doležal zeman kolář
  horváth kovács szabó tóth varga kiss molnár németh farkas balogh papp takács juhász lakatos mészáros oláh simon rácz fekete popescu popa ionescu pop radu dumitru stan stoica gheorghe
  ivanov ivanova smirnov kuznetsov popov petrov sokolov lebedev kozlov novikov morozov volkov solovyov vasiliev zaitsev pavlov semyonov golubev vinogradov bogdanov shevchenko bondarenko kovalenko
  tkachenko kravchenko melnyk horvat kovačević babić marić jurić novak kovačić jovanović petrović nikolić marković đorđević stojanović ilić stanković papadopoulos
  georgiou papadakis dimitriou ioannou yılmaz şahin yıldız öztürk aydın özdemir arslan doğan kılıç aslan çetin koç kurt özkan şimşek polat güneş erdoğan yavuz
  ahmed ahmad ali hassan hussein hussain ibrahim khalil mahmoud mohamed mohammed mansour mustafa nasser omar rahman saeed saleh salem said sharif yousef abdullah abdi haddad khoury
  aziz bakr farouk habib hamdan hamid iqbal jaber karim khalid malik mahdi najjar qureshi sayed shaikh siddiqui sheikh zaman mirza akhtar begum chaudhry
  sharma verma gupta kumar singh patel shah mehta reddy rao nair menon iyer iyengar chatterjee mukherjee banerjee bose das dutta ghosh sen roy joshi desai kulkarni deshmukh patil jadhav
  kapoor khanna malhotra chopra bhatt bhatia agarwal aggarwal mishra pandey tiwari trivedi yadav chauhan thakur pillai krishnan subramanian venkatesan naidu choudhary saxena srivastava sinha
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen
  chan wong cheung lau leung chow ho kwok ng chua goh koh lim ong tan teo yeo kim lee park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito mori abe ikeda hashimoto ishikawa ogawa goto okada
  nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong ly santos reyes cruz bautista ocampo garcia mendoza torres dela
  okafor okonkwo adeyemi adebayo balogun ogunleye eze nwosu okoro mensah owusu boateng asante osei appiah addo mwangi kamau otieno ochieng wanjiku njoroge kariuki diallo traoré diop ndiaye fall sow ba
  keita coulibaly koné camara touré cissé dlamini nkosi ndlovu khumalo mokoena botha venter nel pretorius
`);
