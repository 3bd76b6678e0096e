import type { ShownText } from '../../lib/model/localized';
import { Text } from '../base/Text';

/** "Gen Nakatani – Ahn Gyu-back": breaks at the dash rather than within a name. */
export function PairTitle({ first, second }: { readonly first: ShownText; readonly second: ShownText }) {
  return (
    <span>
      <Text value={first} class="name" /> – <Text value={second} class="name" />
    </span>
  );
}
