import type { Words } from '../../lib/briefing/words';
import type { ShownText } from '../../lib/model/localized';
import type { Capacity } from '../../lib/model/pack';
import { Text } from './Text';

interface Props {
  readonly title: ShownText;
  readonly capacity?: Capacity | undefined;
  readonly words: Words;
}

/** The title of an office, with the word before it for who is not fully in it: "Acting", "Nominated". */
export function OfficeText({ title, capacity = 'full', words }: Props) {
  return (
    <>
      {capacity !== 'full' && `${words.t(`capacity_${capacity}`)} `}
      <Text value={title} class="name" />
    </>
  );
}
