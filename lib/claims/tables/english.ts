/** English words about time and about what happens. */

export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
  mon: 0,
  tues: 1,
  tue: 1,
  wed: 2,
  thurs: 3,
  thu: 3,
  fri: 4,
  sat: 5,
  sun: 6,
};

export const SEASONS = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
} as const;

/** Nouns of what happens and can be counted, by themselves or after "first". */
export const EVENT_NOUNS = new Set(
  (
    'visit visits trip trips tour tours journey stopover landing arrival meeting meetings talks talk summit summits dialogue ' +
    'dialog encounter negotiations negotiation conference call contact contacts agreement agreements deal deals treaty pact accord ' +
    'pacts accords memorandum truce ceasefire armistice statement statements declaration declarations communique communiqué announcement document ' +
    'text exercise exercises drill drills manoeuvre maneuver maneuvers manoeuvres patrol patrols flight deployment launch launches test tests ' +
    'firing strike strikes attack attacks assault raid bombing shooting incident incidents row dispute crisis accident disaster earthquake quake ' +
    'tsunami flood floods typhoon hurricane eruption crash collision sinking standoff clash clashes war invasion coup uprising revolution ' +
    'massacre assassination murder election elections vote referendum poll inauguration appointment resignation impeachment ' +
    'ruling verdict trial conviction acquittal sentence parade ceremony festival games olympics cup championship tournament exchange exchanges handshake ' +
    'apology pardon release abduction withdrawal pullout sanctions protest protests rally decree law bid budget ' +
    'reshuffle election merger acquisition default bailout pandemic outbreak scandal'
  ).split(' '),
);

/** After "first", "second": no count of events. */
export const NOT_COUNTED = new Set(
  (
    'lady ladies gentleman lieutenant sergeant officer class floor storey story name names aid half quarter person place step ' +
    'responder responders minister secretary degree base baseman home house mate edition round leg term reading world party ' +
    'language draft grade grader year-old anniversary amendment hand hands generation born cousin nations world-war world violin ' +
    'command commandment century avenue street division brigade fleet army corps regiment row seat chapter page line paragraph'
  ).split(' '),
);

/** A noun that makes an ordinal an edition: "the 14th round", "the third annual". */
export const EDITIONS = new Set(
  'anniversary round edition session annual congress assembly plenum term birthday centenary volume chapter season episode series straight consecutive successive parallel'.split(
    ' ',
  ),
);

export const UNIT_MONTHS: Readonly<Record<string, number>> = {
  month: 1,
  months: 1,
  year: 12,
  years: 12,
  decade: 120,
  decades: 120,
  century: 1200,
  centuries: 1200,
};

export const SUPERLATIVES = new Set(
  'most least worst best fewest biggest largest highest lowest deadliest strongest weakest longest shortest steepest sharpest fastest slowest heaviest hottest coldest wettest driest smallest closest tightest widest bloodiest fiercest'.split(
    ' ',
  ),
);
