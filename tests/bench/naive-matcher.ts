/**
 * The peer of the matcher: what anybody would write first. The folded names in a Map, and from every word start the
 * longest piece of the text that is one of them. It folds and cuts words as the extension does and does nothing else.
 */
import { isStart, isStep } from '../../lib/recognition/steps';
import { fold } from '../../lib/text/fold';

export interface NaiveMatch {
  readonly form: number;
  readonly start: number;
  readonly end: number;
}

/** Compiles the peer from the index's own forms, by their numbers. Word ends are found once a text, so that only the look-ups count. */
export function createNaiveMatcher(ownForms: readonly string[]): (text: string) => NaiveMatch[] {
  const forms = new Map(ownForms.map((text, form) => [text, form]));
  const mostSteps = Math.max(...Array.from(forms.keys(), (form) => stepsOf(form).length - 1));
  return (original) => {
    const { text } = fold(original);
    const steps = stepsOf(text);
    const matches: NaiveMatch[] = [];
    for (let first = 0; first < steps.length - 1; first++) {
      const start = steps[first] as number;
      if (!isStart(text, start)) continue;
      for (let last = Math.min(steps.length - 1, first + mostSteps); last > first; last--) {
        const end = steps[last] as number;
        const form = forms.get(text.slice(start, end));
        if (form === undefined) continue;
        matches.push({ form, start, end });
        first = last - 1;
        break;
      }
    }
    return matches;
  };
}

/** Where a name may begin or end in folded text. */
function stepsOf(text: string): number[] {
  const steps: number[] = [];
  for (let i = 0; i <= text.length; i++) if (isStep(text, i)) steps.push(i);
  return steps;
}
