import { useId, useMemo, useState } from 'preact/hooks';
import {
  type FilterChoices,
  filterChoices,
  isFiltering,
  type TimelineFilter,
} from '../../lib/briefing/timeline-filter';
import type { TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import { Chips } from '../base/Chips';
import { Icon } from '../base/Icon';
import { Text } from '../base/Text';

interface Props {
  /** The whole timeline, before its filter. */
  readonly model: TimelineModel;
  readonly sinceOpen: boolean;
  readonly filter: TimelineFilter;
  readonly words: Words;
  readonly onFilter: (filter: TimelineFilter) => void;
}

/** Stands for no choice: no lane, kind, person or year is written so. */
const ALL = '';
/** People in sight before "more": those of the article come first. */
const FIRST_PEOPLE = 5;

/** Directions are always in sight where there are two; the other choices open below them. */
export function FilterChips({ model, sinceOpen, filter, words, onFilter }: Props) {
  const [isOpen, setOpen] = useState(isFiltering({ ...filter, lane: null }));
  const id = useId();
  const { lanes, kinds, people, years } = useMemo(
    () => filterChoices(model, filter, sinceOpen),
    [model, filter, sinceOpen],
  );
  const hasMore = kinds.length > 0 || people.length > 0 || years.length > 0;
  return (
    <div class="filter-chips">
      {lanes.length > 0 && (
        <Chips
          label={words.t('directions')}
          labelHidden
          options={[
            { value: ALL, label: words.t('bothDirections') },
            ...lanes.map(({ key, from, to }) => ({
              value: key,
              label: words.t('laneDirection', { from: from?.text ?? '', to: to?.text ?? '' }),
            })),
          ]}
          value={filter.lane ?? ALL}
          onChange={(lane) => onFilter({ ...filter, lane: lane === ALL ? null : lane })}
        />
      )}
      {hasMore && (
        <button
          type="button"
          class="link small disclosure"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="chevron" class="chevron" />
          {words.t('filters')}
        </button>
      )}
      {hasMore && isOpen && (
        <div id={id} class="filter-groups">
          {kinds.length > 0 && (
            <Chips
              label={words.t('kinds')}
              options={[
                { value: ALL, label: words.t('allKinds') },
                ...kinds.map((kind) => ({ value: kind, label: kindText(kind, words) })),
              ]}
              value={filter.kind ?? ALL}
              onChange={(kind) => onFilter({ ...filter, kind: kind === ALL ? null : kind })}
            />
          )}
          {people.length > 0 && <PeopleChips {...{ people, filter, words, onFilter }} />}
          {years.length > 0 && (
            <Chips
              label={words.t('period')}
              options={[
                { value: ALL, label: words.t('wholePeriod') },
                ...years.map((year) => ({ value: String(year), label: words.t('fromYear', { year: String(year) }) })),
              ]}
              value={filter.fromYear === null ? ALL : String(filter.fromYear)}
              onChange={(year) => onFilter({ ...filter, fromYear: year === ALL ? null : Number(year) })}
            />
          )}
        </div>
      )}
    </div>
  );
}

type PeopleProps = Omit<Props, 'model' | 'sinceOpen'> & Pick<FilterChoices, 'people'>;

function PeopleChips({ people, filter, words, onFilter }: PeopleProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = people.filter(({ reference }, i) => isWhole || i < FIRST_PEOPLE || reference === filter.person);
  const rest = people.length - shown.length;
  return (
    <div>
      <Chips
        label={words.t('people')}
        options={[
          { value: ALL, label: words.t('everyone') },
          ...shown.map(({ reference, name }) => ({
            value: reference as string,
            label: <Text value={name} class="name" />,
          })),
        ]}
        value={filter.person ?? ALL}
        onChange={(person) => onFilter({ ...filter, person: person === ALL ? null : (person as Reference) })}
      />
      {rest > 0 && (
        <button type="button" class="link small figures" onClick={() => setWhole(true)}>
          {words.t('morePeople', { n: rest })}
        </button>
      )}
    </div>
  );
}

/** A pack may have kinds of its own: they are shown as it writes them. */
function kindText(kind: string, words: Words): string {
  const key = `kind_${kind.replaceAll('-', '_')}`;
  const text = words.t(key);
  return text === key ? kind.replaceAll('-', ' ') : text;
}
