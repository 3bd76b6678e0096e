import type { Words } from '../../lib/briefing/words';
import type { ShownText } from '../../lib/model/localized';
import type { Capacity } from '../../lib/model/pack';
import { Phrase } from './Phrase';
import { Text } from './Text';

interface Props {
  readonly title: ShownText;
  readonly capacity?: Capacity | undefined;
  readonly words: Words;
}

/** The title of an office and, for who is not fully in it, the word that says so: "Acting", "Nominated". */
export function OfficeText({ title, capacity = 'full', words }: Props) {
  const text = <Text value={title} class="name" />;
  return capacity === 'full' ? text : <Phrase words={words} name={`capacity_${capacity}`} parts={{ title: text }} />;
}
