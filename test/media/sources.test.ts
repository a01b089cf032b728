import { describe, expect, it } from 'vitest';
import {
  chapterAt,
  clock,
  isHls,
  placeOf,
  readChapters,
  readSources,
  unsigned,
} from '../../src/media/sources.ts';

describe('the files of a recording', () => {
  it.each([
    ['/tour.webm', 'video/webm'],
    ['/tour.MP4?v=3', 'video/mp4'],
    ['https://cdn.example/a.b/talk.mp3#t=10', 'audio/mpeg'],
    ['/live.m3u8', 'application/vnd.apple.mpegurl'],
    ['/tour', undefined],
    ['blob:https://example.com/5f1a', undefined],
  ])('get a type by the ending of %s', (src, type) => {
    expect(readSources(src)).toEqual([{ src, type }]);
  });

  it('keep the type and the screens they were given', () => {
    const file = { src: '/tour.mp4', type: 'video/mp4; codecs="avc1"', media: '(max-width: 600px)' };
    expect(readSources([file, '/tour.webm'])).toEqual([file, { src: '/tour.webm', type: 'video/webm' }]);
  });

  it('are left out where they are none', () => {
    expect(readSources(undefined)).toEqual([]);
    expect(readSources(['', null, {}, 7] as never)).toEqual([]);
  });

  it('are told from a list of segments', () => {
    expect(readSources(['/a.m3u8', '/a.mp4']).map(isHls)).toEqual([true, false]);
    expect(isHls({ src: '/list', type: 'application/x-mpegURL' })).toBe(true);
  });
});

describe('the place of a gate', () => {
  it.each([
    [12, 60, 12],
    ['15%', 60, 9],
    ['0%', 60, 0],
    ['15%', Number.NaN, undefined],
    ['15%', Number.POSITIVE_INFINITY, undefined],
    ['pause', 60, undefined],
    ['end', 60, undefined],
  ] as const)('%s of a recording of %s s is %s', (at, duration, place) => {
    expect(placeOf(at, duration)).toBe(place);
  });
});

it('puts chapters in order and leaves out those that stand nowhere', () => {
  const given = [9, -1, 3, Number.NaN, Number.POSITIVE_INFINITY].map((at) => ({ at, label: String(at) }));
  expect(readChapters(given).map(({ at }) => at)).toEqual([3, 9]);
  expect(given[0]?.at).toBe(9);
  expect(readChapters(undefined)).toEqual([]);
});

it.each([
  [2, -1],
  [3, 0],
  [8.8, 0],
  [8.95, 1],
  [100, 1],
])('finds the chapter of second %s', (second, chapter) => {
  expect(
    chapterAt(
      [
        { at: 3, label: 'Three' },
        { at: 9, label: 'Nine' },
      ],
      second,
    ),
  ).toBe(chapter);
});

it.each([
  [0, '0:00'],
  [65.4, '1:05'],
  [599.6, '10:00'],
  [3_723, '1:02:03'],
  [Number.NaN, '0:00'],
  [-4, '0:00'],
])('writes %s seconds as %s', (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

describe('a renewed signature', () => {
  it.each([
    ['?Expires=1&Signature=a~_&Key-Pair-Id=K1', '?Expires=2&Signature=b~-&Key-Pair-Id=K2', true],
    ['?id=1&X-Amz-Date=1&X-Amz-Signature=a', '?id=1&X-Amz-Date=2&X-Amz-Signature=b', true],
    [
      '?sv=1&st=2026-01-01T00:00Z&se=2026-01-02T00:00Z&sig=a%3D',
      '?sv=1&st=2026-01-03T00:00Z&se=2026-01-04T00:00Z&sig=b',
      true,
    ],
    ['?hdnts=exp=1~hmac=a', '?hdnts=exp=2~hmac=b', true],
    ['?s=1&e=1', '?s=1&e=2', false],
    ['?token=a&v=1', '?token=b&v=2', false],
    ['?design=1', '?design=2', false],
  ])('%s and %s: the same recording is %s', (before, after, isSame) => {
    expect(unsigned(`/film.mp4${before}`) === unsigned(`/film.mp4${after}`)).toBe(isSame);
  });
});
