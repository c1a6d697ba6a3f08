/**
 * The commonest stretches of four characters in source code and its documentation, by how often they come: once in two to
 * the power of the number. Counted over 100 MB of packages; a space is anything between words. It decides only by which of
 * its stretches a keyword is looked for.
 */
const COMMON: readonly (readonly [power: number, grams: string])[] = [
  [8, "tion"],
  [9, "  co  re caa con eaa ret t t the thiaac caacconseturing ion onstportretuthe thisturntypeurn "],
  [
    10,
    "  ex  if  th  va exp fro fun iaa if  kaa maa n t str typ valaaa aaaaaae aai aak aam ablealueatio" +
      "ctiodataeaaeed  ent er  erroexpofromfunchis.iaaiif  ionsmaammbermentn t namencting  nodenst numb" +
      "on  optior  ort propptioquerringrom rrorse  strit t trinue  ueryumbeunctvaluxporype ",
  ],
  [
    11,
    "  ca  de  fr  fu  im  in  is  le  pr  st  ty  un aaa aac and cac dat def eac err ext for gaa get" +
      " iac imp in  is  key let n n nam new nod nul num oaa obj of  opt par pro qaa que rea req res saa" +
      " sta to  tru uaa und use varaag aao aaq aas ac caca alidame and aramarraarsease ata atchate ault" +
      "ber bjecble c cac iacallchemcodecolucompconfcontct  datede  defadefie caect efauefinelecemenends" +
      "engtes  esulextefaulfinefor formgaaggth his id  impoindeinedinpuintejectjs  kaakkey le  lectleng" +
      "let ll  lse lue lumnme  mporn n n thndefndexnds ned new nfigngthnputns  nt  nternulloaaoobjeode " +
      "olumom  onfions onteoperormaourcparaparspe  readrentrequresurn  ropsror rrayrt  rue saasschesele" +
      "sionsourst  statsulttabltatete  ted tendtextth  timetruets  ull ult undeurcevalivar withxten",
  ],
  [
    12,
    "  an  ar  as  ch  cl  da  el  en  er  fi  fo  ge  ke  ma  me  mo  na  no  nu  on  op  pa  se  so" +
      "  ta  to  tr  us all an  any arg arr as  be  boo cal can cas cla col com dec des els eve fal fil" +
      " htt inp ins int it  mat met mod nex not or  pat pos pre qac set sou sql tab tha thr tra voi waa" +
      " whe wit yaa-col.get.js .len.ts a aaa caa eaa iaaa eaau aaw aay ac aac eac gac iace acheack acti" +
      "aderadonae cage ai cak cal  alizall alseam camesan  anceangeantiany ar -are argeart atedath ator" +
      "atteb cab eabackbaseboolbuffbuilc aac eac gac kac qacachcasece  cesscharchecchilclarclascliecolo" +
      "commcorecouncreacripctedctorcurrdeclder dex dingdonldulee  ne coe ine ree theacteadoean eateecla" +
      "econect.ecteectielemelseen  end enerentientsenumeof eparequeequieratere ers ertyery esolessaessi" +
      "est et  evenexpeexprext ey  f thfalsfferfig fileget grouhandhat he  heckhemahen herehildhrowhttp" +
      "i caieldienties ifieightiginildeile in  ine-ingsinitinstionais  isteit  ith itiok calarelasslder" +
      "leanled lemeles lienlinelistlizellbalocalt  m camantmap matcmessmodumplen  nnal natince nd  ndle" +
      "nly not nstanstrntexntinntrynts nvalode.odulof toid okenoleaolorolveomisonalone onenonlyons.oole" +
      "ops ordeore ortsositoundountoverparepathpectpeofpertpos posiprespromps  put qaaqquirram ransrati" +
      "ray re  reacreatresoressrgetriptrmatrn tromiroperow rrenrs  rt tructry  s  ns thsagescrised serv" +
      "set singsitisizesolvssagssiostanstarstorstrustylsynct  nt cot det int ret tht tyta  targtarttati" +
      "tch ter terntestthattherthrotinetingtivetoketor trantructry ttertyleuaauuffeuilduireurreuse ut  " +
      "utilventver versvoidwaawwaitxpecxt  yaayylesypeo",
  ],
  [
    13,
    "  al  ba  bo  br  bu  di  fa  ha  he  ht  id  js  li  lo  mi  ne  ni  ob  or  pe  po  qu  sc  si" +
      "  su  te  ts  ve  vi  wh  wi .to a s aae act add app are ass asy awa bas bre buf by  cha che chi" +
      " cli clo cod cou cre ctx cur del dis ele end ent exc fir gac gba gen han has hea iba ind inv iss" +
      " ite job kba len lin lis loc mac map max mes nim non oba on  one ope out per pri rec ref reg rem" +
      " rep run sch sel sha sho sin spe sty sub tar tco tes tex tim tok tre uni unk ver whi wil wor yac" +
      " zod--ma-man.cjs.com.con.def.map.par.pro.pus.sta.typ.val.zoda maa qaaa aaa caa iaagbaaibaakbac k" +
      "ac mac qacc acd acf ach act actoadatae eae iae kae maea ag cagb ai eaib ait ak ealiaallballoam  " +
      "am eamplams andlansfao cao eap  appeappiaq car  aredarenargsarguariaary as aas cass asseasynat  " +
      "ate.atesaticatinattrau cawaiay  b aab iab mab oabaaabaagbaaibefobindbledblesbreabserbytec mac oa" +
      "c yacaaacalecan catecaticcesceptces ch  chanchedck  cleacloscludcondconncordcrolctivd  nd ind ma" +
      "d thd todecoded deledentdersdes descdesedigidiredispdlerdrends  e  ae  ce  de  ee  ie  re  se  t" +
      "e a e eae exe iae ife ise kae mae n e ofe pre ste toe-coeacheadeeak ecifecorectoecuted aed ied t" +
      "ed. ef  eferefixeforegexelateldsema emapemovemptenamenceencoendeent.enteentreproequaer terenerfa" +
      "eriaernaersiertiervees aes tescreserespoess estaestoestretadetcheterethoeverex  examexceexeceys " +
      "f  cf  tfacefactfer ferefetcffsefielfierfig.finifirsfix flagforefsetg cag thgbaage  geneger gets" +
      "ght gs  gumehanghe che phe rhe sheadhemeher honehtmli eaialiibaaibuticatidatidenidthif tig  igit" +
      "ildrill ime imitimplin tinalinclind indiine ing.inglink inseint invaion.ire ire_irecirstis ais._" +
      "is.cis.sisitissuite itemiterits ity ivative ize joinjsonk eakbaaken keyskindknowlacelastlatelati" +
      "lbacldrelestleteliaslicelid lidalinglinklitelledllinllowloadlocklor lor-loselterludelueslugily  " +
      "m eama  mandmappmat mattmbolmes metamethminimisemmanmodemovemponms  mutan  cn  in  rn  tn inn is" +
      "n nen rencluncodndennderndinne  nectnentner neranexpnextng tnglengs nimpningnitinknonnecnownnpro" +
      "ntenntitny  o cao eao thobseocalocesoffsointommaompaompoon eon ion pon tonneonseontaontropenopts" +
      "or torigors orteory os  otheouldout outpovidow  own pacepackpartpattpdatpecipendper peraphonping" +
      "placple plicplugpoinponeponsppinprefprevprivprocprotprovpushq caql  qualquesqueur  cr  nr thrabl" +
      "ractradirameramsrateratorce rcesrderre creakreamrecorectred ref referefiregeregirelaremorencrepl" +
      "reseresprfacrgumrialriburiesrighrigiriterivarkerrn nrnalrns rocerollrootrotorounrouprovirowsrse " +
      "rsiort crt drt frt irts rts.rty rvers  ts a s ans cas cos ins nos res tos.cos.les.masablscrose i" +
      "secoserisertses sforsignsincsnamson spacspecsponsql ss  ssuest cst ist pst rst sstenstrastresymb" +
      "t  tt ext fut ist tot trt tttadataintanctasktchetcontemptenetentteratereterfterstes thenthodtial" +
      "tifitityto  to ttoretorytputtquetractreatrettribttpsturety  u caual uctoues uestueueuginule umen" +
      "umerumn umnsunknuntrupdaurl urnsuseduserush utatute utpuvarivateve  videviewvisiwhenwherwidtwill" +
      "workwritxampxecuxpreymboync ypesysqlze  ",
  ],
  [
    14,
    "  ac  ad  ap  at  bi  cr  ct  cu  do  dr  ev  fl  ho  it  jo  la  mu  of  ou  pl  ra  ro  sh  sp" +
      "  sq  sy  ti  vo  wa .co a c a f a n a p abo acc aft ali at  att aut bac bef big bin blo bor bui" +
      " but byt cae car cat cle cor cus dep det dig dir doc doe eae enc enu exa exe exi fai fet fie fin" +
      " fla flo gel hav iae id  ide inc inf ini isv its jso las lef lim log man mar mba mer min mus mut" +
      " mys nat nev no  off onc onl ord ori oth ove pac pas pho pla plu qba ran raw rel roo row sam sba" +
      " scr sec see ser sig siz so  spa src sto sup sym syn tag tas ter tif tqu try ts  tta tth uac uba" +
      " uin uns upd url uti vis was wba we  wri you z.z- th--vs-cor-nod-siz-vsc. th.add.cal.col.cre.cur" +
      ".d.t.err.exp.for.fro.has.key.log.mjs.nam.opt.org.pos.que.rep.res.sel.set.sli.str.tes.to..use__pu" +
      "_def_get_nam_pro_pura  ta gaa kaa oaa saa uaaa gaa kaa maa qaa uaacaaaccaaeaaambaaobaaqbabelabor" +
      "ac oac sac uac yacceacj ackaackeackgacr act.actead  add addiadinadiuae gae oae qaed afteag eag g" +
      "ag iagesags ai gai iai kai mai uain aineaintak  ak gak iakb alc ale alecallealliallyam aam gam i" +
      "am kam mam oam qam samb ametan aan ean iannoansaansiant ao aao gao iao kaob applaq eaqb ar _arac" +
      "aratarchars artiartsas  as eas ias tasedash ask assiassnast at tata-ata.atefatemateratetath.ativ" +
      "atusauseautoave aw caxkiay cay eaylob gab kab qab sab uab wab.cobaakbaambaaobaaqber.bersbigible." +
      "blenblocbobobodybordbortbounbutebuttc sac uac waca aca eca ical calccatcce tcemache chercheschin" +
      "chuncificjs ckagckedcketckgrcodicollcombconccopycribct.dctercts cturctx ctx.cumecustcuted  dd  i" +
      "d  td aad bed byd cad ead iad oad red wid.tsdarydb  ddindef deladencdepeder-der.derbderrdestdete" +
      "dex.dialdicadisadistditidiusdmindocsdocudoesdowndquedresdropds sds tdstrdth dtypdupldurae  fe  m" +
      "e  oe  pe  ve aae ane are ase cle dee fie foe fue gae nee noe nue oae ore pae qae que sae see t " +
      "e tae use vae wie.coe.exe.ine.jseaaaeaaceacaead eam earceat eck ecksecodecolectsed bed fed med o" +
      "ed sed wedatediaedquedstee  een eerreexpef.ceffeegioegisegmeeighekeyel  elayeletem  ema.emitempl" +
      "en tenabendienodenseensientaentleoutepatepeneplaepreeptier aer cer eer ier ner oer ser. eraberal" +
      "ercoeredereferesergeerieerinermiern err erreerriers.erseersoert ervaery.eryceryferykeryoes ies n" +
      "es oes. esc escaescoesetesizesnaespaess.est.et eet iet ret set tetcoete etheetimetowetryetstetti" +
      "etypeue evalevelevioew eexisexitext.extrf  ef  if  nf  of  pf  rf  sf caf.cufailfectffecficafied" +
      "figufillfiltfindfloaflowfocufterfullg  ng eag gag iagaaagcodges getcgetogettgexpggergin ginagint" +
      "giongistgithgitsglesglobgmengnorgratgresh  ih thharaharehas hashhavehe ahe dhe ehe fhe ghe ihe l" +
      "he mhe nhe ohe qhe thed heighellhelphes hichhilehinghod holdhookhoulhoutht  hub.hunki aai gai ia" +
      "i kai uaiaaaiabliacaialeias ibleic  icalice ich iconict ide ideried ier ificify ignaignoigraigur" +
      "ike ild iledilesilitilteimeoimesin ainarinatinceindoinepinerinesinfeinfiinfoing-ingcingiinguinis" +
      "inliinneintointsion-ionciousiptiiredis cis iis nis sis tis.iis.ois.pis.ris.tisabise ispaisplist " +
      "istiistrisvait iit titchitesithoithuitiaitleitoritteitykiverix  izedjob jscok gak iakaaakagekgro" +
      "l belabelabllagslay ld  lds le tlearleasleftlen lenaler levelicalighlikelimilityll bll tlly loat" +
      "lobalog logglow lowels  ltiplue.lvedlverm aam gam iam mam thmaaamainmalimarkmarymathmatimax mbaa" +
      "mbobmedimenumeoumeramergmespmestmetemigrmit mjs mmenmmonmn  mns mockmod mpilmplamptymultmustmysq" +
      "n  an  en  fn  mn  on  pn  sn a n arn ben con den e n exn fan gen non obn pan stn ton trn vanabl" +
      "nalsnarynbuinc  ncelnceonconnd ind tndarndatndedndicndowne-cne-sneednenuneprnevenfernfinng ang i" +
      "ngconge nionnit nitenkeynlinnnernnotnonenorenormnotins ans tnsacnse nsernsfonsionsitnsolnstent t" +
      "ntaintatntaxntedntegntifntimnto ntrintronts.ntypnumenvero aao beo iao kao maoatiobaaobaloboxock " +
      "ockeocumocusod  ode-oderodesodinodmiody of  of aof soggeoin ol  oldeole.ollaolleom tomboommeommo" +
      "ompiomplon aon con don fon gon non oon ron son won. onceondionsoontioot op  or aor cor eor ior s" +
      "ord ore.oredoritorkeorm ort_ose ost ostrot  otototypouteow nownpows pacipaddpagepasspaylperspes " +
      "pileplatplaypletplitpostpperpplipporprecprepprimprogproxpts pts.publpureput.q eaqbaaqlitr  er  i" +
      "r  lr  tr  vr a r cor exr inr n r ofr rer toracerainral randrangrappray.rcemrcodrd  re fre ire t" +
      "re__recerediref.rem ren rendreparepores restretrreverevirgs riabrictriderityriverl  rmalrn arn c" +
      "rn drn frn rrn srninrop rorsrr  rridrsedrserrsonrst rtedrtierulerun runtrvalryfnrykes  as  cs  e" +
      "s  is  os  ps  rs  ss ars eas exs fos frs iss mas n s ofs ons pas prs sts wis.ges.ins.ops.pus.re" +
      "s.stsactsafesamescalscodscomsconse sse tsearsectsee segmsentsepasequser seresesssestsetssettsh  " +
      "sharshousiblsidesitoslicsocksolesomespansplasplisql.sqlisresssedsserssesssigssnast ast bst dst e" +
      "st fst mst nst ost tstacstalstamstepsterstinstomstr sts subssuccsue.sumesuppsvalswitsx  syntt  a" +
      "t  ct  dt  et  it  ot  pt  rt  st  vt a t ast bet cat clt e t fot hat i t ket mat n t not oft pa" +
      "t pot prt set stt tct tet tit vat wit.det.getacktag talltamptatutaxktchitcoltdatte ttectteletem " +
      "temetemstenstequter.termterrtetitexptforth tthanthemthinthouthubtic tiestif til.tilstinutkeytnam" +
      "tnodto ato bto cto stocotopttor.torstosttotytowntprotr  traitreetrestrictrietrolts ats ttseltsta" +
      "tstyttabttinttonttrittyptus tvaltx  tykiu eaubaaubliucceuctuudesueriuintuld ule.ult.ultiultsumnb" +
      "und undauniounitunt unteuntiuppourature ure_uresus  use-usesusinust ustoutesuttoval varsved ven " +
      "verrvertviouvscow caw erw newarewbaawhicwhilwindwitcwn  wnprwordwrapxcepxistxkinxtray  ay  ny ca" +
      "y exy ofy rey thykeyykinyle yloaynamyntayou ype.ys  ytesz.zozodm",
  ],
  [
    15,
    "  aa  ab  au  aw  be  bl  by  du  ea  em  es  fe  gr  hi  ki  my  ov  pg  pu  ri  ru  sa  sl  sw" +
      "  tb  td  tq  ud  up  ur  ut  we  wo  wr  zo .ex .jo .ma .re .se _is a b a d a l a m a r a t a-z" +
      " abs age als api ari ast bec bee bet bod bot bou box bra bro cap ch  chu cop cro css day db  db." +
      " ded dia dif do  don dri dro dur e t e.g eag emi emp ena env equ esc fac fix fle fn  foc fol foo" +
      " fou fra ful giv glo gro hei hel her hoo htm ign inn isc ise isi isn iso isp joi js  jsx kac kee" +
      " kin lab lea lib lic lik lit loa lon loo mak may mea mem mig mis moc mon mor mul nee nor oac obs" +
      " own pad pag pay pen pet poi por pub qae r n rca red rej ren rig rou rul sac sav sca sea seg sen" +
      " ses sim ski soc som ste suc swi t e t n tda tem tit tle tna too top tpr tri tsc tse tst udc udd" +
      " ude udf usi vie wac wai wal war web wid win wra yba z.s- ud--co-bui-com-con-dis-lin-pro-rad-sca" +
      "-sta. if..ar.app.arg.ass.cha.cli.clo.cod.cou.dat.dis.end.equ.exe.fil.fin.id .inc.ind.inp.ins.int" +
      ".inv.isa.iss.joi.jsx.loc.mat.max.mes.met.min.mod.nod.num.obj.ori.pat.pre.raw.rea.ref.sch.sou.spl" +
      ".sql.sub.tab.tob.toe.tos.tra.wri__es_cla_com_con_esm_exp_id _js__key_mod_par_que_res_sta_typ_val" +
      "_zoda  na coa kba nea pra rea sta waa yaaa oaa saa yaaacaacdaachaacjaaclaacnaacpaacraactaad aaed" +
      "aasbaaubaawbaaybabasabilac  ac wacb accoacehacemacesachbachcacinacjbacjcackracksacl aclbaclcacn " +
      "acnbacncaconacp acpbacrbacrcact_actbactcactuacv acvbacx acxbacz aczbad oadabaddeaddradowady ae a" +
      "ae sae uae yag  ag aag kag mag oag sage.agenagepageraginai aai oai qai sail aileailsainiainsak a" +
      "ak kak mak oak qak sak uake al fal pal sal talcoalesaligallsalnaalnualphalpralreals alsoaltealwa" +
      "am uam wam yamedamicamp an ban oanaganchandaandeandiandoandsanneao mao oao qape api apshaptuaq a" +
      "aq gaq iaq kar car ear iar nar rar sar tarbiarcoard areaarg ark arksarniarroarsras gas kas mas n" +
      "as oas qas sas uasb ascrasecasesasonasowasspat aat cat iat satabatatate-atebatecateeategatelaths" +
      "aturatypau aau eau gau iaub authavioaw eaw gawb ax  ay aay iay oay.iayb aybuayedays b  tb yab.se" +
      "baasbaaubaawbaaybacabatcbe  be abe cbe ubeenbehabeinbel beribetwbid bilibinable_blecblicblobbol " +
      "bol.bottbox bquebracbranbrowbscrbstrbut by  by tc gbc ibca cca mca oca sca ucacacacfcanccandcann" +
      "capecaptcardcarscat causcc kccepcd acd ice ace cce ece ice mce oce pce sce vce. cehoceivcellceme" +
      "censcentceofcesccf cch ach cch ich tchb chc chorchrociescimacingcjb cjc ck tckincks clauclb clic" +
      "cloncluscnb cnc con-convcopecovecpb crb croscrypcss ct act cct fct ict rct sct tct.cct.gctb ctty" +
      "ctuacurscus cvb cxb czb d  ad  cd  ed  od  pd  rd  sd a d and asd cod fod frd gad isd n d nod of" +
      "d ond pad prd qad sad std vad whd-codabldarkdb.sdchedcoldconddedddenddleddrede ide nde tde.cde.j" +
      "deatdebudecidedudeepdef.dejsden deprdeptderederidetadevedexodfiedidadiffdifidir discdividkeydle " +
      "dlendlewdoptdow dratdregdrivdrizds ads cds rdstaducedvaldy  dynae  be  he  le  ue  we ale bee bu" +
      "e che cue dae die doe e e ene eve fae fre gee hae ite kee lae lee lie loe mee moe mue nae obe on" +
      "e ope poe roe s e sce sie soe spe sue tee tre tye uae une wae whe yae-sce. ne.g.e.lee.loe.pre.re" +
      "e.steaageaaieaakeaameaaoeaaqeacdeacjeacreadaeadieadyear easeeasoeboxebugecalecateceiecimeckeecom" +
      "ecreecttecured ced ded eed ned ped uedcoedefedfiedicedinedirediseditedopedreeduledupedvaeed eele" +
      "eeveefetefieefileft egategeregroehaveholeid eindeinteiveejeceld eleaelenelineliselloelpeely emai" +
      "emanemaremasembeeme emetemotems en aen ienciencyendrenedent-ent_entcentdenthentpenttenv eobjeopt" +
      "ephoepoieporept epther .er ber fer mer per rer wer.cer.ier.jer.mer.ser.teranerbaerbyercaerceerex" +
      "erflerfoericerlaerooeroperprersterteervierwiery-eryberyres ces fes ses wes.lesenesmoesouesseesso" +
      "esteestiestsestyesumet aet cet net oet peta etabetaietecetedetexetopetpretreetriets etteetweew  " +
      "ew mew pew rew sew tew uewarewitex.jexclexofexp expaexplext-ey oeyofeywof  af  df  ff  lf  mf  v" +
      "f a f aaf anf cof eaf iaf itf maf nof ref vafallfer.ferrff  finafixeflatflexfn  fndafollfontforc" +
      "founfproframfreeft  g  ag  cg  sg  tg  ug a g aag cog ing kag mag oag reg sag togaaigategatigb c" +
      "gb egbacgentgepager.gestget-getagetdgetngetpgetrgex ght-ghtsgicagifyginsgit givegle gnalgrapgura" +
      "gurlh  eh a h cahadohan hapehar harcharshasohavihe bhe uhe vhe wheduhersherwhethhiddhighhitehods" +
      "horthosthovehrefhydri mai oai qai saiaamiacdiacfiachiacjiacliacniacriactial iantiaseiateiatiib c" +
      "ibe icagicenicitick icodiddeiddlidedies.iew if aif iif nign igneil  ilenilepilerilinilliils ils." +
      "imagimalimarime.imenimeriminimumin cin oincoind.ing_ingeingfingpingringtininins insiinspinueion_" +
      "ionbioneionfioniionnionoionpiontioriipleipt iptoiqueir  is dis eis fis mis ois pis ris uis.ais.b" +
      "is.dis.eis.fis.gis.lis.mis.nis.visariscoise.isheisibisinisioispoisreissiistsit cit dit sit witab" +
      "itediteqithcitheithiithmitinitivity.ius ivedivenivesixedize-izebizesizinizzljob_jobijobsjs.mjsdo" +
      "jsx justk aak ink kak mak oak qak sak uakb ckboxke  ked keepker ket keyokeywkingks  l  nl  pl  s" +
      "l col inl prl rel thlainlanglar laralauslayelbarlcollconld ble ale cle dle ile nle ole sle. le.c" +
      "le.ele.lleadlecoledelelelepaler.lerelersles.lesclesnlesslewalex lic licilicklid_lidelignlintlit " +
      "ll cll nll rllabllarllecllerllislls lnamlnumlonelonglorslowilperlphalprelprolrealso lt fltcolts " +
      "ltvaltyplve lwayly aly cly ely ily nly sly tm  km  nm  pm  sm kam oam qam sam uam wam yamacamage" +
      "mailmakemallmanamatemaximay me emed membmemomer merimetrmiddmillmin minamingminumissmitimittml  " +
      "mnbumodamodimontmoremotemounmousmp  mpacmparmplimputmum n  bn  dn  ln  un  vn  wn aln ann asn ca" +
      "n ern fin fon fun itn ken man nun o n ofn onn opn pon prn r n sen tcn ten tin tsn ttn unn usn wi" +
      "n-non.jsnagenallnalnnalpnaminapsnatencatnce.ncesnchanchonciencomncrency nd and cnd end nnd ond r" +
      "nd snd-cndidnditndomndrene nneganerrnes nestnfo nforng cng eng fng ong png rng sng wng. ngesngif" +
      "nginngs.ngurniconimaniqunishnistnk  nmennnamnnelnninnnodnon-noopnoptnotanotenothnow nresns fns o" +
      "ns. ns.insetnsidnspenstynsumnt ant cnt int nnt ont pnt snt. nt.cntabntalntcontiantilntlintlyntpr" +
      "ntrantrentstnue num o a o coo gao oao qao reo sao.eqoaaaoad oadeob  obe obidobj obs ocatocksocol" +
      "odalode_odeaodedodejodifodtyoducoequoes of cof dof eof iof oof pof rof vog  ograogreojecollbollo" +
      "ols olutomatome omitompuon _on bon mon uon-non-son.soncaonchoncoondsoneronkeonmeonnoonoponpronre" +
      "onsconsionsuont-onthonveook ooksool oop opdoops.or for mor nor oor por ror-sor. orceordiordsorea" +
      "oregoreioresorieormeorreors.ortaosedossiostgot aot botatotecotifottoou coughoup our ous ouseove " +
      "ovedow eowedowerowinowneowsepactpairpan pandpatcpauspdowpe ape cpe ipe ope ppe spe tped peerpen " +
      "penapenepenspercperfpes.pescpipeplaiplanplemplesplieply poolposepossppedppenpplyprinprioprodproj" +
      "pshopt  ptorpturpty puteputspx  q aaq gaq iaq kaqaaiqacaqacnquenquotr  ar  fr  mr  or  pr  rr  s" +
      "r  ur anr car der e r evr for imr isr mar nar nor par prr str var.jsr.tsrackragerancraphraryraw " +
      "raybrcalrcasrconrds re are ere nre srealreasrecarederedqreduree reenregrrejereleremaremereperepr" +
      "res.reshresirflorforrianriberienrimarimirintriorritarizzrk  rks rm  rminrn ern irn mrn orn prn v" +
      "rnamrnatrnedrodurogrrojeronmropdroptror.roteroutroxyrprorresrrowrs ars trsecrsorrsrerstarterrtia" +
      "rticrtinrtiortstrtyprunnrvicrwisry iry try. ryburycaryclrycoryobryopryptryres  ds  fs  ms  vs  w" +
      "s aas als ass bes des fis fus gas i s ias its kas kes lis mes obs ops ors qus ses sis trs uns us" +
      "s vas whs. ns.cas.cls.des.dis.ens.exs.fis.fos.iss.jss.los.nas.pas.pos.prs.qus.ses.tssaaasarrsave" +
      "sbaasc  scapscopse ase cse nse ose rse. sed.seinselfsendseprserssetoshadshapshedshelshorshotsimp" +
      "sitesivesk  skeyskipslotsmodsn tsnapso tsoftsoluson.sonssor sortsownsparspatspenspossprisqltsrc " +
      "ss tssibssinssorssprst gst hst kst lst ust vst wst_nstabsteastedstemstgrstopstrostypsuessum supe" +
      "suresuspsvart  ft  mt  ut alt ant art cht dat dbt dit dot ent fit frt get itt let lit met mot na" +
      "t net nut obt ont opt ort qut s t sct sht sut tat tft tpt tst ust wat.cot.jst.ket.let.prt.ret_na" +
      "tabatailtaketal taletandtanttar tatytbuitchatcomtcoutdefte ate cte fte ite ote ste. teadtecoted." +
      "tedatedctedftefitegetep tercteritervtes.tesetetatgreth -th athreths ticatid tifytil timitindtint" +
      "tipltitltle tlettlistly tmaptml tmodtnultnumto dto ito pto rto uto.etobetoeqtom tomaton tooltop " +
      "topetoratpagtpartpostpretreftrimtriptrycts fts its ots. ts.ltschtsiztsqltstrtswitsx ttarttedttem" +
      "ttentthittimttomtualtupltweety eu aau gau iauaamub.cubscubstuch uctiudedue iue tue. ues.uid uilt" +
      "ularuledulerulesullaullsultculteultvum  und-unicuniqunk unksunreunstuoteup  uperupleupliurneurni" +
      "ursousecuseeuseiusemusepuspeut tuteduterutiouuidve ave tvel ver.veraverbverfverlveryves viceving" +
      "vitew eaw exw gaw maw rew sewaaowalkwarnwas wayswebsweekweenwhatwhetwhitwingwisews  wserx  nx.js" +
      "xcluxed xit xof xp  xpany  ey  iy  py  sy  ty  vy aay bey coy dey eay eny iny isy may sey sty to" +
      "y vay.isyaamyamlybaaybufybuiycalycliyconydrayearyfndyledyobsyof yoptyoutypeaypedypeeypepyproyres" +
      "yselystaysteytypyworz.stzebozed zingzod.zodczodszodtzonezzle",
  ],
];
/** What is not listed comes more seldom than any of these. */
const RARE = 16;

const POWERS: ReadonlyMap<string, number> = new Map(
  COMMON.flatMap(([power, grams]) =>
    Array.from({ length: grams.length / 4 }, (_, i) => [grams.slice(i * 4, i * 4 + 4), power] as const),
  ),
);

/** How rare four characters are: the negative logarithm, to base 2, of how often they come. */
export function rarityOf(gram: string): number {
  return POWERS.get(gram) ?? RARE;
}
