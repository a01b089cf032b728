'use client';
import { Component, type JSX, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ClockTab } from './clock-tab.tsx';
import type { DevtoolsSource } from './devtools-host.ts';
import { EventsTab, type EventsView, wholeView } from './events-tab.tsx';
import { LadderTab } from './ladder-tab.tsx';
import { MemoryTab } from './memory-tab.tsx';
import { WhyTab } from './why-tab.tsx';

/** Props of {@link Panel}. */
export interface PanelProps extends DevtoolsSource {
  /** The element that holds all of the devtools: no part of the page. */
  readonly host: HTMLElement;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const names = ['Events', 'Ladder', 'Why', 'Clock', 'Memory'] as const;
type Tab = (typeof names)[number];

/** The panel. Closed, it shows nothing and keeps where the developer was. */
export function Panel(props: PanelProps): JSX.Element | null {
  const { hub, log, guide, isBare, host, isOpen, onClose } = props;
  const [chosen, setChosen] = useState<Tab>('Events');
  const [view, setView] = useState<EventsView>(wholeView);
  const [ask, setAsk] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  // What is shown is what is remembered, also before the first event.
  useEffect(() => {
    if (isOpen) guide?.start();
  }, [isOpen, guide]);
  if (!isOpen) return null;

  const tabs = guide ? names : names.slice(0, 1);
  const tab = tabs.includes(chosen) ? chosen : 'Events';
  const why = (id: string) => {
    setAsk(id);
    setChosen('Why');
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.indexOf(tab), End: -1 - tabs.indexOf(tab) }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const index = (tabs.indexOf(tab) + step + tabs.length) % tabs.length;
    setChosen(tabs[index] ?? 'Events');
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };

  return (
    <div className="panel" dir="ltr">
      <div className="head">
        <div role="tablist" aria-label="Devtools" className="tabs" ref={list} onKeyDown={move}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              className="tab"
              aria-selected={name === tab}
              aria-controls="view"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => setChosen(name)}
            >
              {name}
            </button>
          ))}
        </div>
        <button type="button" className="close" aria-label="Close devtools" onClick={onClose}>
          ×
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div role="tabpanel" id="view" className="view" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        <Fence key={tab}>
          {isBare && (
            <p className="hint">No provider stands above: only asks outside of providers are heard.</p>
          )}
          {tab === 'Events' && <EventsTab log={log} view={view} onView={setView} />}
          {!guide && !isBare && (
            <p className="hint">
              The provider has no ladder. Pass it one, made by defineLadder, to see rungs, reasons and clocks
              here.
            </p>
          )}
          {guide && tab === 'Ladder' && <LadderTab guide={guide} onWhy={why} />}
          {guide && tab === 'Why' && <WhyTab guide={guide} hub={hub} host={host} ask={ask} onAsk={setAsk} />}
          {guide && tab === 'Clock' && <ClockTab guide={guide} />}
          {guide && tab === 'Memory' && <MemoryTab guide={guide} hub={hub} />}
        </Fence>
      </div>
    </div>
  );
}

/** What fails in one tab leaves the others and the page alone. */
class Fence extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    return 'error' in this.state ? (
      <p className="hint">
        This view failed: {String(this.state.error)}. Choose another one, or come back to it.
      </p>
    ) : (
      this.props.children
    );
  }
}
