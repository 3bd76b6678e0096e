import type { FoundSubject, HistoryModel, OwnModel } from '../../lib/briefing/own-models';
import type { Reference } from '../../lib/model/ids';
import type { ArticleSubject, OwnRecord, RecordSubject, Rule } from '../../lib/model/own';
import { type Example, nothing, type Samples } from '../examples';
import { OptionsPage } from '../options/OptionsPage';
import { Panel } from '../panel/Panel';
import { stillReading } from '../panel/still-reading.examples';
import { EraseAll } from './EraseAll';
import { HistorySettings } from './HistorySettings';
import { NameForm } from './NameForm';
import { NotIt } from './NotIt';
import { OwnSection } from './OwnSection';
import type { OwnActions } from './own-actions';
import { ownSection } from './own-sections';
import { OwnTools } from './own-tools';
import { ThingTools } from './ThingTools';
import { UndoLine } from './UndoLine';

const record = (id: string, type: RecordSubject['type'], name: RecordSubject['name']): RecordSubject => ({
  kind: 'record',
  reference: `japan-rok-defense:${id}` as Reference,
  type,
  name,
  sameAs: [],
});
const NAKATANI = record('person/gen-nakatani', 'person', { en: 'Gen Nakatani', ja: '中谷元', ko: '나카타니 겐' });
const AHN = record('person/ahn-gyu-back', 'person', { en: 'Ahn Gyu-back', ja: '安圭伯', ko: '안규백' });
const LONG = record('organisation/msdf', 'organisation', {
  en: 'Japan Maritime Self-Defense Force Training Support Command',
  ja: '海上自衛隊練習支援集団司令部および関係部隊',
  ko: '해상자위대 훈련지원집단 사령부 및 관계 부대',
});
const ARTICLE: ArticleSubject = {
  kind: 'article',
  url: 'https://www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks/',
  host: 'www.japantimes.co.jp',
  title: 'Nakatani and Ahn meet in Seoul for first visit by a Japanese defense chief in a decade',
  siteName: 'The Japan Times',
  lang: 'en',
  day: '2025-09-08',
};
const OTHER: ArticleSubject = {
  ...ARTICLE,
  url: 'https://www.asahi.com/a',
  host: 'www.asahi.com',
  title: '日韓防衛相会談',
  siteName: '朝日新聞',
  lang: 'ja',
  day: '2024-07-28',
};
const NOTE = 'Ask about the radar row: was the 2018 text agreed?\n合意文はどこに。다음에 확인.';

const pin = (subject: RecordSubject | ArticleSubject, at: number): OwnRecord<'pins'> => ({
  id: subject.kind === 'record' ? subject.reference : `article:${subject.url}`,
  value: { subject, at },
});
const EMPTY: OwnModel = { pins: [], notes: [], names: [], rules: [], article: null, storedAs: {}, isPrivate: false };
const rule = (id: string, fields: Partial<Rule>): OwnRecord<'rules'> => ({
  id,
  value: { form: null, subject: NAKATANI, scope: { kind: 'everywhere' }, instead: null, at: 1, ...fields },
});
const FULL: OwnModel = {
  ...EMPTY,
  article: ARTICLE,
  pins: [pin(NAKATANI, 5), pin(LONG, 4), pin(OTHER, 3)],
  notes: [
    { id: NAKATANI.reference, value: { subject: NAKATANI, text: NOTE, at: 5 } },
    { id: `article:${ARTICLE.url}`, value: { subject: ARTICLE, text: 'x'.repeat(300), at: 2 } },
  ],
  names: [
    {
      id: 'trc',
      value: {
        text: 'TRC',
        means: { kind: 'own', title: 'Thursday Reading Circle', sentence: 'Meets in the library; Mina runs it.' },
        at: 2,
      },
    },
    { id: '겐짱', value: { text: '겐짱', means: NAKATANI, at: 1 } },
  ],
  rules: [
    rule('1', { form: 'Nakatani', instead: AHN, scope: { kind: 'site', host: 'www.japantimes.co.jp' } }),
    rule('2', { subject: LONG }),
    rule('3', { form: '中谷', scope: { kind: 'article', url: ARTICLE.url } }),
    rule('4', { instead: AHN }),
  ],
};
const HISTORY: HistoryModel = {
  isOn: true,
  days: 30,
  count: 620,
  entries: [
    {
      article: ARTICLE,
      at: Date.UTC(2026, 10, 25, 5, 5),
      names: ['Gen Nakatani', 'Ahn Gyu-back', 'Shigeru Ishiba', 'Lee Jae Myung'],
    },
    { article: { ...OTHER, day: null }, at: Date.UTC(2026, 10, 24, 5, 5), names: [] },
  ],
};
const OFF: HistoryModel = { isOn: false, days: 30, count: 0, entries: [] };

const actions: OwnActions = {
  onPut: nothing,
  onRemove: nothing,
  onUndo: nothing,
  onNote: nothing,
  onOpen: nothing,
  onNotIt: nothing,
};
const NOT_FOUND = { text: 'Moss', subjects: [] };

