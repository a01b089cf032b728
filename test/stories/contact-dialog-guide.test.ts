import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';

const [, statement = ''] =
  /```sql\n([\s\S]*?)```/.exec(readFileSync('stories/guides/contact-dialog.mdx', 'utf8')) ?? [];

/** What one attempt has come to, as the dialog records it. */
const steps = [
  ['contact-dialog.open', 'seen'],
  ['contact-dialog.open', 'started'],
  ['contact-dialog.open', 'committed'],
  ['contact-dialog.submit', 'progressed'],
  ['contact-dialog.submit', 'failed'],
  ['contact-dialog.submit', 'committed'],
] as const;

it('the statement of the guide gives the rates of each trigger', () => {
  const store = new DatabaseSync(':memory:');
  store.exec(
    'CREATE TABLE smallyes_events (ask_id TEXT, placement TEXT, attempt TEXT, kind TEXT, phase TEXT)',
  );
  const insert = store.prepare('INSERT INTO smallyes_events VALUES (?, ?, ?, ?, ?)');
  let attempts = 0;
  const come = (placement: string | null, count: number, far: number, ask = 'talk') => {
    for (let visitor = 0; visitor < count; visitor++) {
      attempts++;
      for (const [kind, phase] of steps.slice(0, far))
        insert.run(ask, placement, `a${attempts}`, kind, phase);
    }
  };
  // Seen only; opened; begun; failed once and sent at last.
  come('header', 90, 1);
  come('header', 5, 3);
  come('header', 5, 4);
  come('card', 6, 1);
  come('card', 1, 5);
  come('card', 3, 6);
  come(null, 19, 3);
  come(null, 1, 6);
  come('header', 50, 6, 'another');
  expect(
    store
      .prepare(statement)
      .all()
      .map((row) => Object.values(row)),
  ).toEqual([
    ['card', 10, 4, 4, 3, 30],
    [null, 20, 20, 1, 1, 5],
    ['header', 100, 10, 5, 0, 0],
  ]);
  store.close();
});
