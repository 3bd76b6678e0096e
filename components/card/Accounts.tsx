/** Where the parties disagree: both accounts, in equal room, each with its own sources, and no verdict of ours. */
import type { AccountModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';

interface Props {
  readonly accounts: readonly AccountModel[];
  readonly words: Words;
}

export function Accounts({ accounts, words }: Props) {
  return (
    <section class="accounts">
      <div class="accounts-columns">
        {accounts.map((account) => (
          <div key={account.by.text}>
            <h2>{words.t('partySays', { party: account.by.text })}</h2>
            <p>
              <Text value={account.text} />
            </p>
            <SourceList sources={account.sources} words={words} />
          </div>
        ))}
      </div>
      <p class="accounts-open">{words.t('notSettled')}</p>
    </section>
  );
}
