import { roll, SEPARATOR, SYMBOLS } from "./symbols.ts";

/**
 * The commonest of the stretches of four characters that keywords hold, by how often they come in source code and its
 * documentation: once in two to the power of the number. Counted over 60 MB of packages; a space is anything between words.
 * It decides only by which of its stretches a keyword is looked for.
 */
const COMMON: readonly (readonly [power: number, grams: string])[] = [
  [8, "  ree   s   t   tion"],
  [9, "   a   s  co con ret theconsd   er  eturhis.ing ion n   onstr   retuthe thisturntypeurn "],
  [
    10,
    "   l   v  de  in  nu  pa  st exp for par str typ val.   2   ablealueame atiocodectioed  ent " +
      "es  funch   ionsl   me  mentnamencting  on  or  ort pe  portptioringse  strith  trinue  unct" +
      "valuvar y   ype ",
  ],
  [
    11,
    "   .   2   _  2   en  le  ma  pr com dat def e   fro get imp in  int is  key let nam num of " +
      " pro res sta to  use----.len3   4   a   al  alidand arraarsease ata atchate aultber ble c   " +
      "casechemcompconfcontct  datadatede  defadefiect efauefinengtentiequeers esulet  expofaulfine" +
      "for formfromhis i   impoindeintejectkey le  lenglet ll  lse lt  lue mbermporn thnd  new nfig" +
      "nodenternumbode om  onfions operormap   paraparspropquesreadrequresurom rt  scheset sionst  " +
      "statsulttabltatete  ted texttimets  uestull ult umbevaliwithx   ",
  ],
  [
    12,
    "   -  .   ..  bo  da  di  i   ke  lo  mo  t   t.  ta  to .   ..  a   all and arr as  aut bre" +
      " cha cla cod col cor cre d   dec des dis ext ind ins map mat mod not or  out pat pos pre que" +
      " r   rea ref sch set thr tru und voi whe wit.com.con.get5   ace acheaderage alizall alseames" +
      "anceangeappeare art atedath atorauthb   backbasebreabytecachcallcatice  cessch  charchecclas" +
      "cliecolocommcouncreacripctorcurrd 0 decldentder descdinge coe ine reeadeean eateeclaeconect." +
      "ectielatelemelseemenen  end endsenerentsequieratespoessaessiest eterevenext ey  f thfer ffer" +
      "fielfilefsetget ght headheckhemahttpialiicagicatienties ightile in  inedinitinstint invaiona" +
      "is  is.cissuit  ith itioity ize jsonlasslatilectlemeles lid lienlinelistlizeltermap mappmatc" +
      "messmplenal nce ndefndexnds ned not nstanstrntexntinnts nvalo   of toid okenolorolumonalons." +
      "onseonteooleore ortsountourcout parepathpertponspresprotps  pushquerquirr thram ransratire  " +
      "reakreamreatrelarentresorespressriptrmatrn troperotorow rue ry  s thsagescrised servsignsing" +
      "soursponssagssiossuestanstarstrestrusynct cot int ret thta  tanctatitch tendter ternterstes " +
      "testtherthrotialtingtivetoketor trantreauffeuireumenundeurceurl urreventwritze  ",
  ],
  [
    13,
    "  -   ap  au  cr  pd  po  so -   10  acc add an  app arg ass att bas blo by  can cat che cli" +
      " clo doc enc ent exa gen han has hea id  inf inv iss len lin loc log mes met min off on  ope" +
      " per pri rec reg rep run ser sin sou spe sup tim tok tra uni uti ver whi wil wor wri-   .map" +
      ".nam.par.pro.set.sta.str.typ.val12  _   acceaccoack actiad  adatadonagicait allballealloamet" +
      "amplandlansfantiap  applar  arenargeary as  ass asseate.atesath.aticatteattratusawaibindbles" +
      "bodybuilbutecalecan cateccesccouceptces chanchedchilchunck  cketclarcloscom condconnconvcord" +
      "corrcredctedd ind thd todecoded deledersdes desedictdiredispdistdlerds  dtype  ie a e foe if" +
      "e ise ofe pae ste toead eadoecodecorecteectoecuted ied tedenefereld elecenamenceencoendeent." +
      "entaenteentrenumepareplaeproer tere erenerfaeriaernaersiertierveery es aes tescreserespaess " +
      "est.estaestret iet tetadethoeverexamexecexpeextreys faceferefierfirsflowg thgeneger ges gica" +
      "gin grouhandhe che phe rhe shen her herehildhoriibutice idatidenidthifieiginill ime implin t" +
      "ind indiine ine-infoing.ingsink ion.ioniiptiire ire_ireciredirstis.sise ist isteite iterivat" +
      "ive j   ken keyskindknowlacelarelastlatelbaclderled lestletelicalicelidalinglinklitellballow" +
      "loadlocalocklogglor loselowels  luesmagemainmandmantmarkmat mes metametemethmisemit n inn ne" +
      "n renatincodnderndinndlenectnentner neranextng tnge ngleningnitinly nnecnownnse ntenntiantit" +
      "ntryo thocalocesockeode.ode_odesoggeointolleolveomisommaon eon ion tone onenonidonneontaonti" +
      "ontrops or tord ordeorigoritorm orreorteory ose ositot  oundoverovidown pacepagepartpasspatt" +
      "pdatpecipectped pendper perapes pingplacple plicpoinponeposippedprefprevprivprocprovr inract" +
      "rateratorce rcodrderre creacrecorectred redereferegeregiremorencreplresergetrialriburiesrigh" +
      "rigiriterityrivarkerrnalrocerollromirouprovirowsrrelrrenrsiort drt trtedrts rty ructrvers  r" +
      "s a s ans cos ins nos res tos.cos.mas.rescalse isecoseleser serisertsforsh  shapsitison sor " +
      "spacspecss  sserst cst pst rst sstenstorstrasuppt  ct  et det ist n t totadatatutchetcontemp" +
      "tenetentteraterfthenthodthortic tid tiestinetityto  to ttoretps tractribtrictructry tterttps" +
      "tureues uildult.unt untiure us  use useduseruthoutilv   vateve  ver versvertvideviewwillword" +
      "workxampxpecxtraync ype.ypes",
  ],
  [
    14,
    "  l   la  pu  sy  v   ve a b a c a p abo act ali api at  bac bin bit bod bro chi chu cou cus" +
      " del dep det dia ele fai fin fir gro hos ide inc job k   lic man mar mer mon mus no  non onl" +
      " ori p   pac pas pla pol ran rel rem ren sam scr sec see sen sha sho spa sto swi t n tar tas" +
      " tem ten tes tot tre v   vis was web-man.add.cha.cre.dat.exp.fil.fro.has.inc.key.log.rep.res" +
      ".use1  056  _nam_typa a aaaaabiaaborach aciaackaackeact acteactoadd addiaddradiaadinafteagai" +
      "age.ageragesail ain ainsaintale aliaallyals altean aan eanagansiant api appiar car iar rarac" +
      "archarcoaredariaartiartsas aash assiasswast ata.atecateratetatinativaturauseautoavaiave azur" +
      "bilibledblenblicblobbordbortbounbrowcal cemacenscentceofche cherchescifickagckedcleacodicoll" +
      "conccopycovecrypcterctivcumecustcuted  sd byd cod fod red stdencder.derrdestdisadiscditidocu" +
      "domadowndpoidrendresdrope 1 e ane cae che cle dee e e ene fie mae nee noe nue ope pre see us" +
      "e vae-coe.coe.leeacheactear earceceieck eclied aed bed fed oed sed wediaeen eforeft egioegis" +
      "egmeekeyeleneletelinemaiemapembeemetempten tenabenanendiendpenseensiensoentcepatepenepreepti" +
      "equaer aer cer eer ier oer ser. eraberalercaercoeredereserfoergeerinermiern erreers.erseert " +
      "es ies nes oescaesenesetess.esseessoestiestoet aet cet eet ret setchete etheetimetryettieval" +
      "evelew sext.f  if a factfailficafiedfigufillft  fterfullger.getcgetogiongistgmengnorgurahang" +
      "harchas hashhavehe ahe ehe ihe mhe ohe thed henthifthingholdhookhosthouliabliaegial ic  ical" +
      "icenich ictiide ideried ier ificift ify ign ignaignoild ildeildrilenilitils imesimitimumin a" +
      "inalinatindoinepinesingiinglingtins inseintsion_ionciontipt is ais cis iis nis sis tis.ais.d" +
      "is.iis.nis.tisabisplissiit iit titchitesitiaitoritteizedjoinker ket l bel thlabllay ldrele t" +
      "learleasleftlenaleveliaslicylikelimilityll bll tlledllerllinlly log lookltipmailmalimanamati" +
      "mbolmedimergmespmetrmin missmmenmn  montmultn  an  rn  tn a n con den e n exn gen isn non pa" +
      "n stn ton trnablnagenantnarync  ncesnconndarndenndicndponeedneprnfo ng ang ingesngs nit nlin" +
      "nmennorenormnotanpm nprons ans tnse.nsiont int tntaintatntegnticntidntifntrintronts.nue nume" +
      "nveroad ocumodeloderodifodinody of aof cofiloin olicom tommeommoomp ompaomplon aon con don f" +
      "on gon oon pon ron sonceondsonmeonsoonthonveoot openor aor cor sordsorg orkeort_ost otalotat" +
      "otheouldowerowsepackperspilepipeplatplaypletplitpolipostpperppinpplipporprecprepprimprinprof" +
      "progpt  publq   ql  qualr  er a r cor ofr rer t r tor varablraceradiragerainral rancrandrd  " +
      "re are fre ire trediree refiren rendrepores reshrestretrreviriabrintrmalrmanrn arn drn ern i" +
      "rn ornamrninrofirootrop rounrse rserrst rt irtieruntrypts ars fos iss pas prs sts vas wis.de" +
      "s.ins.los.pas.prs.sesablsafescopse sse tsearsectsegmsendsentses sesssettsharshifshousidesnam" +
      "socksolesplasql src ssigssorsswost ast dst est fst mst nst ost tstacsterstinstomstr strosts " +
      "subssupesuresworsymbt  at  dt  pt 0 t ant cat ent fot hat mat not oft pat prt r t s t set st" +
      "t vat.cot.det.getacktantte ttecttegetegoteletem tenatensteretermterrtforth tthanthouticatifi" +
      "tnamto ato bto cto stocotorstorytosttotatpartraitreetrietrolts ats ttstattintus tvaltworu   " +
      "ual ubliudesuid ultiultsumerund unitunk uperuppourature_ust ustoute utheutiovarived vel very" +
      "visiwebswindwitcws  wsery ofyearylesynamzure",
  ],
  [
    15,
    "  64  _   _a  pi .co .le _   a e a l a m a t a v abs alt bef bor bot bou box bra cap car coo" +
      " cry day dev dic dig do  dri dur emp ena esc fac ful gel gra hei her hol hoo ign iso joi kin" +
      " lab lea lef lon loo mai mak mas mea mem mig mis mit mor mut mys n r n t nat nee net nev no-" +
      " ord pay re  rig rol roo rou sca seg ses soc som ste syn t r ter tri uui vie war wra yea--- " +
      "-com-con-pro..  .all.app.aut.che.cli.clo.cod.des.fin.id .iss.joi.lin.loc.mat.met.num.ori.pat" +
      ".pos.pre.sch.tes.tra.ver256 _cla_cod_com_con_exp_id _iss_key_len_out_par_pro_res_sta_str_val" +
      "a  ca e a nea reabasabilacabacacacesacinackgacksacroact.addeadioagedagenagnoaiacailaailsaine" +
      "ainiake al pal sal talenalgoaligalliallsalphalpralream came.amedampaan ban ian oanchandoands" +
      "anglanneantsanvaar aar dar far mar sar taranard areaark arkearniarroars as tasedasesasonassp" +
      "at cata-atabatalatatate_ateaateeatenattaatypay tays b.cobatcbe abeddbegiber.bersbinable.ble_" +
      "bol bracbranbrokbserbstrcalccanccanncapecaptcardcat ce ace cce ice oce pce sce tcellch ach t" +
      "chrocingck tckenckgrcloncloucluscol combcoorcribcrolct tctuacturd  pd 7 d and asd bed isd no" +
      "d ofd ond pad und vad widarydatiday db  dconddindditddleddrede cde ide tdeatdeladepedepodepr" +
      "der-der_derederidetadetedevedgetdiagdialdicadiffdigidkeydle dlendo  doesdonedregdrivds sds t" +
      "dstrdtoke 2 e ace ale are ase aue bee bue dae die doe ere gee hae i e ide kee lee loe mee mi" +
      "e moe nae obe ore poe r e s e sae sce sie soe spe sue tae tee tre tye une.gee.ine.loe.ree.se" +
      "e.ste_coeacceadieaseeasoec  ecolecomecreecured ced ded eed pedatedcoeddeediceditedreeed effe" +
      "efreegeregineid einteleaeliaelisell els ely emanemplen aen ienciencrencyendrengeens ensuent-" +
      "ent_entlentpentteporept er ber der fer mer ner per rer.cer.ier.mer.per.seraceranerboerceeref" +
      "ericeriferneeroperprerriersoersterteertoervaervierwieryces ees fes ses wes.pesstesteestset d" +
      "et ket met peta etcoetenetinetoketopetpaetpretraetreetrietstetteetwoevioew  ew aew mew pew r" +
      "ew tewarexp expif cofallfastfectferrffecfinafnamforcfounfreefresfs  fy  g a g cog reg togate" +
      "ged gentgestgetegetigetrgetughtsginaginsgit githgivegle glesgn  gnalgnatgnedgningnosgorigrap" +
      "gratgresh  th rehannharehasohe bhe ghe hhe uhe vheethellherrhes highhinthitehomehonehreshts " +
      "hub.iagnialeialsiamoiaseiateibleicesicodics iddlidesids idtoigitigneigniigrailepilinilliimar" +
      "ime.imeniminin cin sinarinceincoincrinerinfeinfiinfling-ing_ingeingfingpinininisintoion-iond" +
      "ioneionnionoionpiousip  ipelipleiptoiqueiresironis dis eis misariscoise.isinispaispoistaisti" +
      "istrit cit sitabite_itedithmithuitivity.iveniverivesizatizerizinjavajob ke  ked keepkendkens" +
      "kersket.kgrokingl col inl relainlanglar larald ble ale cle dle fle ile ole sle. lecolentlers" +
      "lesslewalgorlic licilid_lighlignlit ll allecllenlls lnamlob logilonelonglopeloudlphalprolver" +
      "ly sly tm  nmakemarymattmautmay mbedme ime ome tmeanmed membmeramerimestmiddmigrmillminaming" +
      "minumithmittmod modimongmp  mparmpatmplamplimpremputmutamysqn  bn  pn  vn aln ann arn asn be" +
      "n can crn e.n enn ern fon man ofn onn opn pon prn s n sen van.stnalinallnalsnatenatunce.ncom" +
      "ncrencrynd and cnd ind nnd ond rndatndedndesnditndomndrene-cne-snel netwnevenfernflang cng f" +
      "ng ong png rng sngerngs.niconionniqunitenkeynks nnamnnelno  nostnotenow nsernsitnspenstent a" +
      "nt cnt ent fnt ont pnt sntaxntednth nto ntprntrantrenum o a obseocatoccuocksocoloconocusodea" +
      "odecodedodepods odtyoducof bof eof poff ograogreojecoldeols olutom aome omprompuon bon hon m" +
      "on non uon von.sonaroncaoncoond ondionerong ongooninont ontsook ooksool oordops.or dor lor n" +
      "or ror voragoratorceordiore.oreaorinorizork ormeortaosedostiostnot aot sote otifotocoughour " +
      "ous ow tpacipaddpairpe ape ipe spe tpeanpelipen per.percperipermphonpireplaipoolppenpredprod" +
      "projproxputeque quenr  or anr der isr ler mar mer nar nor par s r ser str.cor.reraiarailrant" +
      "rap raphrapprd srdinre mre nre srealreasreenreleremaremerepareprresiret reverianriderimarimi" +
      "riorritarithriverminrn brn mrnelrodurogrrojerokerotaroteroutroxyrresrrowrs ars trsecrsonrsta" +
      "rt crt frterrticrtinrtiorvalrvedrvicrykes  ds ass bes chs des dis e s ens frs kes lis mas me" +
      "s ons ses t s trs uss.ads.cls.ens.iss.nas.nesallsamesconse ase cse ose vsecuseinselfsepasequ" +
      "sereserssetpsheeshotsiblsincsitesivesmitsnapsomeson.sortspansparspatspossprisqlisquass ess t" +
      "ssesssibssinsstost kst wst.cstalstamstedstemsticstnastoksubmsuessuffsumesyntsystt  lt  mt - " +
      "t alt ast cht dit get idt ket lot met nat net nut ont opt pot sct sit sut tet trt ust wat.ke" +
      "t.prt.ret.setabatachtailtal taletalotamptandtchate ate cte ite ote stecoted.tedeter.tercteri" +
      "terptervth athemthrethubticstinatinftinttipltkeytlintly to dto eto ito ptolotomaton tooltop " +
      "tor.toratp  trattrestrimts sts.mts.ststrttacttedttemttenttokttp tualuatiubstuctiuencuffiular" +
      "ulatulenult_undiunicuniounksunteuntrupleureduresurneursousesut tutatuteduttouuidvailve avelo" +
      "ven ver.verbveriverrves viceviouw rew sewas weekweigwhitwisexpiry bey coy dey iny rey sty to" +
      "y vaycliykeyypeayptoysqlysteyworzatized zer zerozing",
  ],
  [
    16,
    "  .a  my 19  64  _pa a h a u a w acr ad  aga age alg ana ann arb ast bad bar bec bee beg beh" +
      " bei bla cau cel cen chr cid cro d t de  dif dot dow e e e n e s e.l ema emb gui hig hom i n" +
      " isc ist jus ker kid lan lat le  lig med men mid msa n e n.s nav now obs op  ops pai pen poo" +
      " r e r n r t rat s n sea sem seq she sid sma sti sum t.m tak te  tin unt uri vit-lin-res-sca" +
      "-sch-sta-str-typ-val-web.acc.bas.chi.cla.dec.dev.enc.gen.han.hei.job.kin.loo.mon.net.of .off" +
      ".ope.per.pla.pri.rec.reg.roo.sen.ser.sig.tar.ten.tok.tot.uni.wit.wor84  _add_bin_blo_cha_cre" +
      "_dat_des_has_in _mat_met_pat_pre_pri_rea_set_tok_use_vera dea ina l a paa pra r a sea vaa.le" +
      "abouabs abstac  acaaaceeacemachaachiacitack.acktact_actsactuacyaad oad. ad_sade adedads adyc" +
      "afepageiagigail_ailiailuakeaal aal cal dal eal fal ial mal oal ralaralcoalesalinalitalnaaloc" +
      "als.alstalthaluaam aam eam iam pam samicamilan tanalandeandiangianguanimank anonans anslansp" +
      "apabapp apprar kar larbiare.aresargiariearioarksarquarr arteary.as bas cas das ias nas pas s" +
      "asaaasciase.asecasepassoast-ast_asteastiat eat mataiatasate-ateoatheatriats avasaws-axisay a" +
      "ay cay nay sbacabar barrbasibe sbe tbeenbehabeinberiberobestbidlbitrble-bleablecbleebletbmit" +
      "bol.bookbosebottboxtbscrbuckc coc reca  cabicalacandcapacarrce dce ece mce rced cedecel celi" +
      "cemecer cerecertces.cestch cch ech och schaiche.chmechpaciaicialcirccityck sckbockerclamclic" +
      "clipcmd comecookcopicretcrimct ict oct sct.kct.pct.sctinculacured - d . d ald ard cad chd da" +
      "d ded did end exd fid ked lid mad nad opd ord prd sed usd-cod.ded.vad_red_stdaeldarkdatodcod" +
      "ddende ade bde fde nde ode pde rde sde.cde.tdec decidecrdeepdefedel delidemaden deraderbderl" +
      "derndes.devidfladia diatdicedicididadinadissdivido ndom dot dpatds cds edsetducte abe ade ap" +
      "e ate bae bie boe bre bye c e cre eme fae hee hoe lae mue oue pee ple rae roe she sye vee vo" +
      "e wee woe zoe-ste.che.dee.g.e.ise.mae.nae.noe.ofe.ope.ore.pae.tee.toe_dee_ine_ree_stead.ead_" +
      "eaddeadseamseanneappeareearseasteatieautebasebinechaeciaeciseckeecovecryect-ect_ectaectrectu" +
      "ed led med redaredecederedevedgeedinedisedkeedopedseeduceedeeedseek eeleeenteep ees eet eeve" +
      "ef.cegasehaneingeinpeiteelf elopeltaematemodemoremoten cen een pen ren senbrendaendcendoengi" +
      "eninenkeenocenreentfenthentnentoeposeps er her ler uer ver wer-cer-ser.aer.der.eer.fer.ger.l" +
      "er.rer.ter.ver_cer_ier_teragerbaereaerecereterieerioeriterlaerleerliermaermeernsero erpaerpo" +
      "ertaerunery.erykerypes bes des hes mes pes res ues.sesceeschescoese esh eshtesnaespeesqlest-" +
      "et het jet uet vet wetaceticetseettoetuietweevicevieeworexacext-ext_ey ieypaeys.f def paf r " +
      "famifersfffffficfic fiesfirefixeflarfragft cg  dg  mg fog isg wigaingcodge ige sge tgedigele" +
      "gendgeregethgin-gin.ginggkeygnmegoutgradgramgrangreegregguidh  mh ash ish ofh pah t h toha  " +
      "hadohakehasehe kher.herihershesehex histhorthosehourhparhreahroahronhtoki  ii a iaciiantiati" +
      "ibanibilic cic ricanici icieicitick ics.icteid aid iid tie  iersiewsifaciffeigatign-ignmilia" +
      "illailleilurimatimerimiaimmein bin din iin nin pin rindaine.ine_inecingaingdingkingoinheinsi" +
      "int-int.intrinutinvoio  ionmior ipe ipheippeiretis bis kis uisecisesish isioismaisnaistoit a" +
      "it dit fit mit ritalitatitecithcithiithsitieitizitnoitraitykiv  ivecixedizenjob_justjwt k ca" +
      "k ink rek tokdowken.ker.ketskey.keyckeypkeyvkibakup l  al nol pal prl ril stl tol.colandlarg" +
      "lashlattlbarlcomlconld ild tldatldinle ble ele nle ple rle wle.cleadleavledbledeleerlegalend" +
      "leprlereletoliaalianlickliedliselivell nll slloclob.logolooploorlosilpatls tlstalt olt rlt t" +
      "ltrelurelus lutelutilwayly aly bly cly dly ily nly oly ply rm a m com enm inm kem pam rem st" +
      "m.tomac mal matematrme ame cme eme pme sme. measmensmenumepamer mes.mic milymin_minemitemiti" +
      "mmedmmitmon mon.mostmotemounmpanmulan  ln - n . n acn adn apn bun chn cln d n dan don frn ha" +
      "n ken len lin lon men min mon nan orn oun scn sin sun ten wrn-non.conal.nalynaminarinatonavi" +
      "nce_ncedncernch nchanchenchonclincy nd dnd lndidndnane cne tnelsnendnersnertnessnet newsnfli" +
      "ng bng dng mng vng wngedngetnginngkengrengtonhannhernicanimanitynizenninnoconon-nothnparns c" +
      "ns ins pns sns wns.ans.cns.sns.tnschnsecnsetnslanspansumnt dnt mnt nnt rnt vnt-snt.snt.tntab" +
      "ntacntalntauntdenthentilntkentlyntnantokntsentstntvao ano cho deo dio ino mao noo pao seoat " +
      "oautociaode-odefodetodisof wofieogglogicoginogleokieoks olatole ollaollbom com dom eom somat" +
      "omauomboometominommiomston jon kon-non-son.con.pon_sonclondaondeonedonflongeoniconlionnoonpo" +
      "onpronsconsionsuont-ont.ontoookioolsoor opacopieopnaor uor wor-sor. ordtore-oresorieorm.ormd" +
      "ornoort.orthortiorwaory.osinossiostgot pot rot totecotedoth ottooubloudfoursouthoutioutlouts" +
      "ovedow aowneoxy p 1 p repatipauspe epe.spec pedipenapenspherphicpi  pkeyplanple.pluspnampoly" +
      "pproprioptedptenptimpto quetr alr arr asr atr b r bor c r car chr dar dir enr fir fur ger ha" +
      "r imr ker lor ner unr usr-cor.ger.par.ser.str_cora  racirankraverbitrcenrceprch rchardatre d" +
      "re ere ore pre ure_crecirecured.red_redaredsreesregareinrelorenarer res.retorettrge rgedrgin" +
      "ric rid rienrifirifyrimeritirittrizarizzrkeyrlinrn lroleromerompronorontrossrougrrecrs crspa" +
      "rstrrt art prt srtabrtcortiartifrtstrty.runerwisry ary cry fry ory pry sry trycos acs aps at" +
      "s aus cls crs das ers ges has hes ids ifs los mos n s nas nes pes pos qus r s scs sus tas te" +
      "s tys.acs.crs.das.ids.las.lis.ons.tas.tos.trsampscanscenscodscorscovscrese bse dse ese mse n" +
      "se pse wsecrsed.semasenasensser.serasernses.set-set.set_setasetosetush ssh tshakshelshorshto" +
      "sintsistskeyslatslinsocison_sonssorispenspresprosql.ss ass css iss pss sssetssocsstasstrst g" +
      "st.ast.rst.sst_nstabstgrstpastr.strystufsuchsumasummsuspt . t act adt apt att c t ctt d t el" +
      "t f t fat het hot lat mit mot pet rat rot sot tit wot-cot.cht.ent.int.ist.nat.pat.stt.tot_co" +
      "t_int_nata itacctacttagetaketalitapptat tatttauttcaltch.tch_tcodtcrete dte ete fte mte nte p" +
      "te rte.nte.ste_steclted_tedateinteketelitem.tematen ten_tencteopteprter_teroterttesetetotgre" +
      "th eth ith pth rth stheithesthmeticetifytilitimitin titetititizetmestnumto mto wtobetodotoin" +
      "topetoprtor_toritorntra traptrettrigtriptroktruntry.ts mts pts.atschtscotsectseltspettlettra" +
      "tusctweety ity oty tty.cualiuallualsubleubmiubscuce uckeuct udfludinudioueriuiltulerultaulte" +
      "um.tumabume und-unk.unneunniuppeuremurinurlsuse-uspeusteut aut rut sutabuteruth utinuto utor" +
      "vascvaulve ived.veravereverfverlvia vingvokewardwayswd  web wer wnerws-swww.xactxed xpany ar" +
      "y cay foy key may noy nuy pay sey usycodyconyingynchyouryoutyparype_yptiystryvalzip zodo",
  ],
];
/** What is not listed comes more seldom than any of these. */
const RARE = 18;

/** By gram, as symbols. */
const POWERS: ReadonlyMap<number, number> = new Map(
  COMMON.flatMap(([power, grams]) =>
    Array.from({ length: grams.length / 4 }, (_, i) => {
      let gram = 0;
      for (let at = i * 4; at < i * 4 + 4; at++) gram = roll(gram, SYMBOLS[grams.charCodeAt(at)] ?? 0);
      return [gram, power] as const;
    }),
  ),
);

/** The symbols of letters, digits, `_`, `-` and `.`: what is between them was counted as a space. */
const COUNTED: ReadonlySet<number> = new Set(
  Array.from("abcdefghijklmnopqrstuvwxyz_-.0123456789", (c) => SYMBOLS[c.charCodeAt(0)] ?? 0),
);
export const countedAs = (symbol: number): number => (COUNTED.has(symbol) ? symbol : SEPARATOR);

/** How rare four symbols are, each as it is counted: the negative logarithm, to base 2, of how often they come. */
export function rarityOf(gram: number): number {
  return POWERS.get(gram) ?? RARE;
}
