import { defineLadder } from 'smallyes/ladder';
import { lengthOf, ruleTexts } from './ladder-facts.ts';
import { Table } from './table.tsx';

/** Every rule, in its order. */
export function RuleTable() {
  const rows = Object.entries(ruleTexts).map(([rule, text]) => [<code key="rule">{rule}</code>, text]);
  return <Table head={['Rule', 'Holds when']} rows={rows} />;
}

const plain = defineLadder({
  id: 'defaults',
  goal: 'vote',
  rungs: [{ ask: 'vote', kind: 'poll.vote' }],
});

/** The clocks with their defaults, as an ask without options of its own has them. */
export function ClockTable() {
  const [rung] = plain.rungs;
  const row = (clock: 'shown' | 'dismissed' | 'committed', event: string) => [
    <code key="clock">{clock}</code>,
    event,
    lengthOf(rung?.rest[clock]),
    lengthOf(plain.cooldown[clock]),
  ];
  return (
    <Table
      head={['Clock', 'Runs from', 'One ask (rest)', 'All asks (cooldown)']}
      rows={[
        row('shown', 'the last time it was seen on the screen'),
        row('dismissed', 'the last no'),
        row('committed', 'the last yes'),
      ]}
    />
  );
}
