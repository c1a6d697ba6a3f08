import { wordList } from "./word-list.ts";

/** Given names that are common in Poland, Bohemia, the Balkans, Hungary, Romania, the Baltic, Ukraine and Russia. Small letters. */
export const SLAVIC_GIVEN_NAMES = wordList(`
  adrianna agata agnieszka aleksander aleksandra alicja aneta anita antoni antonina arkadiusz artur barbara
  bartek bartłomiej bartosz beata błażej bogdan bogusław bogumiła bolesław bożena cezary czesław damian
  danuta dariusz dawid dominik dominika dorota elżbieta emilia ewa ewelina filip franciszek gabriela
  genowefa grażyna grzegorz halina hanna helena henryk hubert ignacy igor ilona irena iwona izabela jacek
  jadwiga jakub janina janusz jarosław jerzy joanna jolanta józef józefa julita justyna kacper kamil kamila
  karol karolina katarzyna kazimierz kinga konrad krystian krystyna krzysztof leszek lidia lucyna lucjan
  ludwik łucja łukasz maciej magda magdalena małgorzata marcin marek mariola mariusz marta marzena mateusz
  mieczysław michalina michał mikołaj milena mirosław mirosława monika natalia nikola norbert oliwia
  patrycja paulina paweł piotr przemysław radosław rafał renata robert roman ryszard sabina sebastian
  sławomir stanisław stanisława stefania sylwia szymon tadeusz teresa tomasz urszula wacław waldemar
  weronika wiesław wiesława wiktor wiktoria wioletta witold władysław włodzimierz wojciech zbigniew zdzisław
  zenon zofia zuzanna zygmunt alena aleš alžběta bohumil božena dana david denisa eliška františek hana
  ivana jan jaroslav jindřich jiří josef jozef karel kateřina kristýna ladislav lenka libor lucie ludmila
  luboš lukáš marcela marie markéta martina matěj michal milan milada miloš miroslav miroslava ondřej pavel
  pavla petr petra radek radka radim šárka simona stanislav štěpán tereza tomáš vaclav václav věra vladimír
  vlasta vojtěch zbyněk zdeněk zdeňka zuzana ľubomír aleksandar ana biljana bojan bojana boris borislav
  branislav branko darko danijel davor dejan dragan dragana dragica đorđe dubravka dušan goran gordana ivica
  jasna jasmina jelena jovan jovana katica krešimir ljiljana ljubica marko maja marija marijana milica
  milorad miodrag mirjana mladen nebojša nemanja nenad predrag radmila ratko saša slavica slobodan snežana
  srđan stojan tihomir tomislav vesna višnja vladan vuk zdravko željko zlatko zoran zorica zvonimir attila
  balázs béla bence dezső enikő erzsébet éva ferenc gábor gergely györgy gyula ildikó imre istván jános
  józsef judit katalin krisztina lajos lászló levente márton mátyás miklós orsolya piroska réka sándor
  szabolcs szilvia tamás tibor zoltán zsófia zsolt zsuzsanna adrian alexandru alina anca andreea cătălin
  ciprian claudiu constantin corina cosmin cristian cristina daniela doina dorin dumitru elena florin
  gabriel gheorghe iulia ileana ioan ioana ion ionel ionuț laurențiu liviu lucian marian marius mihai
  mihaela mircea nicoleta nicolae octavian ovidiu petru radu raluca răzvan roxana ruxandra sorin ștefan
  teodora traian valeriu vasile viorel vlad aleksei aleksandr alexei alexey alyona anastasia anastasiya
  anatoly andrei andrey andrii anton arkady artem artyom bohdan darya denis dmitri dmitry ekaterina evgeni
  evgeny evgenia fedor fyodor galina gennady grigory ilya inna irina ivan kateryna kirill konstantin ksenia
  larisa larysa leonid lev lidiya lyubov lyudmila maksim maksym marina mikhail mykola mykhailo nadezhda
  natalya nataliya nikita nikolai nikolay nina oksana oleg oleh oleksandr oleksii olena olga olha pavlo
  petro polina ruslan sergei sergey serhii stepan svetlana svitlana taras tatiana tatyana tetiana timofey
  vadim vadym valentina valery vasily vera veronika viktor vitaly vitalii vladimir vladislav volodymyr
  vyacheslav yaroslav yegor yekaterina yelena yevgeny yulia yuliya yuri yuriy zhanna andrius arvydas aušra
  darius gintaras ingrida jonas jūratė kęstutis linas mindaugas ramunė rasa rimantas saulius tomas vytautas
  aivars andris guntis ilze inese jānis māris normunds uldis zane ants jaan jüri kadri katrin kersti maarja
  margus mart piret priit rein toomas tõnu urmas aphrodite alexandros anastasios andreas angeliki antonis
  apostolos athanasios charalampos christos dimitra dimitrios dimitris eirini eleni evangelia evangelos
  fotini georgia georgios giannis giorgos ioannis katerina konstantinos kostas kyriaki maria michalis
  nikolaos nikos panagiotis paraskevi petros sofia sotiris spyros stavros stelios theodoros vasiliki vasilis
  yannis arben agim besnik blerim drita edona elira fatmir flutura ilir kujtim liridon mirjeta shpëtim
  shqipe valon
  andrzej iryna georgi dimitar luka eszter
`);
