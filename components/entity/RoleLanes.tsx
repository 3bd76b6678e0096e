import { useId } from 'preact/hooks';
import type { RoleAxis, RoleBar, RoleLane } from '../../lib/briefing/entity-models';
import type { Words } from '../../lib/briefing/words';
import { dayToIso } from '../../lib/text/edtf';
import { OfficeText } from '../base/OfficeText';
import { SinceToggle } from '../base/SinceToggle';
import { SourceList } from '../base/SourceList';
import { roleDates } from './role-dates';
import { type DrawnBar, type DrawnLane, layOutRoles } from './role-geometry';

interface Props {
  readonly lanes: readonly RoleLane[];
  readonly axis: RoleAxis;
  readonly hasArticle: boolean;
  readonly words: Words;
  readonly sinceOpen: boolean;
  readonly onToggleSince: () => void;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** All offices as bars on one axis of time, a lane for each, cut at the day that is read. */
export function RoleLanes({ lanes, axis, hasArticle, words, sinceOpen, onToggleSince }: Props) {
  const id = useId();
  const later = lanes.flatMap(({ bars }) => bars.filter(isHidden)).length;
  const drawing = layOutRoles(lanes, axis, sinceOpen);
  const asOfDay = dayToIso(axis.asOfDay);
  return (
    <section>
      <h2>{words.t('positions')}</h2>
      {later > 0 && (
        <SinceToggle
          n={later}
          hasArticle={hasArticle}
          isOpen={sinceOpen}
          controls={id}
          words={words}
          onToggle={onToggleSince}
        />
      )}
      <ol id={id} class="lanes">
        {drawing.lanes.map((lane) => (
          <Lane key={lane.key} lane={lane} asOf={drawing.asOf.at} {...{ sinceOpen, asOfDay, words }} />
        ))}
      </ol>
      <p class="lane-years small" aria-hidden="true">
        {drawing.years.map(({ year, at }) => (
          <span key={year} style={{ '--at': percent(at) }}>
            {year}
          </span>
        ))}
        <span class="as-of" style={{ '--at': percent(drawing.asOf.at) }}>
          {drawing.asOf.year}
        </span>
      </p>
    </section>
  );
}

/** Something of it is later than the day: all of it, or how it ended. */
const isHidden = ({ part }: RoleBar): boolean => part !== 'past';

interface LaneProps {
  readonly lane: DrawnLane;
  readonly asOf: number;
  readonly asOfDay: string;
  readonly sinceOpen: boolean;
  readonly words: Words;
}

function Lane({ lane, asOf, asOfDay, sinceOpen, words }: LaneProps) {
  const { bars } = lane;
  const last = bars.at(-1)?.bar as RoleBar;
  const sources = bars.flatMap(({ bar }) => bar.sources);
  return (
    <li class="lane">
      <p>
        <OfficeText title={last.title} words={words} />
      </p>
      <ul class="lane-terms small quiet">
        {bars.map(({ bar }) => (
          <li key={`${bar.firstDay} ${bar.lastDay}`}>
            {bar.title.text === last.title.text && bar.capacity === 'full' ? (
              <span class="dates">{roleDates(bar, sinceOpen, words)}</span>
            ) : (
              <>
                <OfficeText title={bar.title} capacity={bar.capacity} words={words} />
                {' · '}
                <span class="dates">{roleDates(bar, sinceOpen, words)}</span>
              </>
            )}
            {bar.doubt && <span class="doubt"> {words.t('dateNotConfirmed')}</span>}
          </li>
        ))}
      </ul>
      <div class="lane-track" aria-hidden="true">
        {!sinceOpen && <span class="lane-veil" style={{ '--from': percent(asOf) }} />}
        {bars.map((bar) => (
          <Bar key={`${bar.bar.firstDay} ${bar.bar.lastDay}`} drawn={bar} />
        ))}
        <span class="lane-as-of" style={{ '--at': percent(asOf) }} />
      </div>
      <SourceList sources={sources} words={words} asOfDay={asOfDay} named={1} />
    </li>
  );
}

function Bar({ drawn }: { readonly drawn: DrawnBar }) {
  const { from, to, fades, fadesIn, bar } = drawn;
  const kinds = [fades ? 'lane-fades' : '', fadesIn ? 'lane-fades-in' : '', bar.part === 'since' ? 'lane-since' : ''];
  return (
    <span
      class={['lane-bar', ...kinds].filter((kind) => kind !== '').join(' ')}
      style={{ '--from': percent(from), '--share': percent(to - from) }}
    />
  );
}
