/** Data as nobody should pass it: circular, throwing, huge, with names that vendors keep for themselves. */
export function hostileData(): Record<string, unknown> {
  const circle: Record<string, unknown> = { name: 'circle' };
  circle['self'] = circle;
  return {
    choice: 'Trust',
    circle,
    big: 10n ** 30n,
    nothing: Number.NaN,
    endless: Number.POSITIVE_INFINITY,
    when: new Date(Number.NaN),
    run: () => 1,
    symbol: Symbol('s'),
    element: document.body,
    get thrower() {
      throw new Error('hostile');
    },
    half: 'a\uD800b',
    long: '\u{1F600}'.repeat(700),
    ['__proto__']: { polluted: true },
    distinct_id: 'someone else',
    $set: { plan: 'free' },
    token: 'stolen',
    groups: 'abc',
    event_id: 'not ours',
    markup: '</script><img src=x onerror=alert(1)>',
  };
}
