import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReadPeriodKind } from '../../core/dashboard/dashboard-state';
import type { ReadPeriod } from '../../core/dashboard/reading-progress';
import { say } from '../../language/say';
import { cssProps, px } from '../preact/css-props';
import { Icon } from '../preact/icon';
import { isRightToLeft } from '../preact/is-right-to-left';
import { keyStep } from '../preact/key-step';
import { turnedKey } from '../preact/turned-key';
import { statusClass } from '../preact/status-dot';
import { innerWidth, useMeasure } from '../preact/use-measure';
import { useDashboard } from './dashboard-context';

const TEXT = {
  earlier: say('Earlier'),
  later: say('Later'),
};

/** Widths of a bar with the gap beside it, in pixels: what a number, a name or a finger needs, and what looks like a bar still. */
const LEAST_STEP: Readonly<Record<ReadPeriodKind, number>> = { week: 24, month: 36 };
const TOUCH_STEP: Readonly<Record<ReadPeriodKind, number>> = { week: 32, month: 44 };
const GREATEST_STEP = 56;
/** Before the chart is laid out, and while its tab is hidden, it is taken to be this wide. */
const ASSUMED_WIDTH = 800;
/** Bars drawn beyond either edge. */
const OVERSCAN = 6;
/** A month is named at the beginning of the chart only where the next one leaves room, in weeks. */
const ROOM_FOR_NAME = 2;
/** Bars are no higher than their share of so many papers, so that a single paper is not drawn as a record. */
const LEAST_SCALE = 4;

interface ReadingChartProps {
  readonly kind: ReadPeriodKind;
  /** At least one, the oldest first. */
  readonly periods: readonly ReadPeriod[];
  readonly label: string;
  /** Beside the name of the chart. */
  readonly tools: ComponentChildren;
  /** The short name of a day's month. */
  readonly shortMonth: (day: string) => string;
  /** A period and its number in words. */
  readonly describe: (period: ReadPeriod) => string;
  readonly onChoose: (period: ReadPeriod) => void;
}

/**
 * A bar a period, its number above it, on a line of time that is scrolled where it is too long and begins at its end, now. Only the
 * bars on the screen are in the document. One bar is in the tab order; arrow keys, Home, End and the page keys change which.
 */
