import { expect, it } from 'vitest';
import { describeClient } from './contract.ts';
import { arrived } from './lab.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly e: string;
  readonly eid: string;
  readonly dtm: string;
  readonly url: string;
  readonly uid?: string;
  readonly ue_pr?: string;
  readonly se_ca?: string;
  readonly se_ac?: string;
  readonly se_la?: string;
  readonly se_pr?: string;
}

const schema = 'iglu:com.acme/commitment/jsonschema/1-0-0';
const messages = (arrivals: readonly Arrival[]) =>
  arrivals
    .filter(({ path }) => path === '/com.snowplowanalytics.snowplow/tp2')
    .flatMap(({ text }) => (JSON.parse(text) as { data: Message[] }).data);

const lab = describeClient({
  program: 'snowplow',
  options: { schema },
  // The client's own `url`; `setCustomUrl` of the client changes it, for all events.
  tellsQuery: true,
  read: (arrivals) =>
    messages(arrivals)
      .filter(({ e }) => e === 'ue')
      .map(({ ue_pr = '', dtm, uid }) => {
        const { data } = JSON.parse(ue_pr) as { data: { schema: string; data: Record<string, unknown> } };
        expect(data.schema).toBe(schema);
        const { name, ...properties } = data.data;
        return { name: String(name), id: properties['event_id'], time: Number(dtm), properties, user: uid };
      }),
});

it('sends structured events to a collector that has no schema for ours', async () => {
  const page = await lab.open();
  const made = await page.evaluate(() => {
    window.stage.start();
    window.stage.identify('user-7');
    window.stage.share(['copy']);
    return window.stage.events[0];
  });
  const [event] = await arrived(lab.server, messages, 1);
  expect(event).toMatchObject({
    e: 'se',
    se_ca: 'share-button.share',
    se_ac: 'committed',
    se_la: 'share',
    se_pr: made?.id,
    dtm: String(made?.time),
    uid: 'user-7',
  });
});
