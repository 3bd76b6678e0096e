/**
 * Names that harm: ordinary words of headlines, months, given names, what many things are called. `leave-out`: no
 * record bears it. `needs-context`: only beside other evidence. Keys are in small letters without marks.
 */

export interface Stop {
  readonly rule: 'leave-out' | 'needs-context';
  readonly reason: string;
  /** Countries keep it: "Chad", "Turkey". */
  readonly spareCountries?: true;
}

const entries = (rule: Stop['rule'], reason: string, words: string, spareCountries?: true): [string, Stop][] =>
  words.split(/\s*,\s*/).map((word) => [word, { rule, reason, ...(spareCountries ? { spareCountries } : {}) }]);

export const STOP_LIST: Readonly<Record<string, Stop>> = Object.fromEntries([
  ...entries('leave-out', 'known as something else: heroes, a shuttle, a country', 'batman, america, columbia'),
  ...entries(
    'leave-out',
    'months and days',
    'january, february, march, april, may, june, july, august, september, october, november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday, ramadan, easter, christmas',
  ),
  ...entries(
    'leave-out',
    'words at the start of a sentence',
    "of, the, best, target, orange, gap, nice, mobile, reading, bath, split, most, normal, male, bar, sale, same, why, how, who, you, can, see, day, man, men, won, won't, but, and, not, are, one, two, man, los, san, santa, saint, central, northern, southern, eastern, western, north, south, east, west, center, centre, capital, island, islands, bay, lake, river, mountain, valley, coast, general, independence, union, liberty, freedom, progress, hope, future, change, together, enough, forward, reform, renew, alliance, alternative, initiative, independent, independents, citizens, people, justice, unity, action, movement, democracy, republic, nation, national, federation, agreement, dialogue, dawn, home, homeland, left, right, green, greens, labour, labor, liberal, liberals, conservative, conservatives, socialist, socialists, social democrats, democrats, republicans, communist party, centre party, people's party",
    true,
  ),
  ...entries('leave-out', 'what a party is against', 'nhk'),
  ...entries('leave-out', 'peoples and tongues', 'latin, roman, arab, celtic, slav, norman, saxon, gothic, moor'),
  ...entries(
    'needs-context',
    'parties and chambers that many countries have',
    "labour party, labor party, liberal party, conservative party, republican party, democratic party, social democratic party, socialist party, green party, the greens, christian democrats, freedom party, progressive party, national party, progress party, justice party, reform party, democratic alliance, people's party, center party, radical party, workers' party, agrarian party, senate, parliament, congress, national assembly, house of representatives, supreme court, house of commons, house of lords, armed forces, national guard, coast guard, royal navy, royal air force, defense forces, defence forces, security forces",
  ),
  ...entries(
    'needs-context',
    'companies that are called like indices, houses and people',
    'dow, dominion, southern company, progressive, carnival, paramount, crown, world, vision, co-op',
  ),
  ...entries(
    'needs-context',
    'cities that persons and things are called by',
    'victoria, florence, charlotte, sydney, lincoln, jackson, madison, phoenix, austin, houston, dallas, denver, melbourne, cleveland, orlando, santiago, san jose, barcelona, georgetown, kingston, windsor, hamilton, wellington, nelson, columbia, columbus, richmond, york, lancaster, cambridge, oxford, bristol, brest, tours, nancy, lens, vichy, essen, bergen, trier, halle, siegen, worms, bari, como, pisa, sofia, granada, leon, merida, cordoba, valencia, toledo, asuncion, concepcion, trinidad, la paz, salvador, natal, vitoria, belem, fortaleza',
    true,
  ),
]);