/** What is the reader's own: in the panel, and in the options. */
export function ownExamples({ words, briefings }: Samples): Example[] {
  const found: readonly FoundSubject[] = [
    { subject: AHN, role: { text: words.t('type_person'), lang: words.lang } },
    { subject: LONG, role: null },
  ];
  const panel = (name: string, view: Example['view'], press: readonly string[] = []): Example => ({
    name: `own-${name}`,
    page: 'sidepanel',
    view: (
      <main class="panel">
        <h1 class="visually-hidden">{words.t('extName')}</h1>
        {view}
      </main>
    ),
    press,
  });
  const section = (model: OwnModel, history: HistoryModel) => (
    <OwnSection
      model={model}
      asOfDay="2025-09-08"
      history={history}
      saving="idle"
      words={words}
      actions={actions}
      historyActions={{ onChoose: nothing, onForget: nothing }}
      onAddName={nothing}
    />
  );
  const tools = (saving: Parameters<typeof ThingTools>[0]['saving'], note: string | null) => (
    <div class="cast-row">
      <p>
        <strong>Gen Nakatani</strong>
      </p>
      <span />
      <ThingTools
        name={{ text: 'Gen Nakatani', lang: 'en' }}
        isPinned
        note={note}
        saving={saving}
        words={words}
        onPin={nothing}
        onNote={nothing}
        onRemoveNote={nothing}
        onNotIt={nothing}
      />
    </div>
  );
  const options = (
    name: string,
    model: OwnModel,
    state: 'idle' | 'erased' | 'failed',
    press: readonly string[] = [],
  ): Example => ({
    name: `own-options-${name}`,
    page: 'options',
    view: (
      <OptionsPage
        sections={[
          {
            id: 'privacy',
            title: words.t('optionsPrivacy'),
            content: <HistorySettings {...HISTORY} words={words} onChoose={nothing} onClear={nothing} />,
          },
          ownSection({ own: { model, found: NOT_FOUND, undoable: null, actions, onFind: nothing }, words }),
          {
            id: 'data',
            title: words.t('optionsData'),
            content: <EraseAll state={state} words={words} onErase={nothing} />,
          },
        ]}
        current="own"
        words={words}
      />
    ),
    press,
  });
  const notIt = (
    form: string | null,
    article: ArticleSubject | null,
    subjects: readonly FoundSubject[] | null,
  ): Example => ({
    name: `own-not-it-${form === null ? 'any-form' : 'form'}`,
    page: 'sidepanel',
    view: (
      <NotIt
        subject={NAKATANI}
        form={form}
        article={article}
        found={{ text: form ?? '', subjects }}
        words={words}
        onFind={nothing}
        onSave={nothing}
        onBack={nothing}
      />
    ),
  });
  const pinned = words.t('pinsAndNotesCount', { n: 4 });
  const talks = briefings.talks2025;
  const visits = talks.timelines[0];
  const events = (['before', 'since'] as const).flatMap((part) => {
    const event = visits?.events.find((one) => one.part === part);
    if (!event) return [];
    const name = { [event.title.lang]: event.title.text };
    return [pin({ kind: 'record', reference: event.reference, type: 'event', name, sameAs: [], date: event.date }, 1)];
  });
  const withEvents = section({ ...EMPTY, article: ARTICLE, pins: events }, OFF);
  const pinnedEvents = words.t('pinsAndNotesCount', { n: events.length });
  const all = words.t('allVisits', { n: (visits?.before ?? 0) + (visits?.sameDay ?? 0) });
  /** The panel of an article, in which some things are pinned and noted. */
  const inPanel = (name: string, press: readonly string[]): Example => ({
    name: `own-in-panel-${name}`,
    page: 'sidepanel',
    view: (
      <OwnTools.Provider
        value={(thing) => (
          <ThingTools
            name={thing.name}
            isPinned={thing.reference === NAKATANI.reference}
            note={thing.reference === NAKATANI.reference ? NOTE : null}
            saving="idle"
            words={words}
            onPin={nothing}
            onNote={nothing}
            onRemoveNote={nothing}
            onNotIt={thing.isNamed ? nothing : undefined}
          />
        )}
      >
        <Panel
          model={{ ...talks, cast: talks.cast.map((row, i) => (i === 1 ? { ...row, isPrivate: true } : row)) }}
          words={words}
          order="near"
          sinceOpen={new Set()}
          onToggleSince={nothing}
          onOpen={nothing}
          onReveal={nothing}
          onChangeDate={nothing}
          onOrder={nothing}
          reading={stillReading(talks)}
          search={null}
          own={section(FULL, OFF)}
        />
      </OwnTools.Provider>
    ),
    press,
  });
  return [
    inPanel('cast', []),
    inPanel('list', [all]),
    panel('closed', section(FULL, OFF)),
    panel('pins', section(FULL, OFF), [pinned]),
    panel('pins-none', section({ ...EMPTY, isPrivate: true }, OFF), [words.t('pinsAndNotes')]),
    panel('pins-events', withEvents, [pinnedEvents]),
    panel('pins-events-since', withEvents, [pinnedEvents, words.t('sinceCount', { n: 1 })]),
    panel('history-off', section(EMPTY, OFF), [words.t('history')]),
    panel('history', section(EMPTY, HISTORY), [words.t('history')]),
    panel('history-clear', section(EMPTY, HISTORY), [words.t('history'), words.t('historyClear')]),
    panel('tools-note', tools('saved', NOTE), ['']),
    panel('tools-failed', tools('failed', NOTE), ['', words.t('editNote')]),
    panel(
      'undo',
      <UndoLine undoable={{ kind: 'removed', name: LONG.name[words.lang] ?? '' }} words={words} onUndo={nothing} />,
    ),
    panel(
      'name-form',
      <div>
        <NameForm
          text="Moss"
          means={null}
          found={{ text: 'Moss', subjects: found }}
          words={words}
          onFind={nothing}
          onSave={nothing}
          onCancel={nothing}
        />
      </div>,
    ),
    notIt('Nakatani', ARTICLE, found),
    notIt(null, null, []),
    options('full', FULL, 'idle', [words.t('eraseButton')]),
    options('empty', EMPTY, 'erased', [words.t('addName')]),
  ];
}
