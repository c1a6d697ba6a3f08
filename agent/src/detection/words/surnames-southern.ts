import { wordList } from "./word-list.ts";

/** Surnames that are common in France, Wallonia, Spain, Latin America, Italy and Portugal. Small letters. */
export const SOUTHERN_SURNAMES = wordList(`
  adam andré antoine arnaud aubert aubry bailly baron barre barbier bénard benoit berger bernard bertin bertrand besson blanc blanchard blanchet
  bonnet bouchard boucher bourgeois bouvier boyer breton brun bruneau brunet camus carlier caron carpentier carré charles charpentier chauvin chevalier chevallier
  clément colin collet cordier cousin da daniel david delattre delaunay delmas deschamps dufour dubois dumas dumont dupont dupuis dupuy durand duval etienne
  fabre faure fernandez fleury fontaine fournier françois gaillard garnier gaudin gauthier gautier gérard germain gilbert gillet girard giraud grondin
  guérin guichard guillaume guillot guyot hamel henry hervé hoarau hubert huet humbert jacob jacquet jean joly julien klein lacroix lambert lamy lang langlois
  laporte laurent leblanc lebrun leclerc leclercq lecomte lefebvre lefèvre léger legrand lejeune lemaire lemaitre lemoine leroux leroy lévêque louis lucas maillard mallet
  marchal marchand marechal marie martel martin martinet masson mathieu ménard mercier meunier meyer michaud michel millet monnier moreau morel morin moulin muller nicolas
  noel olivier ollivier paris pasquier payet pelletier perez perret perrier perrin perrot petit philippe picard pichon pierre poirier poulain prevost rey renard renaud renault
  rémy reynaud richard rivière robin roche rodriguez roger rolland rousseau roussel roux roy royer sanchez schmitt schneider simon tessier thomas vasseur verdier vidal vincent wagner weber
  abad aguado aguilar alonso álvarez aparicio arias arroyo ballesteros barreiro benítez blanco blázquez bravo caballero cabrera calvo campos cano carmona carrasco castillo castro
  cortés crespo cruz delgado díaz díez domínguez durán esteban fernández ferrer flores fuentes gallardo gallego garcía garrido gil giménez gómez gonzález guerrero gutiérrez
  hernández herrera herrero hidalgo ibáñez iglesias jiménez león lópez lorenzo lozano marín márquez martín martínez medina méndez mendoza molina montero mora morales moreno moya muñoz
  navarro nieto núñez ortega ortiz parra pascual pastor peña pérez prieto ramírez ramos rey reyes rivera rodríguez rojas román romero rubio ruiz sáez sánchez santana santiago santos sanz
  serrano soler soto suárez torres vargas vázquez vega velasco vicente vidal quispe mamani salazar espinoza sepúlveda contreras araya valenzuela restrepo ospina
  amato barbieri basile battaglia bellini benedetti bernardi bianchi bruno caputo carbone caruso cattaneo colombo conte conti coppola costa d'angelo d'amico de damico deluca esposito
  fabbri farina ferrara ferrari ferraro ferretti ferri fiore fontana galli gallo gatti gentile giordano giuliani grassi grasso greco guerra guidi leone lombardi lombardo longo
  mancini marchetti mariani marinelli marini marino martinelli martini mazza messina milani monti morelli moretti negri neri orlando pagano palmieri palumbo parisi pellegrini pellegrino piras
  ricci rinaldi riva rizzi rizzo romano rossetti rossi ruggiero russo sala sanna santini santoro serra silvestri sorrentino testa valentini valente verdi villa vitale vitali zanetti
  almeida alves andrade araújo azevedo barbosa barros batista borges cardoso carvalho coelho correia costa cunha dias esteves faria fernandes ferreira figueiredo fonseca freitas gaspar gomes
  gonçalves henriques leite lima lopes lourenço macedo machado magalhães marques martins matos melo mendes miranda monteiro morais moreira mota moura neves nogueira nunes oliveira pereira
  pinheiro pinho pinto pires ramos reis ribeiro rocha rodrigues santos silva simões soares sousa souza tavares teixeira vaz vieira
`);
