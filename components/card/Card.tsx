import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Text } from '../base/Text';
import { CardBody } from './CardBody';
import { CardFrame } from './CardFrame';
import { NameForms } from './NameForms';
import { Why } from './Why';

interface Props {
  readonly model: CardModel;
  readonly words: Words;
  readonly pinned: boolean;
  /** "Not it" was pressed: only the way back is offered. */
  readonly hidden: boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly onOpenBriefing: () => void;
  readonly onNotIt: () => void;
  readonly onUndo: () => void;
  /** A lasting rule is made in the panel: the card changes nothing. */
  readonly onAlways: () => void;
}

/** The card at a name: who this is on the article's day, what lies behind the article, and where that is from. */
export function Card({
  model,
  words,
  pinned,
  hidden,
  onPin,
  onClose,
  onOpenBriefing,
  onNotIt,
  onUndo,
  onAlways,
}: Props) {
  const [explains, setExplains] = useState(false);
  // The button that was pressed is gone: the focus goes to the way back.
  const undo = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (hidden) undo.current?.focus();
  }, [hidden]);
  return (
    <CardFrame
      words={words}
      title={<Text value={model.name} />}
      under={<NameForms model={model} words={words} />}
      announcement={announce(model, words)}
      pin={{ pinned, onPin }}
      onClose={onClose}
    >
      {hidden ? (
        <p class="card-hidden" role="status">
          {words.t('hiddenHere')}{' '}
          <button ref={undo} type="button" class="link" onClick={onUndo}>
            {words.t('undo')}
          </button>
          <span aria-hidden="true"> · </span>
          <button type="button" class="link" onClick={onAlways}>
            {words.t('alwaysRule')}
          </button>
        </p>
      ) : explains && model.why ? (
        <Why model={model.why} words={words} />
      ) : (
        <CardBody model={model} words={words} />
      )}
      <footer class="card-foot">
        <button type="button" class="link" onClick={onOpenBriefing}>
          {words.t('openBriefing')}
        </button>
        {!hidden && (
          <span class="card-doubts">
            {model.why && (
              <>
                <button type="button" class="link" aria-expanded={explains} onClick={() => setExplains(!explains)}>
                  {words.t('whyThis')}
                </button>
                <span aria-hidden="true">·</span>
              </>
            )}
            <button type="button" class="link" onClick={onNotIt}>
              {words.t('notIt')}
            </button>
          </span>
        )}
      </footer>
    </CardFrame>
  );
}

/** "Gen Nakatani, person, name 1 of 15. On 8 September 2025 Minister of Defense of Japan." */
function announce({ name, type, position, roles, others, asOf }: CardModel, words: Words): string {
  const said = { name: name.text, type: words.t(`type_${type}`) };
  const sentences = [
    position
      ? words.t('announcePosition', { ...said, index: position.index, count: position.of })
      : words.t('announceName', said),
  ];
  const lines = [roles, ...others.map((section) => section.roles)].flatMap((block) => block?.lines ?? []);
  const held = lines.filter(({ when }) => when === 'since' || when === 'starts' || when === 'ends');
  if (held.length > 0) {
    const spoken = held.map(({ title, capacity }) =>
      capacity === 'full' ? title.text : words.t(`capacity_${capacity}`, { title: title.text }),
    );
    const role = new Intl.ListFormat(words.lang).format(spoken);
    sentences.push(words.t('announceRole', { date: words.date(asOf.day, { long: true }), role }));
  }
  return sentences.join(' ');
}
