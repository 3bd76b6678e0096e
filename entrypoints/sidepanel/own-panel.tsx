/** What is the reader's own, in the panel: its section, the tools at a name, and the pages on which a rule or a name is made. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { BackButton } from '../../components/base/BackButton';
import { PageStack } from '../../components/entity/PageStack';
import { NameForm } from '../../components/own/NameForm';
import { NotIt } from '../../components/own/NotIt';
import { OwnSection } from '../../components/own/OwnSection';
import type { OwnActions } from '../../components/own/own-actions';
import { OwnTools, type Thing } from '../../components/own/own-tools';
import { subjectName } from '../../components/own/subject-text';
import { ThingTools } from '../../components/own/ThingTools';
import { UndoLine } from '../../components/own/UndoLine';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { openTab } from '../../lib/platform/tabs';
import { useHistory } from '../../lib/ui/use-history';
import { useLastFocus } from '../../lib/ui/use-last-focus';
import { useOwn } from '../../lib/ui/use-own';
import { useFinder, useOwnRequest } from '../../lib/ui/use-own-request';

interface OwnPanel {
  readonly section: ComponentChildren;
  /** Something lies on the rest. */
  readonly isCovering: boolean;
  /** The rest of the panel, with what the reader can do with each thing in it; on top what they were asked to decide. */
  readonly around: (content: ComponentChildren) => ComponentChild;
}

/** What is read in the panel: a tab's article, or the one that it is held on. */
interface Read {
  readonly tabId: number | null;
  /** -1: what the tab shows. */
  readonly heldBy: number;
  /** The day that is read; `null` where there is no article. */
  readonly asOfDay: string | null;
}

/** `open`: opens the page of something that the packs know. */
export function useOwnPanel(
  { tabId, heldBy, asOfDay }: Read,
  open: (reference: Reference) => void,
): (words: Words) => OwnPanel {
  const own = useOwn(tabId ?? -1, heldBy);
  const { found, find } = useFinder(tabId ?? -1, heldBy);
  const { request, subject, ask, close } = useOwnRequest(tabId, find);
  useLastFocus(request !== null);
  const history = useHistory();
  const { model, saving } = own;

  return (words) => {
    const actions: OwnActions = {
      onPut: own.put,
      onRemove: own.remove,
      onUndo: own.undo,
      onNote: own.note,
      onOpen: (of) => (of.kind === 'article' ? void openTab(of.url) : open(of.reference)),
      onNotIt: (reference) => ask({ kind: 'not-it', reference, surface: '' }),
    };
    const undo = <UndoLine undoable={own.undoable} words={words} onUndo={own.undo} />;
    const tools = ({ reference, name, isNamed = false }: Thing) => {
      if (!model) return null;
      const id = model.storedAs[reference] ?? reference;
      const note = model.notes.find((one) => one.id === id);
      const isPinned = model.pins.some((one) => one.id === id);
      const withSubject = (then: (of: NonNullable<typeof subject>) => void) =>
        void own.subject(reference).then((of) => of?.kind === 'record' && then(of));
      return (
        <ThingTools
          name={name}
          isPinned={isPinned}
          note={note?.value.text ?? null}
          saving={saving}
          words={words}
          onPin={() =>
            isPinned
              ? own.remove('pins', id, name.text)
              : withSubject((of) => own.put({ table: 'pins', value: { subject: of, at: 0 } }))
          }
          onNote={(text) => own.note(note?.value.subject ?? reference, text)}
          onRemoveNote={() => own.remove('notes', id, name.text)}
          onNotIt={isNamed ? () => actions.onNotIt(reference) : undefined}
        />
      );
    };
    const section = model && (
      <>
        <OwnSection
          model={model}
          asOfDay={asOfDay}
          history={history.model}
          saving={saving}
          words={words}
          actions={actions}
          historyActions={history}
          onAddName={() => ask({ kind: 'name', text: '' })}
        />
        {undo}
      </>
    );
    const page = pageOf(words);
    const around = (content: ComponentChildren) => (
      <OwnTools.Provider value={tools}>
        <PageStack pages={page ? [{ key: 'asked', view: page }] : []}>{content}</PageStack>
      </OwnTools.Provider>
    );
    return { section, isCovering: page !== null, around };
  };

  function pageOf(words: Words): ComponentChildren {
    if (request?.kind === 'not-it') {
      // Where a rule holds is asked beside the article, once that is known.
      if (!subject || !model) return null;
      const form = request.surface === '' ? null : request.surface;
      return (
        <NotIt
          key={`${request.reference} ${request.surface}`}
          subject={subject}
          form={form}
          article={model.article}
          found={found}
          words={words}
          onFind={find}
          onSave={(rule) => {
            own.put({ table: 'rules', value: { ...rule, at: 0 } }, form ?? subjectName(subject, words).text);
            close();
          }}
          onBack={close}
        />
      );
    }
    if (request?.kind !== 'name') return null;
    return (
      <main class="panel brief">
        <BackButton words={words} onBack={close} />
        <div>
          <h1 class="brief-name">{words.t('addName')}</h1>
          <NameForm
            key={request.text}
            text={request.text}
            means={null}
            found={found}
            words={words}
            onFind={find}
            onSave={(name) => {
              own.put({ table: 'names', value: { ...name, at: 0 } }, name.text);
              close();
            }}
            onCancel={close}
          />
        </div>
      </main>
    );
  }
}
