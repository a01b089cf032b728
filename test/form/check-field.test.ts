import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import { checkField } from '../../src/form/check-field.ts';
import { isLeftOut, rawValuesOf, readValue, readValues } from '../../src/form/form-values.ts';

type Fields = { [T in FieldSpec['type']]: Extract<FieldSpec, { type: T }> };

function spec<T extends FieldSpec['type']>(type: T, more: Partial<Fields[T]> = {}): FieldSpec {
  return { type, name: 'field', label: 'Field', options: ['a', 'b', 'c'], ...more } as unknown as FieldSpec;
}

const keys = (field: FieldSpec, value: unknown) => checkField(field, value).map(({ key }) => key);
const picked = new File(['x'], 'picked.txt');
const file = (name: string, size: number, type = '') => new File(['x'.repeat(size)], name, { type });

describe('checkField', () => {
  it.each([
    [spec('text'), ''],
    [spec('text', { required: true, minLength: 2, maxLength: 3, pattern: '[a-z]+' }), 'abc'],
    [spec('text', { pattern: '(' }), 'a broken pattern forbids nothing'],
    [spec('long-text', { maxLength: 10_000 }), 'x'.repeat(10_000)],
    [spec('email', { required: true }), 'ada@example.com'],
    [spec('email', { allowDomains: ['example.com'] }), 'ada@mail.EXAMPLE.com'],
    [spec('phone'), '+49 (228) 555-01.99/3'],
    [spec('url'), 'https://example.com/a?b#c'],
    [spec('number', { min: 0.1, max: 1, step: 0.1 }), 0.3],
    [spec('number', { step: 'any' }), 1.2345],
    [spec('number'), undefined],
    [spec('date', { min: '2026-11-21', max: '2026-11-21' }), '2026-11-21'],
    [spec('date'), '2024-02-29'],
    [spec('choice', { required: true }), 'a'],
    [spec('choices', { required: true, max: 2 }), ['a', 'b']],
    [spec('choices'), []],
    [spec('address', { required: true }), { street: 'S', postalCode: '1', city: 'C', country: 'D' }],
    [spec('address'), { street: '', postalCode: '', city: '', country: '' }],
    [spec('file', { accept: 'image/*, .PDF' }), file('a.pdf', 1)],
    [spec('file', { accept: 'image/*' }), file('a', 1, 'image/png')],
    [spec('file', { multiple: true, maxFiles: 2 }), [file('a', 1), file('b', 1)]],
    [spec('consent', { required: true }), true],
    [spec('consent'), false],
    [spec('hidden', { required: true }), 'x'],
    [spec('text', { required: true, disabled: true }), ''],
  ])('takes %o with %o', (field, value) => {
    expect(checkField(field, value)).toEqual([]);
  });

  it.each([
    [spec('text', { required: true }), '', 'required'],
    [spec('text', { minLength: 3 }), 'ab', 'tooShort'],
    [spec('text', { maxLength: 3 }), 'abcd', 'tooLong'],
    [spec('long-text'), 'x'.repeat(10_001), 'tooLong'],
    [spec('text', { pattern: '[a-z]+' }), 'abc1', 'pattern'],
    [spec('email'), 'ada@example', 'email'],
    [spec('email'), 'ada@-example.com', 'email'],
    [spec('email'), `${'a'.repeat(250)}@b.co`, 'email'],
    [spec('email', { allowDomains: ['example.com'] }), 'ada@badexample.com', 'emailDomain'],
    [spec('email', { denyDomains: ['Example.com'] }), 'ada@mail.example.com', 'emailDomain'],
    [spec('phone'), '1234', 'phone'],
    [spec('phone'), '+49 228 5550199 ext. 3', 'phone'],
    [spec('url'), 'javascript:alert(1)', 'url'],
    [spec('url'), 'https://localhost', 'url'],
    [spec('url'), 'https://exa mple.com', 'url'],
    [spec('number'), Number.NaN, 'number'],
    [spec('number'), Number.POSITIVE_INFINITY, 'number'],
    [spec('number', { min: 1 }), 0, 'tooLow'],
    [spec('number', { max: 1 }), 2, 'tooHigh'],
    [spec('number', { min: 1, step: 2 }), 2, 'step'],
    [spec('number'), 1.5, 'step'],
    [spec('date'), '2026-02-30x', 'date'],
    [spec('date'), '21.11.2026', 'date'],
    [spec('date', { min: '2026-11-22' }), '2026-11-21', 'tooEarly'],
    [spec('date', { max: '2026-11-20' }), '2026-11-21', 'tooLate'],
    [spec('choice', { required: true }), undefined, 'choiceRequired'],
    [spec('choice'), 'z', 'choiceRequired'],
    [spec('choices', { required: true }), [], 'tooFew'],
    [spec('choices', { min: 2 }), ['a'], 'tooFew'],
    [spec('choices', { max: 1 }), ['a', 'b'], 'tooMany'],
    [spec('choices'), ['a', 'z'], 'choiceRequired'],
    [spec('file', { required: true }), undefined, 'fileRequired'],
    [spec('file', { maxSize: 3 }), file('a', 4), 'fileSize'],
    [spec('file', { accept: '.pdf,image/png' }), file('a.exe', 1, 'image/jpeg'), 'fileType'],
    [spec('file', { multiple: true, maxFiles: 1 }), [file('a', 1), file('b', 1)], 'tooManyFiles'],
    [spec('consent', { required: true }), false, 'consentRequired'],
  ])('refuses %o with %o: %s', (field, value, key) => {
    expect(keys(field, value)).toEqual([key]);
  });

  it('says how many must be chosen: one, where nothing says more', () => {
    const count = (field: FieldSpec) => checkField(field, []).map(({ values }) => values);
    expect(count(spec('choices', { required: true }))).toEqual([{ count: 1 }]);
    expect(count(spec('choices', { min: 2 }))).toEqual([{ count: 2 }]);
  });

  it('names each missing line of an address, but neither a second line nor a region', () => {
    const field = spec('address', { required: true, parts: ['street', 'line2', 'city', 'region'] });
    expect(checkField(field, { street: '', line2: '', city: 'x'.repeat(201), region: '' })).toEqual([
      { key: 'required', part: 'street' },
      { key: 'tooLong', values: { count: 200, length: 201 }, part: 'city' },
    ]);
  });

  it('takes an option of a list in which another one is null', () => {
    const options = [null, 'small', { value: 'large', label: 'Large' }] as unknown as string[];
    const size = spec('choice', { options });
    expect(keys(size, 'large')).toEqual([]);
    expect(keys(size, 'other')).not.toEqual([]);
  });

  it('tells an address from none where the browser has no URL.canParse', () => {
    const { canParse } = URL;
    Reflect.deleteProperty(URL, 'canParse');
    try {
      expect(keys(spec('url'), 'https://example.com/a')).toEqual([]);
      expect(keys(spec('url'), 'https://[')).toEqual(['url']);
    } finally {
      URL.canParse = canParse;
    }
  });

  it('answers a hostile e-mail address at once', () => {
    const started = performance.now();
    expect(keys(spec('email'), `${'a.'.repeat(120)}@${'b-'.repeat(6)}`)).toEqual(['email']);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('what is left out', () => {
  it.each([
    [spec('text'), '', true],
    [spec('text'), '0', false],
    [spec('number'), 0, false],
    [spec('choices'), [], true],
    [spec('consent'), false, true],
    [spec('address'), { street: '', city: '' }, true],
    [spec('address'), { street: '', city: 'Bonn' }, false],
  ])('%o with %o: %s', (field, value, isOut) => {
    expect(isLeftOut(field, value)).toBe(isOut);
  });
});

describe('readValue', () => {
  it.each([
    [spec('text'), '  Ada ', 'Ada'],
    [spec('text'), { toString: () => 'x' }, ''],
    [spec('number'), ' 12.5 ', 12.5],
    [spec('number'), '', undefined],
    [spec('number'), '12,5', Number.NaN],
    [spec('number'), 3, 3],
    [spec('url'), 'example.com', 'https://example.com'],
    [spec('url'), 'ftp://example.com', 'ftp://example.com'],
    [spec('choice'), null, undefined],
    [spec('choices'), 'a', ['a']],
    [spec('choices'), [1, '', 'b', null], ['b']],
    [spec('consent'), 'on', true],
    [spec('consent'), 'false', false],
    [spec('consent'), undefined, false],
    [spec('hidden'), ' kept ', ' kept '],
    [spec('address', { parts: ['city'] }), { city: ' Bonn ', street: 'unasked' }, { city: 'Bonn' }],
    [spec('address', { parts: ['city'] }), 'Bonn', { city: '' }],
    [spec('address', { parts: ['city'] }), null, { city: '' }],
    [spec('file'), new File([], ''), undefined],
    [spec('file'), null, undefined],
    [spec('file'), [picked], picked],
    [spec('file', { multiple: true }), undefined, []],
    [spec('file', { multiple: true }), { length: 2, 0: picked, 1: picked }, [picked, picked]],
  ])('%o reads %o as %o', (field, raw, value) => {
    expect(readValue(field, raw)).toEqual(value);
  });

  it('sorts the entries of a post by field and drops what nobody asked for', () => {
    const post = new FormData();
    for (const [name, value] of [
      ['name', 'Ada'],
      ['name', 'twice'],
      ['topics', 'Ads'],
      ['topics', 'Shop'],
      ['home.city', 'Bonn'],
      ['isAdmin', 'true'],
    ] as const)
      post.append(name, value);
    const specs: FieldSpec[] = [
      { type: 'text', name: 'name' },
      { type: 'choices', name: 'topics', options: ['Ads', 'Shop'] },
      { type: 'address', name: 'home', parts: ['city', 'country'] },
      { type: 'text', name: 'gone', disabled: true },
    ];
    expect(readValues(specs, rawValuesOf(specs, post))).toEqual({
      name: 'Ada',
      topics: ['Ads', 'Shop'],
      home: { city: 'Bonn', country: '' },
    });
  });
});

describe('a text that autofill knows as a password', () => {
  const password = spec('text', { autoComplete: 'new-password', minLength: 8, maxLength: 10 });

  it('is taken as it was typed, where any other text loses the spaces around it', () => {
    expect(readValue(password, ' two words ')).toBe(' two words ');
    expect(readValue(spec('text'), ' two words ')).toBe('two words');
  });

  it('counts an emoji as one character', () => {
    expect(keys(password, '🐘'.repeat(7))).toEqual(['tooShort']);
    expect(keys(password, '🐘'.repeat(8))).toEqual([]);
    expect(keys(password, '🐘'.repeat(10))).toEqual([]);
    expect(keys(password, '🐘'.repeat(11))).toEqual(['tooLong']);
  });
});
