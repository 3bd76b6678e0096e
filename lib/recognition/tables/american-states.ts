/**
 * States of the United States and provinces of Canada as newspapers write them behind a town, in full and as the
 * Associated Press abbreviates them. "Georgia", "Washington" and "New York" are left out in full: behind a comma they
 * are as often the next of a list of countries or cities.
 */
const UNITED_STATES = `
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa
Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada
New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island
South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming
Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Ky.|La.|Md.|Mass.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nev.
N.H.|N.J.|N.M.|N.Y.|N.C.|N.D.|Okla.|Ore.|Pa.|R.I.|S.C.|S.D.|Tenn.|Vt.|Va.|Wash.|W.Va.|Wis.|Wyo.
`;
const CANADA = `
Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|Saskatchewan
Alta.|B.C.|Man.|N.B.|N.S.|Ont.|P.E.I.|Que.|Sask.
`;

/** States and provinces, each with its country's name; by their first letter, longest first. */
const byFirst = new Map<string, (readonly [state: string, country: string])[]>();
for (const [list, country] of [
  [UNITED_STATES, 'United States'],
  [CANADA, 'Canada'],
] as const) {
  for (const state of list.trim().split(/[|\n]/)) {
    const states = byFirst.get(state.charAt(0)) ?? [];
    byFirst.set(state.charAt(0), states);
    states.push([state, country]);
  }
}
for (const states of byFirst.values()) states.sort(([a], [b]) => b.length - a.length);

/** The state or province that stands at a place of the text: its length, and the name of its country. */
export function stateAt(text: string, at: number): { readonly length: number; readonly country: string } | null {
  const found = byFirst.get(text.charAt(at))?.find(([state]) => text.startsWith(state, at));
  return found ? { length: found[0].length, country: found[1] } : null;
}
