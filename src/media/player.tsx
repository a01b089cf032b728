'use client';
import { type JSX, type ReactElement, useId, useState } from 'react';
import { show, tell } from '../internal/messages.ts';
import { type NextProp, NextSlot } from '../internal/next-slot.tsx';
import { type AnyProps, renderElement } from '../internal/render-element.tsx';
import { renderStatus } from '../internal/status-line.tsx';
import { useLatest } from '../internal/use-latest.ts';
import { useHub } from '../provider/context.ts';
import { renderAsk } from '../provider/render-ask.ts';
import { useAsk } from '../provider/use-ask.ts';
import { useLabels } from '../provider/use-labels.ts';
import { useNote } from '../provider/use-note.ts';
import { createPlayer } from './create-player.ts';
import { readPlace } from './place.ts';
import type { AnyPlayerProps, PlayerGate, PlayerLabels, PlayerState } from './player-props.ts';
import { firstView, type PlayerKind, type PlayerView } from './player-view.ts';
import { clock, readChapters, readSources, unsigned } from './sources.ts';

/** A recording as an ask: what video and audio players share. `more` are attributes of the element that plays. */
export function Player(given: {
  readonly kind: PlayerKind;
  readonly texts: PlayerLabels;
  readonly props: AnyPlayerProps;
  readonly poster?: string | undefined;
  readonly more: AnyProps;
}): JSX.Element {
  const { kind, texts, props, poster, more } = given;
  const {
    label,
    description,
    sources: givenSources,
    tracks,
    length,
    loadHls,
    media,
    completeAt,
    countHidden,
    remember = true,
    mediaSession: _,
    chapters: givenChapters,
    transcript,
    gate,
    next,
    ...rest
  } = props;
  const isVideo = kind.folder === 'video-player';
  const sources = readSources(givenSources);
  const chapters = readChapters(givenChapters);

  const [view, setView] = useState<PlayerView>(firstView);
  const { stage, isPlaying, isComplete, isDone, trouble } = view;
  const latest = useLatest({ kind, props, sources, chapters, poster });
  const hub = useHub();
  const ask = useAsk({
    component: kind.component,
    kinds: { [kind.play]: 1, [kind.complete]: 1 },
    last: kind.complete,
    props,
    leaving: () => player.leaving(),
  });
  const [player] = useState(() =>
    createPlayer(
      ask,
      hub,
      () => latest.current,
      (change) => setView((now) => ({ ...now, ...change })),
    ),
  );
  // Once begun, an address with another signature is the same recording still.
  const files = sources.map(({ src }) => src).join(' ');
  const [begun, setBegun] = useState(files);
  if (begun !== files && (stage === 'closed' || unsigned(begun) !== unsigned(files))) setBegun(files);
  const [note] = useNote(remember ? `${kind.folder}:${props.id}:place` : '');
  const stoppedAt = readPlace(note)?.at;
  const speak = useLabels(kind.folder, texts, rest.labels);
  const ids = useId();
  const labelId = `${ids}label`;
  const playId = `${ids}play`;
  if (process.env.NODE_ENV !== 'production') check(kind.component, props, sources.length);

  const element = typeof media === 'function' ? stage !== 'closed' && media() : media;
  const state: PlayerState = { isStarted: stage !== 'closed', isPlaying, isComplete };
  let words = '';
  if (trouble === 'slow' || trouble === 'refused') words = speak(trouble);
  else if (stage === 'opening') words = speak('loading');
  else if (view.gate === 'asking') words = speak('paused');
  else if (isDone) words = speak('complete');

  return renderAsk<PlayerState>(kind.folder, rest, state, {
    'data-started': state.isStarted || undefined,
    'data-playing': isPlaying || undefined,
    'data-complete': isComplete || undefined,
    ref: player.rootRef,
    onClick: player.onClick,
    children: (
      <>
        <p className="sy-question" id={labelId}>
          {label}
        </p>
        {description && <p className="sy-description">{description}</p>}
        <div className="sy-media">
          {poster && !isVideo && renderPoster(poster)}
          {element !== false &&
            renderElement(
              isVideo ? 'video' : 'audio',
              element as ReactElement | undefined,
              state,
              {
                ref: player.mediaRef,
                className: 'sy-media-element',
                'aria-labelledby': labelId,
                ...(!element && {
                  // Other files are another recording, which nothing of the old one may reach.
                  key: begun,
                  controls: true,
                  preload: 'none',
                  poster: isVideo ? poster : undefined,
                  ...more,
                  children: [
                    ...sources.map((source) => <source key={source.src} {...source} />),
                    ...[tracks ?? []]
                      .flat()
                      .filter((one) => one?.src)
                      .map(({ lang, kind: use = 'captions', ...track }) => (
                        <track key={track.src} kind={use} srcLang={lang} {...track} />
                      )),
                  ],
                }),
              },
              {},
            )}
          {stage !== 'open' && (
            <button
              ref={makeReady}
              className="sy-media-cover sy-only-with-script"
              type="button"
              data-play=""
              aria-disabled={(stage === 'opening' && !trouble) || undefined}
              // What is seen, as it is seen, then what it is about.
              id={playId}
              aria-labelledby={`${playId} ${labelId}`}
            >
              {poster && isVideo && renderPoster(poster)}
              <span className="sy-media-badge">
                {stage === 'opening' ? (
                  <span className="sy-spinner" />
                ) : (
                  <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M8 5.5v13l11-6.5z" />
                  </svg>
                )}
              </span>
              <span
                className={!isVideo ? 'sy-media-play' : stoppedAt ? 'sy-media-length' : 'sy-visually-hidden'}
              >
                {stoppedAt ? speak('continueAt', { time: clock(stoppedAt) }) : speak('play')}
              </span>{' '}
              {length !== undefined && length > 0 && length < Infinity && !(isVideo && stoppedAt) && (
                <span className="sy-media-length">{clock(length)}</span>
              )}
            </button>
          )}
        </div>
        {renderStatus('sy-media-status', words, isDone && !view.gate && !trouble ? 'success' : undefined)}
        {trouble && (
          <div className="sy-media-trouble">
            {trouble === 'failed' && (
              <p className="sy-error" role="alert">
                {speak('failed')}
              </p>
            )}
            <button className="sy-button" type="button" data-play="">
              {speak('retry')}
            </button>
          </div>
        )}
        {view.gate && gate && (
          <div className="sy-media-gate">
            {typeof gate.ask === 'function'
              ? (gate.ask as Extract<PlayerGate['ask'], (...a: never) => unknown>)(player.goOn)
              : gate.ask}
            {(view.gate === 'answered' || !gate.required) && (
              <button
                className="sy-button"
                data-variant={view.gate === 'answered' ? 'primary' : 'quiet'}
                type="button"
                data-play="on"
              >
                {speak(view.gate === 'answered' ? 'resume' : 'skip')}
              </button>
            )}
          </div>
        )}
        {chapters.length > 0 && (
          <nav className="sy-media-chapters sy-only-with-script" aria-label={speak('chapters')}>
            <ol className="sy-media-list">
              {chapters.map(({ at, label: name }, index) => (
                <li key={`${at} ${name}`}>
                  <button
                    className="sy-media-chapter"
                    type="button"
                    data-play={at}
                    aria-current={index === view.chapter || undefined}
                  >
                    <span className="sy-media-time">{clock(at)}</span> {name}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {transcript && (
          <details className="sy-media-transcript">
            <summary className="sy-media-summary">{speak('transcript')}</summary>
            {transcript}
          </details>
        )}
        {isDone && (
          <NextSlot
            next={next as NextProp<object>}
            outcome={{ phase: 'committed', data: player.leaving() }}
          />
        )}
      </>
    ),
  });
}

function renderPoster(src: string) {
  return <img className="sy-media-poster" src={src} alt="" loading="lazy" decoding="async" />;
}

/** From now on a press is heard. Written past React, because it is no news that a render should bring. */
function makeReady(cover: HTMLElement | null) {
  cover?.setAttribute('data-ready', '');
}

/** What would leave visitors with nothing, or some of them. */
function check(component: string, props: AnyPlayerProps, files: number) {
  const { id, sources, media, tracks, chapters, gate, completeAt } = props;
  const name = `${component} "${id}"`;
  if (!files && !media) tell(1401, name, String(sources));
  if (component === 'VideoPlayer' && !media && !tracks) tell(1404, name);
  if (completeAt !== undefined && !(completeAt > 0 && completeAt <= 1))
    tell(1412, name, 'completeAt', show(completeAt));
  const at = gate?.at;
  const isPlace = typeof at === 'number' ? at >= 0 : /^(pause|end|\d+(\.\d+)?%)$/.test(String(at));
  if (gate && !isPlace) tell(1405, name, `the gate stands at ${String(at)}`);
  for (const one of [tracks ?? []].flat()) if (one && !one.src) tell(1414, name, 'tracks', show(one));
  const wrong = [chapters ?? []].flat().find((one) => !(one?.at >= 0 && Number.isFinite(one.at)));
  if (wrong !== undefined) tell(1405, name, `the chapter "${wrong?.label}" begins at ${String(wrong?.at)}`);
}
