import { wordList } from "./word-list.ts";

/** Surnames that are common in the Netherlands, Flanders, Germany, Austria and Switzerland. Small letters, no prefixes. */
export const DUTCH_SURNAMES = wordList(`
  aarts achterberg adriaansen alberts appel arends baars baas bakker bakkers barends bart bax beckers beek beekman berends berends
  berg bergman bergsma berkhout beuk beumer blok blokland blom boer boers boersma bogaard bolt bon boom boon bos bosch bosma
  bosman bouma bouwman braam brands brandsma brink broek broekhuizen brouwer brouwers bruijn bruin brugman buijs bult burg buurman claes claessens
  coenen cornelissen corstjens daal dam dekker dekkers dijk dijkman dijkstra dirks doorn driessen duijn dupont eijk elzinga engel evers
  faber feenstra franken fransen geerts gerrits gerritsen goossens graaf greven groen groenendijk groot haak haan haas hageman hagen
  harmsen heijden heijmans hein hendriks hendrikse hermans heuvel hoek hoekstra hoeven hofman hofstra hoogendoorn hoogland horst houtman huisman
  huizinga jacobs jager jans jansen janssen janssens jong jonge jonker kamp kamphuis keijzer kerkhof keizer klaassen klein
  kok koning konings kooij koopman koopmans koster kraan kramer krijgsman kroon kuijpers kuiper kuipers laan lambrechts lammers leeuw leeuwen
  lemmens linden maas maes marsman martens mees meijer meijers mertens meulen meulenbelt michiels moerman mol molenaar mulder mulders muller
  nieuwenhuis nieuwenhuizen nijhuis noort noordman nijland oosterhof oosting oosterveld oudenhoven ooms otten ouwehand peeters pietersen poel pol pool post postma
  prins pronk raad reijnders reijnen rietveld roelofs romeijn roos rozema ruiter rutten sanders schaaf scheffer schepers schipper schippers scholten
  schoenmaker schouten schuurman schut slot smeets smet smit smits snijders spaans spijker sterk stam steen storm swart swinkels tas teunissen
  theunissen timmer timmermans timmerman tol troost tuin veen veenstra veldhuis veld velde ven verbeek verbruggen verhaegen verhagen verheijen verhoef verhoeven verkerk vermeer
  vermeulen verschoor vink visscher visser vissers vliet voogd vogel vonk vos vries vroom wal wagenaar warmerdam weert wesseling westra
  wielinga wiersma wijk willems willemse willemsen winkel winter wit witte wolters wouters zanden zeeman zijlstra zwart zwiers
  amrani azzaoui bouali bouazza bouzid chaouch elidrissi haddou idrissi benali benhaddou ramdani yilmaz kaya demir sahin yildiz celik ozturk aydin
  arslan dogan kilic aslan cetin kara koc kurt ozkan simsek polat erdogan yavuz acar bulut korkmaz
`);

export const GERMAN_SURNAMES = wordList(`
  abel ackermann adam ahrens albrecht althaus arndt bach bachmann bauer baumann baumgartner bayer beck becker beckmann behrens bender berger
  bergmann bernhardt binder blum böhm böhme bock brandl brandt braun breuer brinkmann bruckner brunner buchholz buchner busch christ conrad
  decker dietrich dietz döring dreyer ebert eckert egger ehlers eichhorn eisenmann engel engelhardt erdmann ernst esser fiedler fink fischer fleischer
  forster förster frank franke freitag frey friedrich fritz fröhlich fuchs fuhrmann funk gabriel gebhardt geiger geißler gerlach giese göbel götz
  graf grimm gross groß gruber günther haas haase hagen hahn hartmann hartwig hein heinrich heinz heller hempel hennig herbst hermann herrmann herzog
  hess heß heuer hildebrandt hinz hirsch hoffmann hofer hofmann holzer horn huber hübner hummel jacob jäger jahn janßen jansen jung junge jürgens kaiser
  kaminski kastner kaufmann keil keller kern kessler keßler kiefer klaus klein klose knoll koch köhler könig kolb konrad körner kowalski kraft krämer kraus krause
  krebs kremer kretschmer kröger krüger kruse kuhlmann kuhn kühn kunz kunze kurz lang lange langer lechner lehmann lenz leonhardt lindemann lindner link
  lorenz lohmann ludwig lutz maier mair marquardt marx maurer may mayer mayr meier meister menzel merkel metzger meyer michel mohr moser möller müller münch nagel naumann
  neubauer neuhaus neumann nowak ott otto pape paul peter peters petersen pfeffer pfeifer pfeiffer pichler pohl pohlmann popp preuß probst raab radtke rapp rau rauch
  reich reichert reimann reimer reinhardt reiter renner reuter richter riedel rieger ritter röder rohde römer rose roth rothe rudolph rupp sauer schade schäfer schaller
  scharf schenk scherer schick schilling schindler schlegel schlüter schmid schmidt schmitt schmitz schneider schober scholz schön schramm schreiber schröder schröter
  schubert schuh schuler schulte schultz schulz schulze schumacher schumann schuster schwab schwarz schweizer seidel seifert seitz simon singer sommer sonntag springer stahl
  stark stein steiner steinbach steininger stephan stoll straub strauss strobel sturm thiel thiele thomas uhlig ullrich ulrich unger urban vetter vogel vogt voigt völker
  vollmer voß wagner walter walther weber wegner weidner weigel weiland weinert weis weise weiss weiß wendt wenzel werner wiedemann wieland wild wilhelm wimmer winkler winter
  wirth witt wolf wolff wulf wunderlich zander zeller ziegler zimmer zimmermann bianchi meili bürki gerber hürlimann zürcher wyss lüthi frei
`);
