import { wordList } from "./word-list.ts";

/** Given names that are common in Spain, Latin America, Italy and Portugal. Small letters. */
export const SOUTHERN_GIVEN_NAMES = wordList(`
  maría josé maría-josé adela adolfo adriana agustín agustina aitana aitor alba alberto alejandra alejandro alfonso alfredo alicia
  almudena álvaro amparo ana anabel andrés ángela ángeles antonia antonio araceli ariadna armando arturo
  aurelio aurora ainhoa beatriz begoña belén benito bernardo blanca borja camila camilo carla carlos carlota
  carmela carmen carolina catalina cayetana cecilia celia césar clara claudio concepción consuelo cristian
  cristina cristóbal daniela diego dolores edgardo eduardo elena elías eloy elvira emiliano emilio
  encarnación enrique ernesto esperanza esteban eugenia eusebio eva fabiola federico felipe fermín fernanda
  fernando francisca francisco gabriela gerardo germán gonzalo graciela gregorio guadalupe guillermo gustavo
  héctor hernán hugo humberto ignacio inmaculada inés iñaki iñigo irene isabel isidro iván ivonne jacinto
  jacobo jaime javier jesús jimena joaquín jorge josé josefa juan juana julián julieta julio laia lautaro
  leandro leticia lidia lorena lorenzo lourdes lucía luciana luis luisa macarena magdalena manuel manuela
  marcela marcelo marcos margarita mariano maribel maricarmen marisa marisol mario marta mateo matías
  mauricio mercedes miguel milagros míriam mónica montserrat nacho natalia nerea nieves noelia nuria núria
  octavio olga óscar pablo paco paloma patricia paula paz pedro pilar rafael rafaela ramiro ramón raquel
  raúl ricardo roberto rocío rodolfo rodrigo rogelio rosario rubén salvador sancho santiago sara sergio
  silvia sofía sonia susana tamara teodoro teresa tomás trinidad valentina valeria vanesa verónica vicente
  victoria violeta virginia ximena yolanda alessandra alessandro alessia alessio aldo ambra andrea angelo
  anita anna annalisa antonella arianna assunta aurelia azzurra barbara beatrice benedetta bianca carlo
  camilla caterina chiara cinzia claudia concetta corrado cosimo cristiano daniele dario davide debora
  diletta domenico donatella edoardo eleonora elisa elisabetta emanuela emanuele enrico enzo erika ettore
  fabio fabrizio federica filippo flavia flavio franca francesca francesco franco gaetano gennaro giacomo
  gianluca gianni gianna ginevra gino giorgia giorgio giovanna giovanni giulia giuliano giulio giuseppe
  giuseppina grazia guido ilaria immacolata italo ivano jacopo lapo laura leonardo letizia lia liliana livia
  loredana luca lucia luciano lucrezia luigi luigina marcello maddalena marcella margherita mariangela
  marilena marina massimiliano massimo matilde matteo mattia maura maurizio mauro michela michele mirko
  monica nicola nicoletta nicolò noemi orsola ornella paola paolo pasquale patrizia piero pierluigi
  piergiorgio pietro raffaella raffaele renata renato riccardo rinaldo roberta rocco romano romina rosa
  rosanna rossella ruggero sabrina salvatore samuele sandro serena silvano silvio simona simone stefania
  stefano susanna tiziana tiziano tommaso tullio ugo umberto valerio vincenzo vito vittoria vittorio viviana
  walter afonso anabela artur caetano catarina conceição cristiana diogo duarte eduarda fábio fátima filipa
  filipe gonçalo graça guilherme helena henrique inês joana joão joaquim leonor lourenço luís luísa madalena
  mafalda márcia márcio margarida mariana paulo rita rui sílvia simão sónia tânia telmo tiago tomé vasco
  vitor vítor xavier thiago luiz wagner
  iker leire itziar xavi jordi nuno ángel yiannis
`);
