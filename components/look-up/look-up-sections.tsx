import type { ComponentChildren } from 'preact';
import type { RequestModel } from '../../lib/briefing/look-up-models';
import type { Words } from '../../lib/briefing/words';
import type { OptionsSection } from '../options/OptionsPage';
import { LookUpSettings } from './LookUpSettings';
import { RequestList } from './RequestList';

interface Props {
  readonly consent: { readonly isOn: boolean; readonly isDeclined: boolean; readonly set: (on: boolean) => void };
  readonly requests: readonly RequestModel[] | null;
  readonly onClear: () => void;
  readonly words: Words;
  /** What else there is under Privacy. */
  readonly privacy?: ComponentChildren;
}

/** The sections on what leaves the device: consent to look-ups, and the list of every request. */
export function lookUpSections({ consent, requests, onClear, words, privacy }: Props): OptionsSection[] {
  return [
    {
      id: 'look-ups',
      title: words.t('optionsLookUps'),
      content: (
        <LookUpSettings isOn={consent.isOn} isDeclined={consent.isDeclined} words={words} onSwitch={consent.set} />
      ),
    },
    {
      id: 'privacy',
      title: words.t('optionsPrivacy'),
      content: (
        <>
          {privacy}
          <RequestList requests={requests} words={words} onClear={onClear} />
        </>
      ),
    },
  ];
}
