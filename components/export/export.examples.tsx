import type { TimelineModel } from '../../lib/briefing/view-models';
import { type Example, nothing, type Samples } from '../examples';
import { Brief } from '../look-up/Brief';
import { Panel } from '../panel/Panel';
import { PanelMessage } from '../panel/PanelMessage';
import { PanelNotice } from '../panel/PanelNotice';
import { stillReading } from '../panel/still-reading.examples';
import { SearchField } from '../search/SearchField';
import { PanelFrame } from './PanelFrame';
import { PanelMenu } from './PanelMenu';

interface State {
  readonly isHeld?: boolean;
  readonly isGone?: boolean;
  readonly said?: string;
}

/** The panel's menu, its rows' menus, what is said afterwards, and the panel while it is held. */
export function exportExamples({ briefings, card, words }: Samples): Example[] {
  const talks = briefings.talks2025;
  const search = (
    <SearchField
      text=""
      model={undefined}
      hasArticle
      words={words}
      onType={nothing}
      onOpen={nothing}
      onBrief={nothing}
    />
  );
  const held = (isGone: boolean) => ({
    title: talks.title,
    url: 'https://www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks',
    isOpen: !isGone,
  });
  const notice = (isGone: boolean) => (
    <PanelNotice held={held(isGone)} notice={null} words={words} onFollow={nothing} onAct={nothing} />
  );
  const panel = ({ isHeld = false, isGone = false, said }: State = {}) => (
    <PanelFrame keeper={null} briefing={talks} onCopy={nothing} said={said ?? null}>
      <Panel
        model={talks}
        words={words}
        order="near"
        notice={isHeld ? notice(isGone) : undefined}
        sinceOpen={new Set()}
        onToggleSince={nothing}
        onOpen={nothing}
        onReveal={nothing}
        onChangeDate={nothing}
        onOrder={nothing}
        reading={stillReading(talks)}
        search={search}
        menu={
          <PanelMenu
            words={words}
            isHeld={isHeld}
            onHold={nothing}
            onFollow={nothing}
            onCopy={nothing}
            onSave={nothing}
            onPrint={nothing}
            onCite={nothing}
            onOptions={nothing}
          />
        }
      />
    </PanelFrame>
  );
  const example = (name: string, view: Example['view'], press: readonly string[] = []): Example => ({
    name: `export-${name}`,
    page: 'sidepanel',
    view,
    press,
  });
  const lead = talks.timelines[0] as TimelineModel;
  const all = words.t('allVisits', { n: lead.before + lead.sameDay });
  const newest = lead.events.findLast(({ part }) => part !== 'since');
  const ofRow = words.t('factActions', { title: newest?.title.text ?? '' });
  const nakatani = card('talks2025', 'person/gen-nakatani');
  return [
    example('menu', panel(), [words.t('moreActions')]),
    example('held', panel({ isHeld: true })),
    example('held-menu', panel({ isHeld: true }), [words.t('moreActions')]),
    example('held-gone', panel({ isHeld: true, isGone: true })),
    example('copied', panel({ said: words.t('copied') })),
    example('report-copied', panel({ said: words.t('copiedReport') })),
    example('saved', panel({ said: words.t('downloadStarted', { file: '2025-09-08 Nakatani and Ahn meet.md' }) })),
    example('row-menu', panel(), [all, ofRow]),
    example(
      'card-menu',
      <PanelFrame keeper={null} briefing={null} onCopy={nothing} said={null}>
        <Brief
          text={nakatani.name.text}
          answer={{ state: 'known', cards: [nakatani] }}
          now={0}
          words={words}
          onBack={nothing}
          onOpen={nothing}
          search={search}
          onChoose={nothing}
          onRetry={nothing}
          onOptions={nothing}
        />
      </PanelFrame>,
      [words.t('factActions', { title: nakatani.name.text })],
    ),
    example(
      'held-empty',
      <PanelMessage
        status={{ state: 'empty', host: 'www.japantimes.co.jp', asOf: talks.asOf, packs: 1, coverageTo: null }}
        words={words}
        notice={notice(false)}
        isPrivate={false}
        onOnce={nothing}
        onAlways={nothing}
        onInsist={nothing}
        onAddPacks={nothing}
        search={search}
      />,
    ),
  ];
}
