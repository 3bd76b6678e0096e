import type { Words } from '../../lib/briefing/words';
import type { OptionsSection } from '../options/OptionsPage';
import { NamesAndRules } from './NamesAndRules';

interface Props {
  readonly own: Omit<Parameters<typeof NamesAndRules>[0], 'words'> | null;
  readonly words: Words;
}

/** The section of the options on the reader's own names and rules. */
export const ownSection = ({ own, words }: Props): OptionsSection => ({
  id: 'own',
  title: words.t('optionsOwn'),
  content: own && <NamesAndRules {...own} words={words} />,
});
