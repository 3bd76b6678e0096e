/**
 * English words for peoples and for what is theirs. Newspapers use them as adjectives ("Iraqi forces"); none is a
 * mention of the country. Own list, after the names of states in use at the United Nations and the larger regions. A
 * line has the country as newspapers call it and, after a colon, its people and adjectives.
 */
const PEOPLES = `
Afghanistan:afghan|Albania:albanian|Algeria:algerian|United States:american,u.s.,us|Andorra:andorran|Angola:angolan
Argentina:argentine,argentinian|Armenia:armenian|Australia:australian,aussie|Austria:austrian
Azerbaijan:azerbaijani,azeri|Bahamas:bahamian|Bahrain:bahraini|Bangladesh:bangladeshi|Barbados:barbadian
Belarus:belarusian|Belgium:belgian|Belize:belizean|Benin:beninese|Bhutan:bhutanese|Bolivia:bolivian|Bosnia:bosnian
Botswana:botswanan|Brazil:brazilian|United Kingdom:british,briton,u.k.,uk|Brunei:bruneian|Bulgaria:bulgarian
Burkina Faso:burkinabe|Myanmar:burmese|Burundi:burundian|Cambodia:cambodian|Cameroon:cameroonian|Canada:canadian
Chad:chadian|Chile:chilean|China:chinese|Colombia:colombian|Comoros:comoran|Congo:congolese|Costa Rica:costa-rican
Croatia:croat,croatian|Cuba:cuban|Cyprus:cypriot|Czech Republic:czech|Denmark:dane,danish|Djibouti:djiboutian
Dominican Republic:dominican|Netherlands:dutch|Ecuador:ecuadorean,ecuadorian|Egypt:egyptian
United Arab Emirates:emirati|England:english|Eritrea:eritrean|Estonia:estonian|Ethiopia:ethiopian|Fiji:fijian
Philippines:filipino,philippine|Finland:finn,finnish|France:french|Gabon:gabonese|Gambia:gambian|Georgia:georgian
Germany:german|Ghana:ghanaian|Greece:greek|Guatemala:guatemalan|Guinea:guinean|Guyana:guyanese|Haiti:haitian
Honduras:honduran|Hungary:hungarian|Iceland:icelander,icelandic|India:indian|Indonesia:indonesian|Iran:iranian
Iraq:iraqi|Ireland:irish|Israel:israeli|Italy:italian|Ivory Coast:ivorian|Jamaica:jamaican|Japan:japanese
Jordan:jordanian|Kazakhstan:kazakh,kazakhstani|Kenya:kenyan|Kosovo:kosovar|Kuwait:kuwaiti|Kyrgyzstan:kyrgyz
Laos:lao,laotian|Latvia:latvian|Lebanon:lebanese|Liberia:liberian|Libya:libyan|Lithuania:lithuanian
Luxembourg:luxembourgish|North Macedonia:macedonian|Madagascar:malagasy|Malawi:malawian|Malaysia:malaysian
Maldives:maldivian|Mali:malian|Malta:maltese|Mauritania:mauritanian|Mauritius:mauritian|Mexico:mexican
Micronesia:micronesian|Moldova:moldovan|Monaco:monegasque|Mongolia:mongolian|Montenegro:montenegrin|Morocco:moroccan
Mozambique:mozambican|Namibia:namibian|Nepal:nepalese,nepali|New Zealand:new-zealander|Nicaragua:nicaraguan
Nigeria:nigerian|Niger:nigerien|North Korea:north-korean,dprk|Norway:norwegian|Oman:omani|Pakistan:pakistani
Palau:palauan|Panama:panamanian|Paraguay:paraguayan|Peru:peruvian|Poland:pole,polish|Portugal:portuguese|Qatar:qatari
Romania:romanian|Russia:russian|Rwanda:rwandan|El Salvador:salvadoran|Samoa:samoan|Saudi Arabia:saudi
Scotland:scot,scots,scottish|Senegal:senegalese|Serbia:serb,serbian|Seychelles:seychellois|Singapore:singaporean
Slovakia:slovak,slovakian|Slovenia:slovene,slovenian|Somalia:somali|South Africa:south-african
South Korea:south-korean,rok|Spain:spaniard,spanish|Sri Lanka:sri-lankan|Sudan:sudanese|Suriname:surinamese
Sweden:swede,swedish|Switzerland:swiss|Syria:syrian|Taiwan:taiwanese|Tajikistan:tajik|Tanzania:tanzanian|Thailand:thai
Togo:togolese|Tonga:tongan|Trinidad:trinidadian|Tunisia:tunisian|Turkey:turk,turkish|Turkmenistan:turkmen
Uganda:ugandan|Ukraine:ukrainian|Uruguay:uruguayan|Uzbekistan:uzbek|Venezuela:venezuelan|Vietnam:vietnamese
Wales:welsh|Yemen:yemeni|Zambia:zambian|Zimbabwe:zimbabwean
`;
/** Peoples and regions without a state of their own, or with a former one. */
const OTHERS = `african arab arabian asian bavarian bermudian caribbean catalan chechen eurasian european greenlandic
  grenadian hispanic korean kurd kurdish latin-american palestinian persian scandinavian sicilian soviet texan tibetan
  uighur uyghur yugoslav zairean eastern western northern southern anglo franco indo sino afro euro`;

