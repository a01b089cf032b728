import type { FieldSpec } from '../../form/index.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { AccountFormLabels } from './account-form-labels.ts';
import type { AnyAccountProps } from './account-form-props.ts';

/** What the form asks for, as data: the address, your fields, the password where there is one, the box to tick last. */
export function fieldsOfAccount(
  props: Pick<AnyAccountProps, 'method' | 'fields' | 'passwordMinLength' | 'terms'>,
  speak: Speaker<AccountFormLabels>,
): readonly FieldSpec[] {
  const { method = 'password', fields, terms } = props;
  const minLength = minLengthOf(props.passwordMinLength);
  const specs: FieldSpec[] = [
    // The name by which a password manager keeps it.
    {
      type: 'email' as const,
      name: 'email',
      label: speak('email'),
      required: true,
      autoComplete: 'username',
    },
    fields ?? [],
  ]
    .flat()
    .filter(Boolean);
  if (method === 'password')
    specs.push({
      type: 'text',
      name: 'password',
      label: speak('password'),
      description: speak('passwordHint', { count: minLength }),
      required: true,
      autoComplete: 'new-password',
      minLength,
      // More than anybody types; the standard asks for 64 at least.
      maxLength: 1_000,
    });
  if (terms) specs.push({ required: true, ...terms, type: 'consent', name: 'terms' });
  return specs;
}

/** Fewest characters of a password: never below 8, whatever was given. */
export function minLengthOf(given: number = 15): number {
  return Number.isInteger(given) && given >= 8 ? given : 8;
}
