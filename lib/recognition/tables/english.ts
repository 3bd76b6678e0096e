/**
 * English around names. Titles are those that newspapers put directly before a name; weekday and month names and the
 * words that open sentences are capitalised without being part of a name. Own lists, from newspaper usage.
 */

/** Offices: whoever bears one can be meant by title and family name on a day of office. */
const OFFICES = `
president|president-elect|vice president|prime minister|deputy prime minister|premier|chancellor|minister
defense minister|defence minister|foreign minister|finance minister|interior minister|vice minister|justice minister
trade minister|economy minister|health minister|education minister|secretary|defense secretary|secretary of state
secretary of defense|treasury secretary|home secretary|foreign secretary|secretary-general|secretary general
attorney general|ambassador|leader|supreme leader|strongman|chief|chairman|chairwoman|chair|speaker|general|gen.
adm.|admiral|lt. gen.|maj. gen.|brig. gen.|lt. col.|col.|colonel|maj.|major|capt.|captain|lt.|sgt.|sen.|rep.
reps.|sens.|senator|congressman|congresswoman|representative|governor|gov.|lt. gov.|mayor|king|queen|emperor|empress
prince|princess|crown prince|pope|cardinal|archbishop|bishop|patriarch|ayatollah|sheik|sheikh|imam|lord|lady|sir|dame
judge|justice|chief justice|commissioner|commander|marshal|envoy|spokesman|spokeswoman|spokesperson|counterpart
candidate|nominee|dictator|sheriff|premier-designate|prime minister-designate|first lady|first minister|taoiseach
`;
/** Courtesies and trades: the name of a person follows, of whatever office. */
const COURTESIES = `
mr.|mrs.|ms.|mr|mrs|ms|dr.|dr|prof.|professor|doctor|rev.|reverend|father|brother|sister|saint|coach|manager|director
executive|analyst|economist|author|actor|actress|singer|writer|lawyer|attorney|prosecutor|detective|officer|sergeant
lieutenant|private|editor|reporter|columnist|ceo|cfo|founder|co-founder|president and ceo|chief executive
`;

const list = (text: string): string[] => text.trim().split(/[|\n]/);

export const COURTESY_TITLES: ReadonlySet<string> = new Set(list(COURTESIES));
/** Every title, folded. */
export const TITLES: ReadonlySet<string> = new Set([...list(OFFICES), ...COURTESY_TITLES]);

/** What a title can end with: most words before a name can be told from titles by it. */
export const LAST_WORDS_OF_TITLES: ReadonlySet<string> = new Set(
  [...TITLES].map((title) => title.split(' ').at(-1) ?? ''),
);

/** First and last words of titles: capitalised beside a name without being part of it. */
const TITLE_WORDS: ReadonlySet<string> = new Set(
  [...TITLES].flatMap((title) => [title.split(' ')[0] ?? '', title.split(' ').at(-1) ?? '']),
);
for (const word of ['state', 'first', 'defense', 'defence', 'home', 'lady', 'general', 'sir'])
  (TITLE_WORDS as Set<string>).delete(word);

/** What makes a longer name of an organisation's without being another name: "Paxar Corp". */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `corp corp. corporation inc inc. incorporated co co. company ltd ltd. limited plc plc. llc llp lp ag gmbh sa s.a. nv
  n.v. bv b.v. spa s.p.a. ab oy asa kk pty bhd berhad`.split(/\s+/),
);

/** Legal forms that are no words, and so are known in small letters too. */
export const SMALL_LEGAL_FORMS: ReadonlySet<string> = new Set(['corp', 'inc', 'ltd', 'plc', 'gmbh']);

/** Capitalised for reasons other than being part of a name: days, months, and the words that open a sentence. */
const DAYS_AND_MONTHS = `monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.`;

