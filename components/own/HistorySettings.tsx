import { HISTORY_DAYS, type HistoryDays } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import { Chips } from '../base/Chips';
import { SayTwice } from './SayTwice';

interface Props {
  readonly isOn: boolean;
  readonly days: HistoryDays;
  /** How many articles are kept. */
  readonly count: number;
  readonly words: Words;
  readonly onChoose: (choice: { isOn: boolean; days: HistoryDays }) => void;
  readonly onClear: () => void;
}

/** The switch of the history, with what is kept and for how long beside it. */
export function HistorySettings({ isOn, days, count, words, onChoose, onClear }: Props) {
  return (
    <div class="history-settings">
      <label class="check own-switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          onChange={({ currentTarget }) => onChoose({ isOn: currentTarget.checked, days })}
        />
        {words.t('historySwitch')}
      </label>
      <p class="small quiet">{words.t('historyWhat')}</p>
      <Chips
        label={words.t('historyKeep')}
        options={HISTORY_DAYS.map((value) => ({
          value: String(value),
          label: value === 0 ? words.t('historyForever') : words.t('historyDays', { n: value }),
        }))}
        value={String(days)}
        onChange={(value) => onChoose({ isOn, days: Number(value) as HistoryDays })}
      />
      {count > 0 && (
        <SayTwice
          ask={words.t('historyClear')}
          question={words.t('historyClearAsk', { n: count })}
          keep={words.t('cancel')}
          onYes={onClear}
        />
      )}
    </div>
  );
}
