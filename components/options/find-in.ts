/** As a reader types it: width, case and spaces make no difference. */
const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** All that is said in an element, to eyes or to assistive technology. */
function saidIn(element: Element): string {
  const labels = [...element.querySelectorAll('[aria-label]')].map((labelled) => labelled.getAttribute('aria-label'));
  return fold([element.textContent, ...labels].join(' '));
}

/**
 * Shows of a page's sections, and of the settings (`.setting`) in them, those that say all of the words, and hides the
 * rest. A section whose title says them is shown whole. The ids of the sections that are shown; `null` when nothing is
 * looked for.
 */
export function findIn(page: Element, wanted: string): ReadonlySet<string> | null {
  const terms = fold(wanted).split(' ').filter(Boolean);
  const says = (element: Element | null) => {
    const text = element ? saidIn(element) : '';
    return terms.every((term) => text.includes(term));
  };
  const shown = new Set<string>();
  for (const section of page.querySelectorAll<HTMLElement>(':scope > section')) {
    const isWhole = says(section.querySelector('h2'));
    section.hidden = !isWhole && !says(section);
    if (!section.hidden) shown.add(section.id);
    for (const setting of section.querySelectorAll<HTMLElement>('.setting')) {
      setting.hidden = !isWhole && !says(setting) && [...section.querySelectorAll('.setting')].some(says);
    }
  }
  return terms.length === 0 ? null : shown;
}
