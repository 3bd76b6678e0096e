/**
 * English around names. Titles are those that newspapers put directly before a name; weekday and month names and the
 * words that open sentences are capitalised without being part of a name.
 */
export const TITLES: readonly string[] = [
  'president',
  'president-elect',
  'prime minister',
  'premier',
  'chancellor',
  'minister',
  'defense minister',
  'defence minister',
  'foreign minister',
  'vice minister',
  'secretary',
  'defense secretary',
  'secretary of state',
  'secretary of defense',
  'ambassador',
  'leader',
  'strongman',
  'chief',
  'chairman',
  'chair',
  'general',
  'gen.',
  'adm.',
  'admiral',
  'lt. gen.',
  'col.',
  'sen.',
  'rep.',
  'senator',
  'governor',
  'gov.',
  'mayor',
  'king',
  'emperor',
  'pope',
  'mr.',
  'mrs.',
  'ms.',
  'mr',
  'mrs',
  'ms',
  'dr.',
  'counterpart',
  'candidate',
];

/**
 * Capitalised for reasons other than being part of a name: days, months, peoples, and the words that open a sentence
 * directly before a name.
 */
export const CAPITALISED: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  japanese korean south north chinese russian american british european
  i a an the and but or nor so yet
  while when whenever as after before with for in on at to from by of that this if both under since then until till once
  although though because unless whereas whether where wherever who whom whose what which why how
  about above across against along among around behind beneath beside besides between beyond despite during except inside
  into like near off onto outside over past per regarding through throughout toward towards unlike upon versus via
  within without
  however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence otherwise instead indeed still
  also even only just perhaps maybe now today yesterday tomorrow tonight later earlier recently here there again first
  second third last next finally
  he she it they we you his her its their our my your these those some many most all each every either neither no not
  is was are were did does do has had have can could will would should must
  said says told asked added called citing quoting following including`.split(/\s+/),
);
