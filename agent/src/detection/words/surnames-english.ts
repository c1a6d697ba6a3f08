import { wordList } from "./word-list.ts";

/** Surnames that are common in the English-speaking countries, those of Spanish and Asian origin included. Small letters. */
export const ENGLISH_SURNAMES = wordList(`
  abbott acosta adams adkins aguilar aguirre alexander allen allison alvarado alvarez anderson andrews armstrong arnold
  ashton atkins atkinson austin avila ayala bailey baker baldwin ball ballard banks barber barker barlow barnes barnett barr
  barrera barrett barron barry bartlett barton bass bates bauer baxter beard beasley beck becker bell beltran bender
  benitez benjamin bennett benson bentley bernard berry best bird bishop black blackburn blackwell blair blake
  blankenship blevins bolton bond bonilla booker boone booth bowen bowers bowman boyd boyer boyle bradford bradley bradshaw
  brady branch brandt bray brennan brewer bridges briggs brock brooks brown browning bruce bryan bryant buchanan buck
  buckley bullock burch burgess burke burnett burns burton bush butler byrd byrne cabrera cain calderon caldwell calhoun
  callahan camacho cameron campbell campos cannon cantrell cardenas carey carlson carney carpenter carr carrillo
  carroll carson carter case casey castaneda castillo castro cervantes chambers chan chandler chang chapman charles chase
  chavez chen cherry choi christensen christian chung church clark clarke clarkson clay clayton clements cline cobb
  cochran cohen cole coleman collier collins combs compton conley connell conner contreras conrad conway cook cooke cooper copeland
  cordova corona cortes cortez costa cox craig crane crawford crosby cross cruz cummings cunningham curry curtis
  dalton daniel daniels daugherty davenport david davidson davies davila davis davison dawson dean decker delacruz
  deleon delgado dennis diaz dickerson dickson dillon dixon dodson dominguez donaldson donovan dorsey dougherty
  douglas downs doyle drake duarte dudley duffy duke duncan dunlap dunn duran durham dyer eaton edwards elliott
  ellis ellison english erickson escobar esparza espinosa espinoza estes estrada evans everett ewing farley farmer
  farrell faulkner ferguson fernandez ferrell fields figueroa finley fischer fisher fitzgerald fitzpatrick fleming
  fletcher flores flowers floyd flynn foley forbes ford foster fowler fox francis franco frank franklin frazier
  frederick freeman french frost fry frye fuentes fuller gaines gallagher gallegos galloway galvan gamble garcia
  gardner garner garrett garrison garza gates gentry george gibbs gibson gilbert giles gill gillespie gilmore
  glass glenn glover golden gomez gonzales gonzalez good goodman goodwin gordon gould graham grant graves gray green
  greene greer gregory griffin griffith griffiths grimes gross guerra guerrero gutierrez guzman hahn hale haley hall hamilton hammond
  hampton hancock hanna hansen hanson harding hardy harmon harper harrell harrington harris harrison hart hartley hartman
  harvey hawkins hayden hayes haynes heath hebert henderson hendricks hendrix henry hensley henson herman hernandez
  herrera herring hess hester hickman hicks higgins hill hines hinton hobbs hodge hodges hodgson hoffman hogan holden holder
  holland holloway holmes holt hood hooper hoover hopkins hopper horn horne horton house houston howard howarth howe howell hubbard
  huber hudson huerta huff huffman hughes hull humphrey humphreys hunt hunter hurley hurst hussain hutchinson huynh ibarra ingram
  irwin jackson jacobs jacobson james jarvis jefferson jenkins jennings jensen jimenez johns johnson johnston jones
  jordan joseph joyce juarez kane kaufman kaur keith keller kelley kelly kemp kennedy kent kerr khan kidd kim king kirby
  kirk klein kline knapp knight knowles knox koch kramer lam lamb lambert landry lane lang lara larsen larson lawrence lawson le
  leach leblanc lee leon leonard lester levine levy lewis li lin lindsey little liu livingston lloyd logan long
  lopez love lowe lowery lozano lucas lucero lugo luna lynch lynn lyons macdonald macias mack mackenzie madden maddox maldonado
  malone mann manning marks marquez marsh marshall martin martinez mason massey mata mathews mathis matthews maxwell may
  mayer maynard mayo mays mcbride mccall mccann mccarthy mccarty mcclain mcclure mcconnell mccormick mccoy mccullough
  mcdaniel mcdonald mcdowell mcfarland mcgee mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie mckinney mcknight
  mclaughlin mclean mcmahon mcmillan mcneil mcpherson meadows medina mejia melendez melton mendez mendoza mercado mercer
  merritt meyer meyers meza michael middleton miles miller mills miranda mitchell molina monroe montes montgomery montoya moody moon
  mooney moore mora morales moran moreno morgan morris morrison morrow morse morton moses mosley moss moyer mueller
  mullen mullins munoz murillo murphy murray myers nash nava navarro neal nelson newman newton nguyen nichols nicholson
  nielsen nixon noble nolan norman norris norton novak nunez obrien ochoa oconnell oconnor odom odonnell oliver olsen olson oneal
  oneill orozco orr ortega ortiz osborn osborne owen owens pace pacheco padilla page palacios palmer park parker parks
  parrish parry parsons patel patrick patterson patton paul payne pearce pearson peck pena pennington perez perkins perry peters
  petersen peterson pham phelps phillips pierce pineda pittman pitts pollard ponce poole pope porter portillo potter
  potts powell powers pratt preston price prince proctor pruitt pugh quinn quintero ramirez ramos ramsey randall randolph
  rangel rasmussen ray raymond reed rees reese reeves reid reilly reyes reynolds rhodes rice rich richard richards richardson
  richmond riddle riggs riley rios ritter rivas rivera rivers roach robbins roberson roberts robertson robinson robles
  rocha rodgers rodriguez rogers rojas rollins roman romero rosales rosario rose ross roth rowe rowland roy rubio ruiz
  rush russell russo ryan salas salazar salgado salinas sampson sanchez sanders sandoval sanford santana santiago
  santos saunders savage sawyer schaefer schmidt schmitt schneider schroeder schultz schwartz scott sellers serrano
  sexton shaffer shah shannon sharp shaw shelton shepard shepherd sheppard sherman shields short silva simmons simon simpson
  sims singh singleton skinner slater sloan small smith snow snyder solis solomon sosa soto sparks spears spence spencer
  stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stokes stone stout strickland
  strong stuart suarez sullivan summers sutton swanson sweeney sykes tanner tapia tate taylor terrell terry thomas thompson
  thomson thornton todd torres townsend tran travis trejo trevino trujillo tucker turner tyler underwood valdez valencia valentine
  valenzuela vance vang vargas vasquez vaughan vaughn vazquez vega velasquez velazquez velez villa villanueva villarreal
  villegas vincent vu wade wagner walker wall wallace waller walls walsh walter walters walton wang ward ware warner warren
  washington waters watkins watson watts weaver webb weber webster weeks weiss welch wells west whitaker white whitehead
  whitehouse wiggins wilcox wiley wilkerson wilkins wilkinson williams williamson willis wilson winters wise wolf wolfe
  wong wood woodard woods woodward wright wu wyatt xiong yang yates york young yu zamora zavala zhang zimmerman zuniga
`);
