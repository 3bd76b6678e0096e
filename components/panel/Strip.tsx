import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { describeEvent, describeStrip } from '../../lib/briefing/describe-strip';
import type { GapModel, TimelineEvent, TimelineModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { measureText } from './measure-text';
import { ShapeMark } from './ShapeMark';
import { layOutStrip, type StripGeometry, usualHeightRem } from './strip-geometry';

interface Props {
  readonly model: TimelineModel;
  /** The events to draw, in order of time. */
  readonly events: readonly TimelineEvent[];
  readonly words: Words;
  readonly sinceOpen: boolean;
  /** The event that keyboard or pointer is at. */
  readonly at: number | null;
  readonly onAt: (index: number | null) => void;
}

/** Panel of 360 less its gutters: what is drawn until the width is known. */
const DESIGN_WIDTH = 328;
const MIN_WIDTH = 160;
const NEAR = 12;
const LABEL_REM = 0.75;
const BRACKET_FOOT = 5;

/** A timeline's picture: true distances, directions as lanes, what was only planned, the stretches without an event. */
export function Strip({ model, events, words, sinceOpen, at, onAt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [{ width, root }, setSize] = useState({ width: DESIGN_WIDTH, root: 16 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setSize({
        width: Math.max(MIN_WIDTH, element.clientWidth),
        root: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  // Kept while only the pointer moves: a picture may have thousands of events.
  const strip = useMemo(
    () =>
      layOutStrip(model, events, {
        width,
        scale: root / 16,
        laneName: (key) => measureText(laneName(model, key, words), LABEL_REM * root),
        duration: (gap) => measureText(gapText(gap, words), LABEL_REM * root),
        year: measureText('2025', LABEL_REM * root),
      }),
    [model, events, words, width, root],
  );
  const { height, shapes } = strip;
  const picture = useMemo(() => <Picture {...{ strip, model, words, width, sinceOpen }} />, [strip, sinceOpen]);
  const walked = at === null ? undefined : shapes[at];

  // Where the keyboard starts: at the article's own event, else at the last one before it.
  const lastPast = events.findLastIndex(({ part }) => part !== 'since');
  const position = at ?? Math.max(0, lastPast);
  const current = events[position];

  const findNear = (event: PointerEvent) => {
    const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
    const distances = shapes.map(({ x, y }) => Math.hypot(x - (event.clientX - left), (y - (event.clientY - top)) / 2));
    const nearest = Math.min(...distances);
    onAt(nearest <= NEAR ? distances.indexOf(nearest) : null);
  };

  return (
    <div ref={box} class="strip" onPointerMove={findNear} onPointerDown={findNear} onPointerLeave={() => onAt(null)}>
      {current && (
        <input
          type="range"
          class="strip-walk"
          min={0}
          max={events.length - 1}
          value={position}
          aria-label={describeStrip(model, sinceOpen, words)}
          aria-valuetext={describeEvent(current, model, words)}
          title={words.t('stripKeys')}
          onFocus={() => onAt(position)}
          onInput={(event) => onAt(event.currentTarget.valueAsNumber)}
          onBlur={() => onAt(null)}
        />
      )}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {picture}
        {walked && <rect class="strip-at" x={walked.x - 6} y={walked.y - 13} width={12} height={26} rx={3} />}
      </svg>
    </div>
  );
}

/** Keeps the picture's place until it is drawn. */
export const StripGround = ({ lanes }: { readonly lanes: number }) => (
  <div class="strip">
    <svg width="1" height={`${usualHeightRem(lanes)}rem`} aria-hidden="true" />
  </div>
);

function laneName({ lanes }: TimelineModel, key: string, words: Words): string {
  const { from, to } = lanes.find((lane) => lane.key === key) ?? {};
  if (from && to) return words.t('laneDirection', { from: from.text, to: to.text });
  return lanes.length > 1 ? words.t('laneOther') : '';
}

const gapText = ({ years, months }: GapModel, words: Words): string => words.duration(years, months, { short: true });

interface PictureProps {
  readonly strip: StripGeometry;
  readonly model: TimelineModel;
  readonly words: Words;
  readonly width: number;
  readonly sinceOpen: boolean;
}

function Picture({ strip, model, words, width, sinceOpen }: PictureProps) {
  const { height, axisY, asOf } = strip;
  return (
    <>
      {!sinceOpen && <rect class="strip-veil" x={asOf} width={Math.max(0, width - asOf)} height={axisY} />}
      {strip.lanes.map(({ key, y, nameY }) => (
        <g key={key}>
          <line class="strip-lane" x2={width} y1={y} y2={y} />
          <text y={nameY}>{laneName(model, key, words)}</text>
        </g>
      ))}
      {strip.coverage.map(({ from, to, completeness }) => (
        <line
          key={from}
          class={completeness === 'complete' ? 'strip-coverage' : 'strip-coverage strip-partial'}
          x1={from}
          x2={to}
          y1={axisY}
          y2={axisY}
        />
      ))}
      {strip.brackets.map(({ gap, from, to, y, labelX, labelY }) => (
        <g key={gap.lane} class={gap.current ? 'strip-gap strip-gap-current' : 'strip-gap'}>
          <text x={labelX} y={labelY} text-anchor="middle">
            {gapText(gap, words)}
          </text>
          <path d={`M${from} ${y + BRACKET_FOOT}V${y}H${to}V${y + BRACKET_FOOT}`} />
        </g>
      ))}
      {strip.bins.map((bin) => (
        <rect key={`${bin.x} ${bin.y}`} class="strip-held" {...bin} />
      ))}
      {strip.shapes.map((shape) => !shape.binned && <ShapeMark key={shape.event.reference} shape={shape} />)}
      <line class="strip-as-of" x1={asOf} x2={asOf} y1={0} y2={axisY} />
      {strip.years.map(({ year, x, current: isAsOf }) => (
        <text key={year} class={isAsOf ? 'strip-year-as-of' : undefined} x={x} y={height - 2} text-anchor="middle">
          {year}
        </text>
      ))}
    </>
  );
}
