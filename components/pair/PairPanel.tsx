import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PairModel, PairStep } from '../../lib/briefing/pair-models';
import type { TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { BackButton } from '../base/BackButton';
import { Disclosure } from '../base/Disclosure';
import { OfficeText } from '../base/OfficeText';
import { Text } from '../base/Text';
import { ReadAsLine } from '../panel/Header';
import { PairTitle } from './PairTitle';

interface Props {
  /** `null`: one of the names is not known any more. */
  readonly model: PairModel | null;
  readonly words: Words;
  /** The body of a step's timeline. */
  readonly timeline: (model: TimelineModel) => ComponentChildren;
  readonly onBack: () => void;
  /** Where it is read as of another day than the article's: returns to that. */
  readonly onBackToArticle?: (() => void) | undefined;
}

type Kind = PairStep['kind'];

/** What lies between two names, in three steps down, the first that holds something open. */
export function PairPanel({ model, words, timeline, onBack, onBackToArticle }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const isKnown = model !== null;
  // Once: another day of the same two moves nothing.
  useLayoutEffect(() => title.current?.focus(), [isKnown]);
  return (
    <main class="panel pair-panel">
      <BackButton words={words} onBack={onBack} />
      {model ? (
        <>
          <header>
            <h1 class="pair-title" ref={title} tabIndex={-1}>
              <PairTitle first={model.sides[0].name} second={model.sides[1].name} />
            </h1>
            {onBackToArticle ? (
              <ReadAsLine day={model.asOf.day} words={words} onBack={onBackToArticle} />
            ) : (
              <p>
                <time class="as-of dates" dateTime={model.asOf.day}>
                  {words.date(model.asOf.day, { weekday: true })}
                </time>
              </p>
            )}
            <dl class="pair-sides small">
              {model.sides.map(({ reference, name, native, role, capacity }) => (
                <div key={reference}>
                  <dt>
                    <Text value={name} class="name" />
                    {native && (
                      <>
                        {' '}
                        <Text value={native} class="name quiet" />
                      </>
                    )}
                  </dt>
                  {role && (
                    <dd class="quiet">
                      <OfficeText title={role} capacity={capacity} words={words} />
                    </dd>
                  )}
                </div>
              ))}
            </dl>
          </header>
          <Steps key={model.sides.map(({ reference }) => reference).join(' ')} {...{ model, words, timeline }} />
        </>
      ) : (
        <h1 class="pair-unknown">{words.t('pairUnknown')}</h1>
      )}
    </main>
  );
}

function Steps({ model, words, timeline }: Pick<Props, 'words' | 'timeline'> & { readonly model: PairModel }) {
  // What the reader has opened or closed by hand; else the first that holds something is open.
  const [chosen, setChosen] = useState<Partial<Record<Kind, boolean>>>({});
  const first = model.steps.find(({ count }) => count > 0);
  const further = first && first.kind !== 'names' ? first : null;
  const steps = useRef<HTMLDivElement>(null);
  return (
    <div ref={steps} class="pair-steps">
      {model.steps.map((step) => (
        <Step
          key={step.kind}
          step={step}
          words={words}
          isOpen={step.timeline !== null && (chosen[step.kind] ?? step === first)}
          onToggle={(isOpen) => setChosen({ ...chosen, [step.kind]: isOpen })}
          further={
            step.kind === 'names' && further ? (
              <button
                type="button"
                class="link figures"
                onClick={() => {
                  setChosen({ ...chosen, [further.kind]: true });
                  steps.current?.querySelector<HTMLElement>(`[data-step="${further.kind}"]`)?.focus();
                }}
              >
                {words.t(further.kind === 'posts' ? 'pairToPosts' : 'pairToCountries', { n: further.count })}
              </button>
            ) : null
          }
        >
          {step.timeline && timeline(step.timeline)}
        </Step>
      ))}
    </div>
  );
}

interface StepProps {
  readonly step: PairStep;
  readonly words: Words;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Stands behind what says that there is nothing: where there is something. */
  readonly further: ComponentChildren;
  readonly children: ComponentChildren;
}

function Step({ step, words, isOpen, onToggle, further, children }: StepProps) {
  const id = useId();
  const { kind, between, count, timeline } = step;
  const heading = (
    <>
      {words.t(`pair_${kind}`)} <span class="quiet figures">({words.number(count)})</span>
    </>
  );
  return (
    <section class="pair-step">
      <h2>
        {timeline ? (
          <Disclosure data-step={kind} isOpen={isOpen} controls={id} onToggle={() => onToggle(!isOpen)}>
            <span>{heading}</span>
          </Disclosure>
        ) : (
          heading
        )}
      </h2>
      {kind !== 'names' && between && (
        <p class="small quiet">
          <PairTitle first={between[0]} second={between[1]} />
        </p>
      )}
      {!timeline && (
        <p class="small quiet">
          {emptyText(step, words)} {further}
        </p>
      )}
      {isOpen && <div id={id}>{children}</div>}
    </section>
  );
}

function emptyText({ kind, between }: PairStep, words: Words): string {
  if (kind === 'names') return words.t('pairNothing');
  if (between) return words.t(`pairNone_${kind}`);
  return words.t(kind === 'posts' ? 'pairNoPosts' : 'pairNoCountries');
}