export function ReadingChart({ kind, periods, label, tools, shortMonth, describe, onChoose }: ReadingChartProps) {
  const { looks, state, store, touch, formatNumber } = useDashboard();
  const scroller = useRef<HTMLDivElement>(null);
  const measured = useMeasure(scroller, innerWidth);
  const width = measured || ASSUMED_WIDTH;
  const count = periods.length;
  const step = Math.max((touch ? TOUCH_STEP : LEAST_STEP)[kind], Math.min(GREATEST_STEP, Math.floor(width / count)));
  const room = Math.max(0, count * step - width);
  const fromEnd = useRef(state.scroll.chart);
  const [scrolled, setScrolled] = useState(Math.max(0, room - fromEnd.current));
  const [active, setActive] = useState<string | null>(null);
  const shownKind = useRef(kind);
  const wantsFocus = useRef(false);

  const found = active === null ? -1 : periods.findIndex((period) => period.from === active);
  const activeBar = found < 0 ? count - 1 : found;
  const most = periods.reduce((greatest, period) => Math.max(greatest, period.count), LEAST_SCALE);
  const look = looks.find((known) => known.kind === 'done');

  const follow = (to: number): void => {
    fromEnd.current = Math.max(0, room - to);
    setScrolled(Math.floor(to / step) * step);
    store.keepScroll('chart', fromEnd.current);
  };
  const scrollTo = (wanted: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const to = Math.max(0, Math.min(room, wanted));
    element.scrollLeft = isRightToLeft(element) ? -to : to;
    follow(to);
  };
  const page = Math.max(1, Math.floor(width / step) - 1);

  // A wider pane or a new week leaves the same distance from now; other periods begin there.
  useLayoutEffect(() => {
    // As long as it is not laid out, there is nowhere to scroll to.
    if (measured === 0) return;
    if (shownKind.current !== kind) fromEnd.current = 0;
    shownKind.current = kind;
    scrollTo(room - fromEnd.current);
  }, [kind, room, step, measured]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const element = scroller.current;
    if (element === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = keyStep(turnedKey(event), { back: 'ArrowLeft', forth: 'ArrowRight', page, count });
    if (move === null) return;
    event.preventDefault();
    const target = Math.max(0, Math.min(count - 1, activeBar + move));
    const now = Math.abs(element.scrollLeft);
    if (now > target * step) scrollTo(target * step);
    else if (now + width < (target + 1) * step) scrollTo((target + 1) * step - width);
    setActive(periods[target]?.from ?? null);
    wantsFocus.current = true;
  };

  const start = Math.max(0, Math.floor(scrolled / step) - OVERSCAN);
  const end = Math.min(count, Math.ceil((scrolled + width) / step) + 1 + OVERSCAN);
  const drawn: number[] = [];
  for (let at = start; at < end; at += 1) drawn.push(at);
  const bars = activeBar < start ? [activeBar, ...drawn] : activeBar >= end ? [...drawn, activeBar] : drawn;

  return (
    <>
      <div class="paperweave-read-head">
        <span class="paperweave-read-chart-name" aria-hidden="true">
          {label}
        </span>
        <div class="paperweave-read-tools">
          {room === 0 ? null : (
            <>
              <PageButton
                icon="chevron-left"
                label={TEXT.earlier}
                disabled={scrolled <= 0}
                onPress={() => {
                  scrollTo(scrolled - page * step);
                }}
              />
              <PageButton
                icon="chevron-right"
                label={TEXT.later}
                disabled={scrolled + step > room}
                onPress={() => {
                  scrollTo(scrolled + page * step);
                }}
              />
            </>
          )}
          {tools}
        </div>
      </div>
      <div
        class="paperweave-read-chart"
        ref={scroller}
        onScroll={(event) => {
          follow(Math.abs(event.currentTarget.scrollLeft));
        }}
      >
        <div class="paperweave-read-time" {...cssProps({ '--paperweave-bar-step': px(step), '--paperweave-chart-width': px(count * step) })}>
          <div class="paperweave-read-bars" role="grid" aria-label={label} aria-colcount={count} onKeyDown={onKeyDown}>
            <div role="row">
              {bars.map((at) => {
                const period = periods[at];
                if (period === undefined) return null;
                return (
                  <div
                    key={period.from}
                    class="paperweave-read-slot"
                    role="gridcell"
                    aria-colindex={at + 1}
                    {...cssProps({ '--paperweave-bar-start': px(at * step) })}
                  >
                    <button
                      class={`paperweave-read-bar${period.count === 0 ? ' is-empty' : ''}`}
                      aria-label={describe(period)}
                      aria-disabled={period.count === 0}
                      tabIndex={at === activeBar ? 0 : -1}
                      onFocus={() => {
                        setActive(period.from);
                      }}
                      onClick={() => {
                        if (period.count > 0) onChoose(period);
                      }}
                    >
                      {period.count === 0 ? null : <span class="paperweave-read-count">{formatNumber(period.count)}</span>}
                      <span
                        class={`paperweave-progress-part paperweave-read-fill ${look === undefined ? '' : statusClass(look)}`}
                        {...cssProps({ '--paperweave-share': String(period.count / most) })}
                      />
                    </button>
                  </div>
                );
              })}
            </div>
          </div>
          <div class="paperweave-read-axis" aria-hidden="true">
            {drawn.map((at) => (isNamed(periods, at, kind) ? <AxisName key={at} at={at} step={step} name={shortMonth(monthOf(periods, at))} /> : null))}
            {yearSpans(periods, drawn).map(({ year, from, to }) => (
              <div
                key={year}
                class="paperweave-read-year"
                {...cssProps({ '--paperweave-bar-start': px(from * step), '--paperweave-year-width': px((to - from + 1) * step) })}
              >
                <span class="paperweave-read-year-name">{year}</span>
              </div>
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

interface PageButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** Scrolls the line of time by what is on the screen, which a mouse has no other way to do. */
function PageButton({ icon, label, disabled, onPress }: PageButtonProps) {
  return (
    <button class="clickable-icon paperweave-read-page" aria-label={label} aria-disabled={disabled} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

function AxisName({ at, step, name }: { readonly at: number; readonly step: number; readonly name: string }) {
  return (
    <span class="paperweave-read-month" {...cssProps({ '--paperweave-bar-start': px(at * step) })}>
      {name}
    </span>
  );
}

/** A week belongs to the month of its last day, so that the week with the first of a month begins it. */
const monthOf = (periods: readonly ReadPeriod[], at: number): string => periods[at]?.to ?? '';

function isNamed(periods: readonly ReadPeriod[], at: number, kind: ReadPeriodKind): boolean {
  const month = (index: number): string => monthOf(periods, index).slice(0, 7);
  if (kind === 'month') return true;
  if (at > 0) return month(at) !== month(at - 1);
  return month(Math.min(ROOM_FOR_NAME, periods.length) - 1) === month(0);
}

interface YearSpan {
  readonly year: string;
  readonly from: number;
  readonly to: number;
}

function yearSpans(periods: readonly ReadPeriod[], drawn: readonly number[]): readonly YearSpan[] {
  const spans: YearSpan[] = [];
  for (const at of drawn) {
    const year = monthOf(periods, at).slice(0, 4);
    const last = spans[spans.length - 1];
    if (last?.year === year) spans[spans.length - 1] = { ...last, to: at };
    else spans.push({ year, from: at, to: at });
  }
  return spans;
}
