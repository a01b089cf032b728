import type { Exchange } from '../../events/index.ts';
import type { FieldSpec } from '../../form/index.ts';
import { writtenOut } from '../../form/read-spec.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { NewsletterFormLabels } from './newsletter-form-labels.ts';
import type { AnyNewsletterProps } from './newsletter-form-props.ts';

/** What the sign-up asks for, as data: the address first, then what is optional, the box to tick last. */
export function fieldsOfNewsletter(
  props: Pick<AnyNewsletterProps, 'fields' | 'topics' | 'frequencies' | 'consent'>,
  speak: Speaker<NewsletterFormLabels>,
): readonly FieldSpec[] {
  const { fields, topics, frequencies, consent } = props;
  const specs: FieldSpec[] = [
    { type: 'email' as const, name: 'email', label: speak('email'), required: true },
    fields ?? [],
  ]
    .flat()
    .filter(Boolean);
  if (topics && topics.length !== 0)
    specs.push({ type: 'choices', name: 'topics', label: speak('topics'), options: topics });
  if (frequencies && frequencies.length !== 0)
    specs.push({ type: 'choice', name: 'frequency', label: speak('frequency'), options: frequencies });
  if (consent) specs.push({ ...consent, type: 'consent', name: 'marketing' });
  return specs;
}

/** What is given and got, as the visitor reads it: the labels of what must be filled in, and the promise. */
export function exchangeOf(specs: readonly FieldSpec[], get: string): Exchange {
  const give = specs
    .filter(({ type, required }) => required && type !== 'hidden' && type !== 'consent')
    .map(({ label, name }) => label ?? writtenOut(name));
  return { give, get: [get] };
}
