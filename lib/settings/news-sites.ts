/**
 * News sites on which Sidelight works from the start, by country and language: names separated by spaces, hosts below
 * them included. The list in the manifest is frozen at 1.0; later sites are offered to the reader, not added.
 *
 * Named is the site of a newspaper, agency, broadcaster or news magazine that is published by itself. Of a portal it is
 * the host of its news alone, so that nobody's mail is on the list. Nothing here says how good an outlet is. The names are those that
 * the outlets are generally known by; nobody was asked.
 */
type Country = Readonly<Record<string, string>>;

const BY_COUNTRY: Readonly<Record<string, Country>> = {
  AE: {
    ar: 'albayan.ae emaratalyoum.com skynewsarabia.com wam.ae',
    en: 'gulfnews.com khaleejtimes.com thenationalnews.com',
  },
  AF: { en: 'pajhwok.com tolonews.com' },
  AM: { hy: 'armenpress.am azatutyun.am' },
  AR: { es: 'ambito.com clarin.com infobae.com lanacion.com.ar pagina12.com.ar' },
  AT: { de: 'derstandard.at diepresse.com kleinezeitung.at kurier.at orf.at profil.at sn.at wienerzeitung.at' },
  AU: { en: '9news.com.au abc.net.au afr.com news.com.au sbs.com.au smh.com.au theage.com.au theaustralian.com.au' },
  AZ: { az: 'apa.az azertag.az report.az' },
  BA: { bs: 'avaz.ba klix.ba oslobodjenje.ba' },
  BD: { bn: 'prothomalo.com', en: 'bdnews24.com dhakatribune.com thedailystar.net' },
  BE: {
    nl: 'demorgen.be hln.be nieuwsblad.be standaard.be vrt.be',
    fr: 'lalibre.be lesoir.be rtbf.be',
    en: 'brusselstimes.com politico.eu',
  },
  BG: { bg: 'bnr.bg bta.bg capital.bg dnevnik.bg', en: 'novinite.com' },
  BO: { es: 'eldeber.com.bo lostiempos.com' },
  BR: {
    pt: 'agenciabrasil.ebc.com.br cnnbrasil.com.br correiobraziliense.com.br estadao.com.br folha.uol.com.br g1.globo.com metropoles.com noticias.uol.com.br oglobo.globo.com valor.globo.com',
  },
  BY: { ru: 'belta.by zerkalo.io' },
  CA: {
    en: 'cbc.ca ctvnews.ca globalnews.ca montrealgazette.com nationalpost.com theglobeandmail.com thestar.com',
    fr: 'ici.radio-canada.ca journaldemontreal.com lapresse.ca ledevoir.com',
  },
  CD: { fr: 'actualite.cd radiookapi.net' },
  CH: { de: 'blick.ch nzz.ch srf.ch tagesanzeiger.ch watson.ch', fr: 'letemps.ch rts.ch', en: 'swissinfo.ch' },
  CL: { es: 'biobiochile.cl elmostrador.cl emol.com latercera.com' },
  CN: {
    zh: 'caixin.com cctv.com china.com.cn chinanews.com.cn gmw.cn guancha.cn huanqiu.com jiemian.com news.163.com news.cn news.ifeng.com news.qq.com news.sina.com.cn news.sohu.com people.com.cn thepaper.cn xinhuanet.com yicai.com',
    en: 'cgtn.com chinadaily.com.cn globaltimes.cn sixthtone.com',
  },
  CO: { es: 'elespectador.com eltiempo.com semana.com' },
  CR: { es: 'nacion.com', en: 'ticotimes.net' },
  CU: { es: '14ymedio.com granma.cu' },
  CY: { en: 'cyprus-mail.com' },
  CZ: {
    cs: 'ct24.ceskatelevize.cz denik.cz idnes.cz irozhlas.cz lidovky.cz novinky.cz seznamzpravy.cz zpravy.aktualne.cz',
  },
  DE: {
    de: 'berliner-zeitung.de bild.de br.de deutschlandfunk.de faz.net focus.de fr.de freiepresse.de handelsblatt.com mdr.de merkur.de n-tv.de ndr.de rnd.de rp-online.de spiegel.de stern.de stuttgarter-zeitung.de sueddeutsche.de swr.de tagesschau.de tagesspiegel.de taz.de waz.de wdr.de welt.de wiwo.de zdfheute.de zeit.de',
    en: 'dw.com',
  },
  DK: { da: 'berlingske.dk dr.dk jyllands-posten.dk politiken.dk' },
  DO: { es: 'listindiario.com' },
  DZ: { fr: 'aps.dz tsa-algerie.com' },
  EC: { es: 'elcomercio.com eluniverso.com primicias.ec' },
  EE: { et: 'delfi.ee err.ee postimees.ee' },
  EG: { ar: 'ahram.org.eg almasryalyoum.com youm7.com', en: 'egyptindependent.com madamasr.com' },
  ES: {
    es: '20minutos.es abc.es efe.com elconfidencial.com eldiario.es elmundo.es elpais.com elperiodico.com europapress.es larazon.es lavanguardia.com rtve.es',
  },
  ET: { en: 'addisstandard.com thereporterethiopia.com' },
  FI: { fi: 'hs.fi iltalehti.fi is.fi yle.fi' },
  FJ: { en: 'fbcnews.com.fj fijitimes.com.fj' },
  FR: {
    fr: '20minutes.fr bfmtv.com courrierinternational.com france24.com franceinfo.fr humanite.fr la-croix.com lavoixdunord.fr lefigaro.fr lemonde.fr leparisien.fr lepoint.fr lesechos.fr lexpress.fr liberation.fr mediapart.fr monde-diplomatique.fr nouvelobs.com ouest-france.fr rfi.fr sudouest.fr tf1info.fr',
    en: 'euronews.com',
  },
  GB: {
    en: 'bbc.co.uk bbc.com belfasttelegraph.co.uk dailymail.co.uk economist.com express.co.uk ft.com heraldscotland.com independent.co.uk inews.co.uk middleeasteye.net mirror.co.uk news.sky.com newstatesman.com reuters.com scotsman.com spectator.co.uk standard.co.uk telegraph.co.uk theguardian.com thenational.scot thesun.co.uk thetimes.co.uk thetimes.com walesonline.co.uk',
  },
  GE: { en: 'agenda.ge civil.ge oc-media.org' },
  GH: { en: 'graphic.com.gh myjoyonline.com' },
  GL: { da: 'sermitsiaq.ag' },
  GR: { el: 'kathimerini.gr tanea.gr', en: 'ekathimerini.com' },
  GT: { es: 'prensalibre.com' },
  HK: {
    zh: 'hk01.com hket.com inmediahk.net mingpao.com news.now.com rthk.hk stheadline.com takungpao.com wenweipo.com',
    en: 'hongkongfp.com scmp.com thestandard.com.hk',
  },
  HR: { hr: '24sata.hr index.hr jutarnji.hr vecernji.hr vijesti.hrt.hr' },
  HT: { fr: 'lenouvelliste.com' },
  HU: { hu: '444.hu hvg.hu index.hu nepszava.hu telex.hu' },
  ID: {
    id: 'antaranews.com cnnindonesia.com detik.com kompas.com republika.co.id tempo.co tribunnews.com',
    en: 'jakartaglobe.id thejakartapost.com',
  },
  IE: { en: 'independent.ie irishexaminer.com irishtimes.com rte.ie thejournal.ie' },
  IL: {
    he: 'haaretz.co.il israelhayom.co.il maariv.co.il news.walla.co.il ynet.co.il',
    en: 'haaretz.com jpost.com timesofisrael.com ynetnews.com',
  },
  IN: {
    en: 'business-standard.com deccanherald.com economictimes.indiatimes.com firstpost.com hindustantimes.com indianexpress.com indiatoday.in livemint.com ndtv.com news18.com scroll.in telegraphindia.com thehindu.com theprint.in thewire.in timesofindia.indiatimes.com tribuneindia.com',
    hi: 'aajtak.in amarujala.com bhaskar.com jagran.com',
  },
  IQ: { ar: 'shafaq.com', ku: 'rudaw.net' },
  IR: {
    fa: 'iranintl.com irna.ir isna.ir khabaronline.ir mehrnews.com tasnimnews.com',
    en: 'presstv.ir tehrantimes.com',
  },
  IS: { is: 'mbl.is ruv.is visir.is' },
  IT: {
    it: 'agi.it ansa.it corriere.it ilfattoquotidiano.it ilgiornale.it ilmessaggero.it ilpost.it ilsole24ore.com lastampa.it rainews.it repubblica.it',
  },
  JM: { en: 'jamaica-gleaner.com jamaicaobserver.com' },
  JO: { ar: 'alghad.com petra.gov.jo', en: 'jordantimes.com' },
  JP: {
    ja: '47news.jp afpbb.com asahi.com bunshun.jp chugoku-np.co.jp chunichi.co.jp diamond.jp fnn.jp gendai.media hokkaido-np.co.jp huffingtonpost.jp jbpress.ismedia.jp jiji.com kahoku.news kobe-np.co.jp kyoto-np.co.jp mainichi.jp news.livedoor.com news.ntv.co.jp news.tv-asahi.co.jp news.yahoo.co.jp newsdig.tbs.co.jp newsweekjapan.jp nhk.or.jp niigata-nippo.co.jp nikkei.com nishinippon.co.jp okinawatimes.co.jp ryukyushimpo.jp sankei.com shinmai.co.jp tokyo-np.co.jp toyokeizai.net yomiuri.co.jp',
    en: 'japantimes.co.jp japantoday.com kyodonews.net nippon.com',
  },
  KE: { en: 'nation.africa standardmedia.co.ke the-star.co.ke' },
  KH: { en: 'khmertimeskh.com phnompenhpost.com' },
  KP: { ko: 'kcna.kp' },
  KR: {
    ko: 'asiae.co.kr asiatoday.co.kr busan.com chosun.com dailian.co.kr dailynk.com donga.com edaily.co.kr etnews.com fnnews.com hani.co.kr hankookilbo.com hankyung.com heraldcorp.com ichannela.com imaeil.com imnews.imbc.com joongang.co.kr jtbc.co.kr kbs.co.kr khan.co.kr kmib.co.kr mbn.co.kr mk.co.kr mt.co.kr munhwa.com news.naver.com news.sbs.co.kr news1.kr newsis.com newspim.com nocutnews.co.kr ohmynews.com pressian.com sedaily.com segye.com seoul.co.kr sisain.co.kr tvchosun.com v.daum.net yna.co.kr ytn.co.kr',
    en: 'ajupress.com koreaherald.com koreajoongangdaily.joins.com koreatimes.co.kr nknews.org',
  },
  KW: { ar: 'kuna.net.kw', en: 'kuwaittimes.com' },
  KZ: { ru: 'inform.kz tengrinews.kz', en: 'astanatimes.com' },
  LA: { en: 'laotiantimes.com' },
  LB: { fr: 'lorientlejour.com', ar: 'annahar.com', en: 'naharnet.com' },
  LK: { en: 'dailymirror.lk ft.lk' },
  LT: { lt: '15min.lt delfi.lt lrt.lt' },
  LU: { de: 'tageblatt.lu wort.lu' },
  LV: { lv: 'delfi.lv lsm.lv' },
  MA: { ar: 'hespress.com', fr: 'le360.ma' },
  ME: { sr: 'vijesti.me' },
  MM: { en: 'frontiermyanmar.net irrawaddy.com mizzima.com myanmar-now.org' },
  MN: { mn: 'montsame.mn' },
  MO: { zh: 'macaodaily.com' },
  MT: { en: 'timesofmalta.com' },
  MX: {
    es: 'animalpolitico.com eluniversal.com.mx excelsior.com.mx jornada.com.mx milenio.com proceso.com.mx reforma.com',
  },
  MY: {
    ms: 'bharian.com.my utusan.com.my',
    en: 'bernama.com freemalaysiatoday.com malaymail.com malaysiakini.com nst.com.my thestar.com.my',
    zh: 'chinapress.com.my sinchew.com.my',
  },
  NA: { en: 'namibian.com.na' },
  NG: { en: 'dailytrust.com guardian.ng premiumtimesng.com punchng.com thisdaylive.com vanguardngr.com' },
  NL: { nl: 'ad.nl nos.nl nrc.nl nu.nl telegraaf.nl trouw.nl volkskrant.nl', en: 'dutchnews.nl' },
  NO: { nb: 'aftenposten.no dagbladet.no dn.no nettavisen.no nrk.no vg.no' },
  NP: { en: 'kathmandupost.com' },
  NZ: { en: 'nzherald.co.nz odt.co.nz rnz.co.nz stuff.co.nz thepost.co.nz' },
  OM: { en: 'omanobserver.om timesofoman.com' },
  PA: { es: 'prensa.com' },
  PE: { es: 'andina.pe elcomercio.pe gestion.pe larepublica.pe' },
  PG: { en: 'postcourier.com.pg thenational.com.pg' },
  PH: {
    en: 'abs-cbn.com gmanetwork.com inquirer.net manilatimes.net mb.com.ph philstar.com pna.gov.ph rappler.com',
  },
  PK: { en: 'dawn.com geo.tv thenews.com.pk tribune.com.pk' },
  PL: {
    pl: 'pap.pl polsatnews.pl rp.pl tvn24.pl tvp.info wiadomosci.gazeta.pl wiadomosci.onet.pl wyborcza.pl',
    en: 'notesfrompoland.com',
  },
  PS: { ar: 'wafa.ps' },
  PT: { pt: 'dn.pt expresso.pt jn.pt observador.pt publico.pt rtp.pt' },
  PY: { es: 'abc.com.py ultimahora.com' },
  QA: { ar: 'aljazeera.net', en: 'aljazeera.com gulf-times.com thepeninsulaqatar.com' },
  RO: { ro: 'adevarul.ro agerpres.ro digi24.ro g4media.ro hotnews.ro' },
  RS: { sr: 'b92.net blic.rs danas.rs n1info.rs politika.rs', en: 'balkaninsight.com' },
  RU: {
    ru: 'interfax.ru iz.ru kommersant.ru lenta.ru meduza.io mk.ru novayagazeta.ru rbc.ru rg.ru ria.ru tass.ru vedomosti.ru',
    en: 'rt.com tass.com themoscowtimes.com',
  },
  RW: { en: 'newtimes.co.rw' },
  SA: { ar: 'aawsat.com alarabiya.net okaz.com.sa spa.gov.sa', en: 'arabnews.com' },
  SE: { sv: 'aftonbladet.se dn.se expressen.se gp.se svd.se svt.se' },
  SG: {
    en: 'businesstimes.com.sg channelnewsasia.com mothership.sg straitstimes.com',
    zh: 'zaobao.com zaobao.com.sg',
  },
  SI: { sl: '24ur.com delo.si rtvslo.si' },
  SK: { sk: 'aktuality.sk dennikn.sk pravda.sk sme.sk' },
  SN: { fr: 'aps.sn seneweb.com' },
  SV: { es: 'elfaro.net laprensagrafica.com' },
  SY: { ar: 'enabbaladi.net sana.sy' },
  TG: { fr: 'republicoftogo.com' },
  TH: { th: 'khaosod.co.th matichon.co.th thaipbs.or.th thairath.co.th', en: 'bangkokpost.com nationthailand.com' },
  TR: {
    tr: 'aa.com.tr cumhuriyet.com.tr hurriyet.com.tr milliyet.com.tr ntv.com.tr sozcu.com.tr t24.com.tr trthaber.com',
    en: 'dailysabah.com hurriyetdailynews.com trtworld.com',
  },
  TT: { en: 'trinidadexpress.com' },
  TW: {
    zh: 'businesstoday.com.tw chinatimes.com cna.com.tw cw.com.tw ettoday.net ftvnews.com.tw ltn.com.tw mirrormedia.mg news.ebc.net.tw news.pts.org.tw newtalk.tw setn.com storm.mg thenewslens.com tvbs.com.tw udn.com upmedia.mg',
    en: 'focustaiwan.tw taipeitimes.com taiwannews.com.tw',
  },
  TZ: { en: 'dailynews.co.tz thecitizen.co.tz' },
  UA: {
    uk: 'hromadske.ua pravda.com.ua suspilne.media ukrinform.ua unian.ua zaxid.net zn.ua',
    en: 'kyivindependent.com kyivpost.com ukrinform.net',
  },
  UG: { en: 'monitor.co.ug newvision.co.ug' },
  US: {
    en: '38north.org abcnews.go.com airandspaceforces.com apnews.com arstechnica.com axios.com bloomberg.com bostonglobe.com breakingdefense.com businessinsider.com cbsnews.com chicagotribune.com cnbc.com cnn.com csmonitor.com dallasnews.com defensenews.com forbes.com foreignaffairs.com foreignpolicy.com fortune.com foxnews.com huffpost.com inquirer.com latimes.com miamiherald.com militarytimes.com motherjones.com nationalreview.com nbcnews.com news.usni.org newsweek.com newyorker.com npr.org nypost.com nytimes.com pbs.org politico.com propublica.org rfa.org rferl.org seattletimes.com semafor.com sfchronicle.com slate.com startribune.com stripes.com theatlantic.com thediplomat.com thehill.com theintercept.com thenation.com time.com usatoday.com voanews.com vox.com washingtonpost.com washingtontimes.com wsj.com',
    es: 'univision.com',
    zh: 'worldjournal.com',
  },
  UY: { es: 'elobservador.com.uy elpais.com.uy' },
  UZ: { ru: 'gazeta.uz', uz: 'kun.uz' },
  VA: { it: 'vaticannews.va' },
  VE: { es: 'efectococuyo.com elnacional.com' },
  VN: {
    vi: 'dantri.com.vn nhandan.vn thanhnien.vn tuoitre.vn vietnamnet.vn vietnamplus.vn vnexpress.net',
    en: 'vietnamnews.vn',
  },
  XK: { sq: 'koha.net' },
  ZA: { en: 'citizen.co.za dailymaverick.co.za iol.co.za mg.co.za news24.com sowetanlive.co.za timeslive.co.za' },
  ZM: { en: 'lusakatimes.com' },
  ZW: { en: 'newsday.co.zw' },
};

/** A site on our list. */
export interface NewsSite {
  /** Its host; hosts below it belong to it. */
  readonly site: string;
  /** Where it is published, or would be were it not in exile: ISO 3166-1 alpha-2, and XK. */
  readonly country: string;
  /** The language in which most of it is written: BCP 47. */
  readonly language: string;
}

/** The list, by country. */
export const NEWS_SITES: readonly NewsSite[] = Object.entries(BY_COUNTRY).flatMap(([country, languages]) =>
  Object.entries(languages).flatMap(([language, names]) =>
    names.split(' ').map((site) => ({ site, country, language })),
  ),
);
