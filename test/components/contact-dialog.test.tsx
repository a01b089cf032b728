import { renderToString } from 'react-dom/server';
import {
  ContactDialog,
  type ContactDialogProps,
  ContactDialogTrigger,
  contactDialogId,
} from 'smallyes/contact-dialog';
import { CommitmentProvider } from 'smallyes/provider';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { expectConsole } from '../support/console.ts';

const fields = [
  { type: 'email', name: 'email', required: true },
  { type: 'choice', name: 'size', options: ['small', 'large'] },
] as const;
const schema = z.object({ email: z.email(), seats: z.coerce.number() });

describe('a contact dialog on the server', () => {
  it('is a link to the page that does the same, and nothing of the dialog', () => {
    const html = renderToString(
      <CommitmentProvider>
        <ContactDialog
          id="talk"
          trigger="Contact us"
          title="Talk"
          fields={fields}
          fallbackHref="mailto:hello@example.com"
        />
        <ContactDialogTrigger for="talk" fallbackHref="/contact">
          Write
        </ContactDialogTrigger>
      </CommitmentProvider>,
    );
    expect(html).toContain('href="mailto:hello@example.com"');
    expect(html).toContain('href="/contact"');
    expect(html).not.toMatch(/<form|role="dialog"|haspopup|sy-only-with-script/);
  });

  it('is a button without one, hidden where no script could act on it', () => {
    const html = renderToString(
      <ContactDialog id="talk" trigger="Contact us" title="Talk" fields={fields} />,
    );
    expect(html).toMatch(/<button class="[^"]*sy-only-with-script[^"]*"[^>]*type="button"/);
    expect(html).toContain('aria-haspopup="dialog"');
  });

  it('leads to no address that could run code', () => {
    expectConsole('warn', 'SY-110');
    const html = renderToString(
      <ContactDialog
        id="talk"
        trigger="Contact us"
        title="Talk"
        fields={fields}
        fallbackHref="javascript:alert(1)"
      />,
    );
    expect(html).not.toContain('javascript:');
    expect(html).toContain('<button');
  });

  it('renders neither open nor with a payload before there is a visitor', () => {
    const html = renderToString(
      <ContactDialog id="talk" title="Talk" fields={fields} defaultOpen open hash="talk" />,
    );
    expect(html).not.toContain('role="dialog"');
    expect(html).not.toContain('Talk');
  });
});

describe('the types of a contact dialog', () => {
  it('give onSubmit the values of the fields', () => {
    <ContactDialog
      id="talk"
      title="Talk"
      fields={fields}
      onSubmit={(values) => {
        expectTypeOf(values).toEqualTypeOf<{
          readonly email: string;
          readonly size: 'small' | 'large' | undefined;
        }>();
      }}
    />;
    <ContactDialog
      id="talk"
      title="Talk"
      fields={[{ type: 'text', name: 'company', required: true }]}
      onSubmit={(values) => {
        expectTypeOf(values.company).toEqualTypeOf<string>();
        // @ts-expect-error Property 'town' does not exist
        values.town;
      }}
    />;
  });

  it('give onSubmit what the schema yields', () => {
    <ContactDialog
      id="talk"
      title="Talk"
      schema={schema}
      onSubmit={(values) => {
        expectTypeOf(values).toEqualTypeOf<{ email: string; seats: number }>();
      }}
    />;
  });

  it('carry the payload of the id to triggers, heading, children, handlers', () => {
    const talk = contactDialogId<{ product: string }>('talk');
    <ContactDialogTrigger for={talk} payload={{ product: 'audit' }}>
      Ask
    </ContactDialogTrigger>;
    // @ts-expect-error Type 'number' is not assignable to type 'string'
    <ContactDialogTrigger for={talk} payload={{ product: 1 }}>
      Ask
    </ContactDialogTrigger>;
    <ContactDialog
      id={talk}
      fields={fields}
      title={({ payload }) => {
        expectTypeOf(payload).toEqualTypeOf<{ product: string } | undefined>();
        return payload?.product;
      }}
      onOpenChange={(_open, { payload, reason }) => {
        expectTypeOf(payload).toEqualTypeOf<{ product: string } | undefined>();
        // @ts-expect-error there is no reason 'swipe'
        if (reason === 'swipe') return;
      }}
      onSubmit={(_values, { payload, signals }) => {
        expectTypeOf(payload).toEqualTypeOf<{ product: string } | undefined>();
        expectTypeOf(signals.isTrapFilled).toEqualTypeOf<boolean>();
      }}
    />;
    // @ts-expect-error the id says what the payload is
    <ContactDialog id={talk} title="Talk" payload={{ town: 'Graz' }} fields={fields} />;
  });

  it('tell openings and answers apart', () => {
    <ContactDialog
      id="talk"
      title="Talk"
      fields={fields}
      onCommit={(event) => {
        if (event.kind === 'contact-dialog.open')
          expectTypeOf(event.data.trigger).toEqualTypeOf<string | undefined>();
        else expectTypeOf(event.data.fields).toEqualTypeOf<string[] | undefined>();
      }}
    />;
  });

  it('refuse what cannot be', () => {
    // @ts-expect-error a dialog needs a heading
    <ContactDialog id="talk" fields={fields} />;
    // @ts-expect-error 'sms' is no type of a field
    <ContactDialog id="talk" title="Talk" fields={[{ type: 'sms', name: 'sms' }]} />;
    // @ts-expect-error a schema is no text
    <ContactDialog id="talk" title="Talk" schema="email" />;
    // @ts-expect-error there is no such result
    <ContactDialog id="talk" title="Talk" fields={fields} onSubmit={() => ({ status: 'fine' })} />;
    expectTypeOf<ContactDialogProps>().toHaveProperty('hash');
  });
});
