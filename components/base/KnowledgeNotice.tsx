import type { NoticeAction, NoticeModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Text } from './Text';

interface Props {
  readonly notice: NoticeModel;
  readonly words: Words;
  readonly onAct: (action: NoticeAction) => void;
}

/** What popup and panel say above everything else while the stored knowledge is not as it should be, and what helps. */
export function KnowledgeNotice({ notice, words, onAct }: Props) {
  const actions = actionsOf(notice);
  return (
    <section class="notice knowledge-notice" role="status">
      {notice.kind === 'lost' ? <Lost {...notice} words={words} /> : <p>{troubleText(notice, words)}</p>}
      {actions.length > 0 && (
        <p class="knowledge-notice-actions">
          {actions.map((action) => (
            <button type="button" key={action} onClick={() => onAct(action)}>
              {actionLabel(action, words)}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

type LostNotice = Extract<NoticeModel, { kind: 'lost' }>;

function troubleText(notice: Exclude<NoticeModel, LostNotice>, words: Words): string {
  switch (notice.kind) {
    case 'storage':
      return words.t('troubleStorage');
    case 'newer':
      return words.t('troubleNewer');
    case 'unreachable':
      return words.t('troubleUnreachable');
    case 'blocked': {
      // The popup closes by itself as soon as anything else is pressed.
      const pages = notice.pages.filter((page) => page !== 'popup');
      const names = pages.map((page) => words.t(page === 'panel' ? 'panel' : 'optionsTitle'));
      return names.length > 0
        ? words.t('troubleBlocked', { pages: listOf(names, words) })
        : words.t('troubleBlockedAny');
    }
  }
}

const listOf = (names: readonly string[], { lang }: Words): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

function Lost({ packs, notesSafe, words }: LostNotice & { readonly words: Words }) {
  const fetched = packs.filter(({ file }) => file === null);
  const files = packs.filter(({ file }) => file !== null);
  return (
    <>
      <p>
        {words.t('packsLost')}
        {notesSafe && ` ${words.t('notesSafe')}`}
      </p>
      {fetched.length > 0 && <Packs label={words.t('lostFetched')} packs={fetched} />}
      {files.length > 0 && <Packs label={words.t('lostFiles')} packs={files} />}
    </>
  );
}

function Packs({ label, packs }: { readonly label: string; readonly packs: LostNotice['packs'] }) {
  return (
    <div class="small">
      <p>{label}</p>
      <ul>
        {packs.map(({ title, file }) => (
          <li key={`${title.text} ${file}`} class="name">
            <Text value={title} />
            {file !== null && <span class="quiet"> {file}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function actionsOf(notice: NoticeModel): readonly NoticeAction[] {
  switch (notice.kind) {
    case 'storage':
    case 'blocked':
      return ['retry'];
    case 'unreachable':
      return ['retry', 'start-afresh', 'backup'];
    case 'newer':
      return [];
    case 'lost':
      return [
        ...(notice.packs.some(({ file }) => file === null) ? (['restore'] as const) : []),
        ...(notice.packs.some(({ file }) => file !== null) ? (['options'] as const) : []),
        ...(notice.notesSafe ? [] : (['backup'] as const)),
        'dismiss',
      ];
  }
}

function actionLabel(action: NoticeAction, words: Words): string {
  switch (action) {
    case 'retry':
      return words.t('tryAgain');
    case 'start-afresh':
      return words.t('startAfresh');
    case 'restore':
      return words.t('restore');
    case 'options':
      return words.t('optionsTitle');
    case 'backup':
      return words.t('backupOpen');
    case 'dismiss':
      return words.t('noticeDismiss');
  }
}
