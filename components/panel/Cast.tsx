import { useContext, useId } from 'preact/hooks';
import { FIRST_CAST_ROWS } from '../../lib/briefing/export/on-screen';
import type { CastRow } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import type { Reference } from '../../lib/model/ids';
import { useKept } from '../base/kept';
import { NameButton } from '../base/NameButton';
import { OfficeText } from '../base/OfficeText';
import { Phrase } from '../base/Phrase';
import { PrivateMark } from '../base/PrivateMark';
import { Text } from '../base/Text';
import { OwnTools } from '../own/own-tools';
import { ChooseName, type Pairing } from '../pair/ChooseName';
import { MentionBar } from './MentionBar';

interface Props {
  readonly cast: readonly CastRow[];
  readonly asOf: AsOf;
  readonly words: Words;
  readonly onOpen: (reference: Reference) => void;
  readonly onReveal: (reference: Reference, index: number) => void;
  /** Two names are being chosen: every row has a button for it, where its bar stands else. */
  readonly pairing?: Pairing | undefined;
}

const GROUPS = [
  { group: 'people', heading: 'castPeople' },
  { group: 'organisations', heading: 'castOrganisations' },
  { group: 'places', heading: 'castPlaces' },
] as const;

/** Who is who on the day, most salient first; a bar shows where in the text each is named, and leads there. */
export function Cast({ cast, asOf, words, onOpen, onReveal, pairing }: Props) {
  const [isOpened, setWhole] = useKept<boolean>('cast', false);
  const isWhole = isOpened || pairing !== undefined;
  const listId = useId();
  const rows = (entries: readonly CastRow[]) => (
    <ul>
      {entries.map((row) => (
        <Row key={row.reference} row={row} words={words} onOpen={onOpen} onReveal={onReveal} pairing={pairing} />
      ))}
    </ul>
  );
  return (
    <section class="cast">
      <h2>
        <Phrase words={words} name="cast" parts={{ date: <span class="as-of dates">{words.date(asOf.day)}</span> }} />
      </h2>
      <div id={listId}>
        {isWhole
          ? GROUPS.map(({ group, heading }) => {
              const members = cast.filter((row) => row.group === group);
              return (
                members.length > 0 && (
                  <section key={group} class="cast-group">
                    <h3>{words.t(heading)}</h3>
                    {rows(members)}
                  </section>
                )
              );
            })
          : rows(cast.slice(0, FIRST_CAST_ROWS))}
      </div>
      {cast.length > FIRST_CAST_ROWS && !pairing && (
        <button
          type="button"
          class="link"
          aria-expanded={isWhole}
          aria-controls={listId}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.t('showFewer') : words.t('showAll', { n: cast.length })}
        </button>
      )}
    </section>
  );
}

interface RowProps {
  readonly row: CastRow;
  readonly words: Words;
  readonly onOpen: (reference: Reference) => void;
  readonly onReveal: (reference: Reference, index: number) => void;
  readonly pairing: Pairing | undefined;
}

function Row({ row, words, onOpen, onReveal, pairing }: RowProps) {
  const tools = useContext(OwnTools);
  return (
    <li class="cast-row">
      <div>
        <p>
          <strong>
            <NameButton onOpen={() => onOpen(row.reference)}>
              <Text value={row.name} class="name" />
            </NameButton>
          </strong>
          {row.isPrivate && <PrivateMark words={words} />}
          {row.native && (
            <>
              {' '}
              <Text value={row.native} class="name" />
            </>
          )}
        </p>
        {row.role && (
          <p class="small quiet">
            <OfficeText title={row.role} capacity={row.capacity} words={words} />
          </p>
        )}
      </div>
      {pairing ? (
        <ChooseName row={row} words={words} pairing={pairing} />
      ) : (
        <>
          <MentionBar row={row} words={words} onReveal={(index) => onReveal(row.reference, index)} />
          {tools({ ...row, isNamed: true })}
        </>
      )}
    </li>
  );
}
