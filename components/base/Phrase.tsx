import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly words: Words;
  /** Key of the message. */
  readonly name: string;
  /** What stands at each placeholder. */
  readonly parts: Readonly<Record<string, ComponentChildren>>;
}

/** Cannot occur in a message. */
const CUT = '\u0000';

/**
 * A message whose placeholders are elements: each language keeps its own order of words, and a foreign name in the
 * middle keeps its own `lang`.
 */
export function Phrase({ words, name, parts }: Props) {
  const marked = Object.fromEntries(Object.keys(parts).map((part) => [part, `${CUT}${part}${CUT}`]));
  const pieces = words.t(name, marked).split(CUT);
  return <>{pieces.map((piece, i) => (i % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece]}</Fragment>))}</>;
}
