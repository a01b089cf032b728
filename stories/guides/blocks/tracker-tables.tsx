import { Source } from '@storybook/addon-docs/blocks';
import { Fragment, type ReactNode } from 'react';
import type { Purpose, Tracker } from 'smallyes/events';
import { Table } from './table.tsx';
import { trackerFacts } from './tracker-facts.ts';
import { codeOf } from './tracker-recorder.ts';
import { type TrackerFile, type TrackerSample, trackerSamples } from './tracker-samples.ts';
import {
  type MappedKind,
  mappingOf,
  sampleEvents,
  sampleIdentity,
  tryTracker,
  wordsFor,
} from './tracker-trial.ts';

/** By name; what is no product comes last. */
const files = (Object.keys(trackerSamples) as TrackerFile[]).sort(
  (a, b) =>
    Number(isOwn(a)) - Number(isOwn(b)) ||
    trackerSamples[a].product.localeCompare(trackerSamples[b].product, 'en'),
);

function isOwn(file: TrackerFile): boolean {
  return file === 'http' || file === 'console';
}

/** The calls that three commitments and an identified visitor become, as the tracker really makes them. */
export function WhatArrives({ tracker }: { tracker: TrackerFile }) {
  return <Source code={arrivalsOf(tracker)} language="jsx" />;
}

/** The text of {@link WhatArrives}. */
export function arrivalsOf(tracker: TrackerFile): string {
  const parts: string[] = [];
  if (tracker === 'http') parts.push(codeOf(tryTracker(tracker, { events: sampleEvents })));
  else
    for (const event of sampleEvents) {
      const calls = tryTracker(tracker, { events: [event] });
      parts.push(`// ${event.kind}\n${calls.length > 0 ? codeOf(calls) : '// not sent'}`);
    }
  const identified = tryTracker(tracker, { identity: sampleIdentity });
  if (identified.length > 0) parts.push(`// identify\n${codeOf(identified)}`);
  return parts.join('\n\n');
}

/** What our kinds are called at a product. */
export function Mapping({ tracker }: { tracker: TrackerFile }) {
  const all = mappingOf(tracker);
  const mapped = all.filter(({ event, isOurs }) => event !== undefined && !isOurs);
  const ours = all.find(({ isOurs, when }) => isOurs && !when);
  const unsent = all.filter(({ event }) => event === undefined);
  if (unsent.length === all.length)
    return (
      <p>
        No kind is sent by itself. What counts is what you name in <code>conversions</code>.
      </p>
    );
  return (
    <>
      {mapped.length > 0 && (
        <Wide label="Names of events">
          <Table
            head={['Kind', 'Becomes']}
            rows={mapped.map((one) => [
              <KindName key="kind" {...one} />,
              <code key="event">{one.event}</code>,
            ])}
          />
        </Wide>
      )}
      {ours && (
        <p>
          {mapped.length > 0 ? 'All other kinds keep' : 'All kinds keep'} their own name, such as{' '}
          <code>{ours.event}</code>.
        </p>
      )}
      {unsent.length > 0 && (
        <p>
          Not sent, unless you name them in <code>events</code>:{' '}
          {unsent.map((one, index) => (
            <Fragment key={`${one.kind} ${one.when}`}>
              {index > 0 && ', '}
              <KindName {...one} />
            </Fragment>
          ))}
          .
        </p>
      )}
    </>
  );
}

function KindName({ kind, when }: MappedKind) {
  return (
    <>
      <code>{kind}</code>
      {when && ` (${when})`}
    </>
  );
}

/** What one tracker needs, and what becomes of its events. */
export function Facts({ tracker }: { tracker: TrackerFile }) {
  const { leaving, offline, twice } = trackerFacts[tracker];
  const words = wordsFor(tracker);
  return (
    <Table
      head={['Question', trackerSamples[tracker].product]}
      rows={[
        ['Needs the visitor’s yes to', purposeOf(tracker)],
        ['Waits for', <Client key="client" tracker={tracker} />],
        ['Our id travels as', <Words key="id" words={words.id} />],
        ['Our time travels as', <Words key="time" words={words.time} />],
        ['Our order travels as', <Words key="seq" words={words.seq} />],
        ['The visitor leaves right after the yes', <Text key="leaving">{leaving}</Text>],
        ['The visitor is offline, and the page goes', <Text key="offline">{offline}</Text>],
        ['One event arrives twice', <Text key="twice">{twice}</Text>],
      ]}
    />
  );
}

