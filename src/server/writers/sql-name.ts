import { failure } from '../../internal/messages.ts';

/** Checks a name that goes into SQL as it is: small letters, digits, `_`, at most one dot. Throws SY-606. */
export function checkName(option: string, name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}(?:\.[a-z_][a-z0-9_]{0,62})?$/.test(name))
    throw failure(606, `${option} is "${name}", not a name in small letters, digits and "_"`);
  return name;
}
