import { render } from '@testing-library/react';
import { useField } from 'smallyes/fields';
import type { FieldSpec } from 'smallyes/form';
import { beforeEach, expect, it } from 'vitest';
import type { Form } from '../../src/fields/use-form.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { Host, server, wait } from './form-host.tsx';

beforeEach(forgetMessages);

const budget = { type: 'number', name: 'budget' } as const satisfies FieldSpec;

/** A control of one's own that gives its input a name of another library. */
function Budget() {
  const { controlProps, label } = useField<number>(budget);
  return <input {...controlProps} name="slider-1" aria-label={label} type="range" />;
}

it('tells of a plain control in a form, once, and of no control that a field stands for', async () => {
  expectConsole('warn', /SY-504 .*Host "talk".*"town"/);
  let form: Form | undefined;
  render(
    <Host
      fields={[
        { type: 'address', name: 'address', parts: ['street', 'city'] },
        { type: 'choice', name: 'when', options: ['Now', 'Later'] },
        { type: 'consent', name: 'terms', label: 'I agree' },
        { type: 'file', name: 'photo' },
      ]}
      options={server().options}
      onForm={(one) => (form = one)}
    >
      <Budget />
      <select name="town" aria-label="Town">
        <option>Here</option>
      </select>
    </Host>,
  );
  const machine = await form?.ready();
  machine?.attach();
  await wait(20);
  expect(consoleOutput()).toHaveLength(1);
});
