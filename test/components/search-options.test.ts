import { describe, expect, it } from 'vitest';
import {
  addRecent,
  joinRecent,
  optionsOf,
  readRecent,
  readSuggestions,
} from '../../src/components/search-box/search-options.ts';

describe('what a source gave', () => {
  it('is read as texts or as objects, each once, at most ten', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `boots ${at}`);
    expect(readSuggestions(many)).toHaveLength(10);
    expect(
      readSuggestions(['boots', { query: 'boots' }, { query: 'gloves', description: 'Leather' }]),
    ).toEqual([{ query: 'boots' }, { query: 'gloves', description: 'Leather' }]);
  });

  it.each([
    undefined,
    null,
    'boots',
    7,
    {},
    [null, undefined, 3, {}, [], '', '  ', 'x'.repeat(201), { query: 4 }],
  ])('is nothing where it is %j', (given) => {
    expect(readSuggestions(given)).toEqual([]);
  });
});

describe('searches from before', () => {
  it('are the newest five, each once whatever its case', () => {
    let note = '';
    for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'B']) note = addRecent(readRecent(note), query);
    expect(readRecent(note)).toEqual(['B', 'f', 'e', 'd', 'c']);
  });

  it('are none in a note that somebody else wrote', () => {
    for (const note of ['{', '{}', '"boots"', 'null', '[1,null,{}]', undefined, ''])
      expect(readRecent(note)).toEqual([]);
    expect(readRecent(JSON.stringify(Array(9_999).fill('boots')))).toHaveLength(5);
  });

  it('are those of an earlier visit and of this one, which are newer', () => {
    const note = (...queries: string[]) => JSON.stringify(queries);
    expect(readRecent(joinRecent(note('c', 'B', 'a'), note('d', 'b')))).toEqual(['d', 'b', 'c', 'a']);
    expect(readRecent(joinRecent('{', note('d')))).toEqual(['d']);
  });

  it('are none once the visitor has cleared them, also those that could not be shown yet', () => {
    expect(joinRecent(JSON.stringify(['boots']), '')).toBe('');
  });

  it('are not kept where nobody would pick them again', () => {
    expect(addRecent([], 'x'.repeat(201))).toBe('');
  });
});

describe('the list', () => {
  const recent = ['Winter boots', 'gloves', 'rain boots', 'boots', 'boots for children', 'old boots'];

  it('offers what was searched before while nothing is typed', () => {
    expect(optionsOf(' ', recent, []).map(({ query }) => query)).toEqual(recent.slice(0, 5));
  });

  it('puts what fits before the suggestions, each line once', () => {
    const offered = [{ query: 'rain boots' }, { query: 'snow boots', description: 'New' }];
    expect(optionsOf('BOOTS', recent, offered)).toEqual([
      { query: 'Winter boots', via: 'recent' },
      { query: 'rain boots', via: 'recent' },
      { query: 'boots for children', via: 'recent' },
      { query: 'snow boots', description: 'New', via: 'suggestion' },
    ]);
  });
});
