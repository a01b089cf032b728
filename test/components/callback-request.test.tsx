import { renderToString } from 'react-dom/server';
import { CallbackRequest, type CallbackRequestProps } from 'smallyes/callback-request';
import { describe, expect, expectTypeOf, it } from 'vitest';

describe('CallbackRequest on a server', () => {
  it('writes its times at once, in the zone of the place, and nothing that only a browser knows', () => {
    const html = renderToString(
      <CallbackRequest
        id="call-me"
        country="DE"
        now={Date.parse('2046-01-15T07:00:00Z')}
        windows={{ timeZone: 'Europe/Berlin', hours: { 1: [{ from: '10:00', to: '11:00' }] } }}
        action="/calls"
      />,
    );
    expect(html).toContain('value="2046-01-15T10:00:00+01:00"');
    expect(html).toContain('10:00 – 11:00 AM');
    expect(html).toContain('All times in Central European Time.');
    expect(html).toContain('name="timeZone" value=""');
    expect(html).not.toContain('Looking for free times');
    // The suspended part would be a template to fill in by script.
    expect(html).not.toContain('<template');
    expect(html).toContain('I would rather have a mail</summary>');
  });

  it('writes no second form where nothing could take it', () => {
    const html = renderToString(<CallbackRequest id="call-me" country="DE" onSubmit={() => {}} />);
    expect(html.match(/<form/g)).toHaveLength(1);
    expect(
      renderToString(<CallbackRequest id="a" country="DE" action="/calls" mailFallback={false} />).match(
        /<form/g,
      ),
    ).toHaveLength(1);
  });

  it('takes the answer that every ask takes, without a cast', () => {
    const answer = (ok: boolean) => ({ status: ok ? ('ok' as const) : ('failed' as const) });
    expectTypeOf<() => ReturnType<typeof answer>>().toExtend<NonNullable<CallbackRequestProps['onSubmit']>>();
  });
});