const countryOfPeople = new Map<string, string>();
for (const entry of PEOPLES.trim().split(/[|\n]/)) {
  const [country = '', people = ''] = entry.split(':');
  for (const word of people.split(',')) countryOfPeople.set(word, country);
}
/** Abbreviations are names of the country too: only before a title do they say whose it is. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['u.s.', 'us', 'u.k.', 'uk', 'dprk', 'rok']);
const demonyms: ReadonlySet<string> = new Set([
  ...[...countryOfPeople.keys()].filter((word) => !ABBREVIATIONS.has(word)),
  ...OTHERS.trim().split(/\s+/),
]);

/** The country, as newspapers call it, whose people or adjective a folded word is; `null` for none. */
export const countryOfDemonym = (folded: string): string | null =>
  countryOfPeople.get(folded.replaceAll(' ', '-')) ?? null;

const PREFIXES: ReadonlySet<string> = new Set(
  'anti pro non un pan ex half all west east north south central middle western eastern'.split(' '),
);
const SUFFIXES: ReadonlySet<string> = new Set(
  'born based led made style owned backed built occupied controlled held speaking language trained'.split(' '),
);

/** True for a people or its adjective, folded; plurals and parts joined by a hyphen or a space included. */
export function isDemonym(folded: string): boolean {
  const isOneWord = !folded.includes(' ') && !folded.includes('-');
  const word = isOneWord ? folded : folded.replaceAll(' ', '-');
  if (demonyms.has(word) || (word.endsWith('s') && demonyms.has(word.slice(0, -1)))) return true;
  if (isOneWord) return false;
  const parts = word.split('-');
  return (
    parts.every((part) => demonyms.has(part)) ||
    (demonyms.has(parts.at(-1) ?? '') && PREFIXES.has(parts[0] ?? '')) ||
    (demonyms.has(parts[0] ?? '') && SUFFIXES.has(parts.at(-1) ?? ''))
  );
}

/**
 * Given names usual in English-language news. They tell a person from a firm where a pack says neither, and the name
 * of somebody whom no pack knows from other capitals. Own list, after the commonest given names of the United States'
 * census of 1990 (public domain) and those of public figures of other countries.
 */