/** Words of grammar: never a name by themselves. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `i a an the and but or nor so yet
  while when whenever as after before for with in on at to from by of that this if both under since then until till once
  although though because unless whereas whether where wherever who whom whose what which why how
  about above across against along among around behind beneath beside besides between beyond despite during except inside
  into like near off onto outside over past per regarding through throughout toward towards unlike upon versus via
  within without
  however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence otherwise instead indeed still
  also even only just perhaps maybe now today yesterday tomorrow tonight later earlier recently here there again first
  second third last next finally former ex
  he she it they we you his her its their our my your these those some many most all each every either neither no not
  is was are were did does do has had have can could would should must go get got`.split(/\s+/),
);

export const CAPITALISED: ReadonlySet<string> = new Set(
  `${DAYS_AND_MONTHS} ${[...FUNCTION_WORDS].join(' ')} south north east west will
  said says told asked added called citing quoting following including
  republican republicans democrat democrats democratic communist socialist conservative liberal labour tory muslim
  christian jewish catholic shiite sunni arab
  gmt est edt pst pdt utc am pm p.m. a.m. ii iii iv jr jr. sr. sr`.split(/\s+/),
);

/** Directions make another place of one: "East London". */
export const DIRECTIONS: ReadonlySet<string> = new Set('north south east west new old upper lower'.split(' '));

/** Months and weekdays, and the words before which tell them from a name: "in May", "last May". */
export const MONTHS_AND_DAYS: ReadonlySet<string> = new Set(DAYS_AND_MONTHS.split(/\s+/));
export const BEFORE_DATES: ReadonlySet<string> = new Set(
  'in on since until till by from during last next this early late mid through each every after before of'.split(' '),
);

/** A capitalised word, folded, that is not taken for part of the name beside it. */
export const isOrdinaryCapital = (word: string): boolean => CAPITALISED.has(word) || TITLE_WORDS.has(word);

/** Countries that newspapers abbreviate, which are adjectives before a word: "U.S. forces". */
export const ADJECTIVE_ABBREVIATIONS: ReadonlySet<string> = new Set([
  'U.S.',
  'US',
  'U. S.',
  'U.K.',
  'UK',
  'U.S',
  'U.K',
]);

/** Kinds of organisation that are named after places: "University of Kent". */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  `university college institute school academy hospital clinic museum library bank church cathedral diocese archdiocese
  ministry department bureau court museum orchestra symphony port airport stock exchange exchange chamber federation
  association society council federation union league club bar museum gallery zoo theatre theater opera duke duchess earl
  count prince princess bishop archbishop battle siege treaty gulf bay strait sea lake isle isles cape straits cup
  city-state daily times post herald tribune voice radio`.split(/\s+/),
);

/** What a title of a firm or a club has before it: "Company President". */
export const FIRM_NOUNS: ReadonlySet<string> = new Set(
  `company firm club bank board union group college university school association federation council team league
  chamber society foundation institute hospital committee`.split(/\s+/),
);

/** "Tokyo-based" and the like stand beside names without being part of them. */
export const PARTICIPLES = /-(?:based|born|led|made|style|owned|backed|bound|controlled|held)$/;

/** Heads of institutions behind another's name: "UN Women", "United Nations University", "U.N. Command". */
export const INSTITUTION_HEADS: ReadonlySet<string> = new Set(
  `university college institute school academy hospital museum library foundation fund association society federation
  union command women agency programme program council commission committee tribunal center centre`.split(/\s+/),
);

/** Teams that bear the name of a firm or a newspaper: "Yomiuri Giants", "Samsung Lions". */
export const TEAM_NOUNS: ReadonlySet<string> = new Set(
  `giants tigers lions bears twins eagles heroes swallows dragons carp marines buffaloes fighters hawks baystars
  wyverns landers dinos unicorns`.split(/\s+/),
);

/** In small letters behind a family name that is not that of anybody in the news: "Hashimoto's disease", "Han dynasty". */
export const NAMED_AFTER_PERSONS: ReadonlySet<string> = new Set(
  'disease syndrome dynasty caldera volcano comet theorem'.split(' '),
);

/** Tied to a full name by a hyphen and leaving it whole, besides participles in -ed: "Kim Jong Un-style". */
export const TIED_MODIFIERS: ReadonlySet<string> = new Set(
  'led era style born made like run free held type bound proof owned based own to and or vs as only esque'.split(' '),
);

/** Titles of several persons: "Presidents Trump and Lee". */
export const PLURAL_TITLES: ReadonlySet<string> = new Set(
  `presidents premiers ministers chancellors leaders secretaries ambassadors senators representatives governors mayors
  generals admirals justices judges`.split(/\s+/),
);