/** All trackers of a purpose, with what they wait for. */
export function TrackerList({ purpose }: { purpose: Purpose }) {
  return (
    <Wide label={`Trackers for ${purpose}`} width="32rem">
      <Table
        head={['Product', 'Import from', 'Waits for']}
        rows={files
          .filter((file) => purposeOf(file) === purpose)
          .map((file) => [
            <PageLink key="page" tracker={file} />,
            <code key="entry">smallyes/trackers/{file}</code>,
            <Client key="client" tracker={file} />,
          ])}
      />
    </Wide>
  );
}

/** What of our id, time and order each product gets, and under which names. */
export function WhatTravels() {
  return (
    <Wide label="What travels to each product" width="36rem">
      <Table
        head={['Product', 'Our id', 'Our time', 'Our order']}
        rows={files.map((file) => {
          const { id, time, seq } = wordsFor(file);
          return [
            <PageLink key="page" tracker={file} />,
            <Words key="id" words={id} />,
            <Words key="time" words={time} />,
            <Words key="seq" words={seq} />,
          ];
        })}
      />
    </Wide>
  );
}

/** What becomes of events in hard cases, for each product. */
export function WhatBecomes() {
  return (
    <Wide label="What becomes of events at each product" width="48rem">
      <Table
        head={[
          'Product',
          'Leaves right after the yes',
          'Offline, then gone',
          'Arrives twice',
          'Late: waits for',
        ]}
        rows={files.map((file) => {
          const { leaving, offline, twice } = trackerFacts[file];
          return [
            <PageLink key="page" tracker={file} />,
            <Text key="leaving">{leaving}</Text>,
            <Text key="offline">{offline}</Text>,
            <Text key="twice">{twice}</Text>,
            <Client key="client" tracker={file} />,
          ];
        })}
      />
    </Wide>
  );
}

/** Where Storybook shows the page of a tracker. */
export function addressOf(tracker: TrackerFile): string {
  const slug = trackerSamples[tracker].product.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `./?path=/docs/guides-trackers-${slug.replace(/-$/, '')}--docs`;
}

function PageLink({ tracker }: { tracker: TrackerFile }) {
  return (
    <a href={addressOf(tracker)} target="_top">
      {trackerSamples[tracker].product}
    </a>
  );
}

function Client({ tracker }: { tracker: TrackerFile }) {
  const { global }: TrackerSample = trackerSamples[tracker];
  if (global) return <code>window.{global}</code>;
  return tracker === 'analytics' ? 'nothing: pass the client' : 'nothing';
}

function Words({ words }: { words: readonly string[] }) {
  if (words.length === 0) return '–';
  return words.map((word, index) => (
    <Fragment key={word}>
      {index > 0 && ', '}
      <code>{word}</code>
    </Fragment>
  ));
}

function purposeOf(tracker: TrackerFile): Purpose {
  const made: Tracker = trackerSamples[tracker].make([]);
  return made.purpose ?? 'analytics';
}

/** A text whose words between backticks are code. */
function Text({ children }: { children: string }) {
  return children
    .split('`')
    .map((part, index) =>
      index % 2 ? <code key={part}>{part}</code> : <Fragment key={part}>{part}</Fragment>,
    );
}

/**
 * Keeps a table on a phone's screen: with a `width` it scrolls by itself, with the keyboard too, when there is less room; without
 * one its words break.
 */
function Wide({ label, width, children }: { label: string; width?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <div style={width ? { minInlineSize: width } : { overflowWrap: 'anywhere' }}>{children}</div>
    </section>
  );
}