const GIVEN_NAMES = `
aaron abdel abdul abdullah abigail abraham adam adrian agnes ahmad ahmed alan albert alberto alec alejandro alex
alexander alexandra alexei alfred ali alice alicia alison allan allen alyssa amanda amber amir amy ana anatoly andre
andrea andreas andrei andrew andy angel angela angelo anita ann anna anne annie anthony anton antonio april arnold
arthur ashley audrey aung austin barack barbara barry beatrice becky ben benjamin bernard bernie beth betty beverly bill
billy bob bobby bonnie boris brad bradley brandon brenda brent brett brian bridget bruce bryan caitlin calvin carl carla
carlos carmen carol caroline carolyn carrie casey catherine cathy cecil chad charlene charles charlie charlotte chelsea
cheryl chris christian christina christine christopher christy chuck cindy claire clara clarence claude claudia clayton
clifford clinton clyde colin colleen connie connor corey courtney craig cristina crystal curtis cynthia daisy dale dan
dana daniel danielle danny darrell darren daryl dave david dawn dean deborah debbie debra denise dennis derek derrick
desmond diana diane dick diego dmitri dmitry dolores dominic don donald donna doris dorothy doug douglas duane dustin
dwight dylan earl eddie edgar edith eduardo edward edwin eileen elaine eleanor elena elizabeth ella ellen elliott elmer
emily emma emmanuel enrique eric erica erik erin ernest ernesto esther ethan eugene eva evan evelyn evgeny faith felicia
felipe felix fernando fidel florence floyd frances francis francisco francois frank franklin fred freddie frederick
gabriel gail gary gavin gene geoffrey george gerald geraldine gerard gerhard gilbert gina giovanni gladys glen glenn
gloria gordon grace graham greg gregory guillermo gunther guy gwendolyn hannah hans harold harriet harry harvey hassan
heather hector heidi helen helmut henri henry herbert herman hillary holly howard hugh hugo ibrahim igor ilya ingrid
irene isaac isabel ivan jack jackie jacob jacqueline jacques jaime jake jamal james jamie jan jane janet janice jared
jasmine jason javier jay jean jeanne jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy
joan joann joanna joanne joe joel johan johannes john johnny jon jonathan jordan jorge jose joseph josh joshua joy joyce
juan juanita judith judy julia julian julie julio julius june justin karen karim karl katherine kathleen kathryn kathy
katie katrina kay keith kelly ken kenneth kent kevin khalid kim kimberly kirk klaus kofi kristen kristin kurt kyle lance
larry lars laura lauren laurence laurie lawrence leah lee leo leon leonard leonid leroy leslie lester lewis liam lillian
linda lindsay lisa lloyd lois lori lorraine louis louise lucas lucille lucy luis luke lydia lyle lynn mahmoud malcolm
manuel marc marcel marcia marco marcus margaret maria marian marie marilyn mario marion marjorie mark marlene marshall
martha martin marvin mary mathew matt matthew maurice max maxine megan melanie melinda melissa melvin mercedes michael
michel michele michelle miguel mikhail mike mildred milton miriam mitchell mohamed mohammad mohammed molly monica morris
muhammad mustafa nadia nancy naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicolas nicole nigel nikita
nikolai nina noah nora norma norman oleg olga oliver olivia omar orlando oscar osama otto owen pablo pamela patricia
patrick paul paula pauline pedro peggy penny percy perry peter phil philip philippe phillip phyllis pierre priscilla
rachel rafael raj rajiv ralph ramon randall randy raul ray raymond rebecca regina renee rex ricardo richard rick ricky
rita robert roberta roberto robin rod rodney roger roland ron ronald ronnie rosa rose rosemary ross roy ruben ruby russell
ruth ryan saddam sally salvador sam samantha samuel sandra sandy sara sarah saul scott sean sergei sergey sergio seth
shannon sharon shaun shawn sheila shelley sherry shirley sidney silvia simon sonia sophie stacey stacy stanley stefan
stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tamara tanya tara ted terence teresa terrance
terri terry theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracey tracy travis trevor troy
tyler valerie vanessa vera vernon veronica vicki victor victoria vincent viola violet virginia vitaly vivian vladimir
wade wallace walter wanda warren wayne wendy wesley wilhelm willard william willie wilma winston wolfgang xavier yasser
yolanda yoko yuri yvonne zachary
`;

const givenNames: ReadonlySet<string> = new Set(GIVEN_NAMES.trim().split(/\s+/));

/** True for a usual given name, folded. */
export const isGivenName = (folded: string): boolean => givenNames.has(folded);
