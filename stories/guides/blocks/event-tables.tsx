import { catalogue, type Grade } from 'smallyes/events';
import { eventFields, phases } from './event-fields.ts';
import { Table } from './table.tsx';

/** Every field of an event. */
export function FieldTable() {
  const rows = Object.entries(eventFields).map(([field, { example, meaning }]) => [
    <code key="field">{field}</code>,
    <code key="example">{example}</code>,
    meaning,
  ]);
  return <Table head={['Field', 'Example', 'What it says']} rows={rows} />;
}

/** Every phase and its rule. */
export function PhaseTable() {
  const rows = Object.entries(phases).map(([phase, { when, times }]) => [
    <code key="phase">{phase}</code>,
    when,
    times,
  ]);
  return <Table head={['Phase', 'When it goes out', 'In one attempt']} rows={rows} />;
}

const gradeNames: Readonly<Record<Grade, string>> = { 1: 'weak', 2: 'medium', 3: 'strong' };

/** The catalogue of kinds as the code has it. */
export function KindTable() {
  const rows = Object.entries(catalogue).map(([kind, grade]) => [
    <code key="kind">{kind}</code>,
    `${grade} ${gradeNames[grade]}`,
  ]);
  return <Table head={['Kind', 'Grade']} rows={rows} />;
}

/** What consent allows. */
export function ConsentTable() {
  return (
    <Table
      head={['', 'granted', 'unknown', 'denied']}
      rows={[
        ['onCommit, onEvent', 'run', 'run', 'run'],
        [
          'a tracker of that purpose',
          'gets events',
          'they wait: 100 at most, for 30 minutes at most',
          'gets nothing; what waited is thrown away',
        ],
        ['storage (functional)', 'used', 'held in memory for this page', 'what was stored is removed'],
        ['event.visitor (analytics and functional)', 'present', 'absent', 'absent'],
      ]}
    />
  );
}
