import { useId } from 'preact/hooks';
import { pointersIn } from '../../lib/briefing/pointers-in';
import type { ClaimModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Disclosure } from '../base/Disclosure';
import { useKept } from '../base/kept';
import { Phrase } from '../base/Phrase';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';
import { Missing } from './Missing';
import { Verdict } from './Verdict';

interface Props {
  readonly claims: readonly ClaimModel[];
  readonly words: Words;
  /** The article's day. */
  readonly asOfDay: string;
}

/** What the article says of time: what it counts, held against the record, and what its dates refer to. Never mixed. */
export function Claims({ claims, words, asOfDay }: Props) {
  const [arePointersOpen, setPointersOpen] = useKept<boolean>('pointers', false);
  const pointersId = useId();
  const counted = claims.filter(({ verdict }) => verdict !== null);
  const pointers = pointersIn(claims);
  if (counted.length + pointers.length === 0) return null;
  return (
    <section class="claims">
      {counted.length > 0 && (
        <>
          <h2 class="figures">{words.t('claimsCounted', { n: counted.length })}</h2>
          <ul>
            {counted.map((claim) => (
              <Counted key={keyOf(claim)} claim={claim} words={words} asOfDay={asOfDay} />
            ))}
          </ul>
        </>
      )}
      {pointers.length > 0 && (
        <>
          <h2>
            <Disclosure
              class="figures"
              isOpen={arePointersOpen}
              controls={pointersId}
              onToggle={() => setPointersOpen(!arePointersOpen)}
            >
              {words.t('claimsPointing', { n: pointers.length })}
            </Disclosure>
          </h2>
          {arePointersOpen && (
            <ul id={pointersId}>
              {pointers.map((claim) => (
                <Pointer key={keyOf(claim)} claim={claim} words={words} asOfDay={asOfDay} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

const keyOf = ({ block, start }: ClaimModel): string => `${block} ${start}`;

interface RowProps {
  readonly claim: ClaimModel;
  readonly words: Words;
  readonly asOfDay: string;
}

function Counted({ claim, words, asOfDay }: RowProps) {
  const { verdict, arithmetic, counts, missing } = claim;
  return (
    <li class="claim">
      <p class="claim-head">
        <q lang={claim.lang}>{claim.text}</q>
        {verdict && <Verdict verdict={verdict} words={words} />}
      </p>
      {arithmetic && (
        <p class="dates">
          {words.date(arithmetic.from)} → {words.date(arithmetic.to)}
          {' · '}
          {words.duration(arithmetic.years, arithmetic.months)}
        </p>
      )}
      <Events claim={claim} words={words} asOfDay={asOfDay} />
      {missing && <Missing missing={missing} words={words} />}
      {counts && (
        <p class="small quiet">
          <Phrase words={words} name="weCount" parts={{ what: <Text value={counts} /> }} />
        </p>
      )}
    </li>
  );
}

function Pointer({ claim, words, asOfDay }: RowProps) {
  const { when, laterEvents } = claim;
  return (
    <li class="claim">
      <p class="claim-head">
        <q lang={claim.lang}>{claim.text}</q>
        {when && <time class="dates">→ {words.date(when)}</time>}
      </p>
      <Events claim={claim} words={words} asOfDay={asOfDay} />
      {laterEvents !== null && <p class="quiet figures">{words.t('claimLater', { n: laterEvents })}</p>}
    </li>
  );
}

/** The event before the one that is counted, the one that there was earlier, or what a date refers to. */
function Events({ claim: { events, verdict, arithmetic }, words, asOfDay }: RowProps) {
  const name = verdict === 'earlier' ? 'claimEarlier' : arithmetic ? 'claimPrevious' : 'claimEvent';
  return (
    <>
      {events.map((event) => (
        <div key={event.reference} class="claim-event">
          <p>
            <Phrase
              words={words}
              name={name}
              parts={{
                date: <time class="dates">{words.date(event.date)}</time>,
                title: <Text value={event.title} class="name" />,
              }}
            />
          </p>
          <SourceList sources={event.sources} words={words} asOfDay={asOfDay} named={1} />
        </div>
      ))}
    </>
  );
}
