/** A timeline's picture: true distances, directions as lanes, what was only planned, and the stretches without an event. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GapModel, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { layOutStrip, type Shape } from './strip-geometry';

interface Props {
  readonly model: TimelineModel;
  readonly words: Words;
  readonly open: boolean;
  /** The event that the keyboard or pointer is at. */
  readonly at: number | null;
  readonly onAt: (index: number | null) => void;
}

const DESIGN_WIDTH = 328;
/** Mean advance of the 12 px label face; Han and Hangul are square. */
const LABEL_ADVANCE_PX = 6.4;
const SQUARE_ADVANCE_PX = 12;
const NEAR_PX = 12;

const textWidth = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? SQUARE_ADVANCE_PX : LABEL_ADVANCE_PX),
    0,
  );

export function Strip({ model, words, open, at, onAt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(DESIGN_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const gapText = (gap: GapModel): string => words.duration(gap.years, gap.months, { short: true });
  const strip = layOutStrip(model, width, open, (gap) => textWidth(gapText(gap)));
  const { height, axisY, asOf } = strip;

  const onKey = (event: KeyboardEvent) => {
    const last = strip.shapes.length - 1;
    const next = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? last + 1) - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onAt(next);
  };
  const onPointer = (event: PointerEvent) => {
    const x = event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
    const y = event.clientY - (box.current?.getBoundingClientRect().top ?? 0);
    let best: { i: number; distance: number } | null = null;
    strip.shapes.forEach((shape, i) => {
      const distance = Math.hypot(shape.x - x, (shape.y - y) / 2);
      if (distance <= NEAR_PX && (!best || distance < best.distance)) best = { i, distance };
    });
    onAt((best as { i: number } | null)?.i ?? null);
  };

  return (
    <div
      ref={box}
      class="strip"
      role="group"
      tabIndex={0}
      aria-roledescription={words.t('stripRole')}
      aria-label={describe(model, words)}
      onKeyDown={onKey}
      onPointerMove={onPointer}
      onPointerLeave={() => onAt(null)}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {open ? null : <rect class="strip-veil" x={asOf} y={0} width={Math.max(0, width - asOf)} height={axisY} />}
        {model.lanes.map((lane, i) => {
          const y = strip.lanes[i]?.y ?? 0;
          return (
            <g key={lane.key}>
              {lane.from && lane.to ? (
                <text class="strip-lane-name" x={0} y={y - 22}>
                  {words.t('laneName', { from: lane.from.text, to: lane.to.text })}
                </text>
              ) : null}
              <line class="strip-lane" x1={0} x2={width} y1={y} y2={y} />
            </g>
          );
        })}
        {strip.coverage.map((stretch) => (
          <line
            key={stretch.from}
            class={`strip-coverage strip-${stretch.completeness}`}
            x1={stretch.from}
            x2={stretch.to}
            y1={axisY}
            y2={axisY}
          />
        ))}
        {strip.brackets.map(({ gap, from, to, y, label }) => (
          <g key={gap.lane} class={gap.current ? 'strip-gap strip-gap-current' : 'strip-gap'}>
            <path d={`M${from} ${y + 6}V${y}H${to}V${y + 6}`} />
            <text x={label} y={y - 4} text-anchor="middle">
              {gapText(gap)}
            </text>
          </g>
        ))}
        {strip.shapes.map((shape, i) => (
          <ShapeMark key={shape.event.reference} shape={shape} walked={i === at} />
        ))}
        <line class="strip-as-of" x1={asOf} x2={asOf} y1={4} y2={axisY} />
        {strip.labels.map(({ year, x, current }) => (
          <text
            key={`${year} ${current}`}
            class={current ? 'strip-year strip-year-current' : 'strip-year'}
            x={x}
            y={height - 2}
            text-anchor="middle"
          >
            {year}
          </text>
        ))}
      </svg>
    </div>
  );
}

function ShapeMark({ shape, walked }: { readonly shape: Shape; readonly walked: boolean }) {
  const { kind, x, y, width } = shape;
  const name = `strip-mark strip-${kind}${walked ? ' strip-walked' : ''}`;
  if (kind === 'ring') {
    return (
      <g class={name} data-strip="ring">
        <circle cx={x} cy={y} r={3} />
        <line x1={x - 4} y1={y + 4} x2={x + 4} y2={y - 4} />
      </g>
    );
  }
  const tall = kind === 'own' ? 20 : 16;
  return (
    <rect
      class={name}
      data-strip={kind === 'own' ? 'own' : 'held'}
      x={x - (kind === 'vague' || kind === 'span' ? 0 : 1.5)}
      y={y - tall / 2}
      width={width}
      height={tall}
    />
  );
}

/** The picture in one sentence. */
function describe(model: TimelineModel, words: Words): string {
  const shown = model.before + model.sameDay;
  const gap = model.gaps.find(({ current }) => current);
  const first = model.events[0];
  return [
    words.t('stripSummary', {
      n: words.number(shown),
      from: first ? words.date(first.date.slice(0, 4)) : '',
      title: model.title.text,
    }),
    gap ? words.t('stripGap', { duration: words.duration(gap.years, gap.months) }) : '',
    model.since > 0 ? words.t('stripHidden', { n: words.number(model.since) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
