import type { AccountModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import { Phrase } from '../base/Phrase';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';

interface Props {
  readonly accounts: readonly AccountModel[];
  readonly asOf: AsOf;
  readonly words: Words;
}

/** Where the parties disagree: both accounts, in equal room, each with its own source, and no verdict of ours. */
export function Accounts({ accounts, asOf, words }: Props) {
  return (
    <div class="accounts">
      <div class="accounts-columns">
        {accounts.map((account) => (
          <section key={account.by.text}>
            <h2>
              <Phrase words={words} name="partySays" parts={{ party: <Text value={account.by} class="name" /> }} />
            </h2>
            <p>
              <Text value={account.text} />
            </p>
            <SourceList sources={account.sources} words={words} asOfDay={asOf.day} named={1} />
          </section>
        ))}
      </div>
      <p class="not-settled">{words.t('notSettled')}</p>
    </div>
  );
}
