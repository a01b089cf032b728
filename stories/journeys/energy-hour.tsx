import { defineStepForm, StepForm } from 'smallyes/step-form';
import * as z from 'zod';
import type { EnergyServer } from './energy-server.ts';

/** An hour in three steps. Who only rents is told what a tenant can do, and is not sold an hour. */
export const hourForm = defineStepForm({
  steps: {
    house: {
      title: 'What kind of house is it?',
      fields: [
        {
          type: 'choice',
          name: 'house',
          label: 'Kind of house',
          required: true,
          trackable: true,
          options: [
            { value: 'before-1980', label: 'Built before 1980' },
            { value: 'after-1980', label: 'Built in 1980 or later' },
            { value: 'rented', label: 'We rent it' },
          ],
        },
      ],
      reply: ({ house }) =>
        house === 'before-1980'
          ? 'Bring the bills of three winters: with them an hour is enough for an order and a price.'
          : house === 'after-1980'
            ? 'Most houses of that age pass the 55 degree test with two new radiators.'
            : undefined,
      next: [{ when: { house: 'rented' }, to: { end: 'renting' } }, { to: 'matter' }],
    },
    matter: {
      title: 'What should be clear after the hour?',
      fields: [
        {
          type: 'choices',
          name: 'matters',
          label: 'Choose what you like',
          required: true,
          trackable: true,
          options: [
            { value: 'order', label: 'What to do first' },
            { value: 'offer', label: 'Whether an offer is fair' },
            { value: 'funding', label: 'What funding there is' },
          ],
        },
        {
          type: 'choice',
          name: 'day',
          label: 'When does it suit you?',
          required: true,
          options: [
            { value: 'morning', label: 'A morning' },
            { value: 'evening', label: 'An evening' },
            { value: 'saturday', label: 'A Saturday' },
          ],
        },
      ],
      next: 'you',
    },
    you: {
      title: 'Where do we send two dates?',
      schema: z.object({
        name: z.string().max(100).meta({ title: 'Your name' }),
        email: z.email().meta({ title: 'E-mail' }),
      }),
      next: { end: 'booked' },
    },
  },
  endings: {
    booked: {
      title: 'Until soon, {name|and thank you}',
      text: 'Two dates come by mail today. You pay 140 euros after the hour, and nothing if it did not help.',
    },
    renting: {
      title: 'Keep your money for now',
      text: 'As a tenant you cannot change the house, but you can turn the valves: the test sheet shows where.',
      send: false,
    },
  },
});

/** The large ask. */
export function Hour({ server }: { server: EnergyServer }) {
  return (
    <StepForm
      id="hour"
      placement="foot"
      moment="buy"
      form={hourForm}
      action="/hour"
      onSubmit={server.send}
      worth={{ amount: 140, currency: 'EUR' }}
    />
  );
}
