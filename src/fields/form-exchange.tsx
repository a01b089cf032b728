import type { JSX } from 'react';
import type { Exchange } from '../events/index.ts';
import type { FormSpeaker } from '../form/validate-form.ts';

/** What a visitor gives, and what comes in return, in the developer's own words. */
export function FormExchange(props: {
  readonly exchange: Exchange | undefined;
  readonly speak: FormSpeaker;
}): JSX.Element | null {
  const { exchange, speak } = props;
  const rows = (['give', 'get'] as const).filter((key) => exchange?.[key]?.length);
  if (!rows.length) return null;
  return (
    <dl className="sy-exchange">
      {rows.map((key) => (
        <div className="sy-exchange-row" key={key}>
          <dt className="sy-note">{speak(key)}</dt>
          <dd className="sy-exchange-words">{listOf(exchange?.[key] ?? [], speak.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

function listOf(words: readonly string[], locale: string): string {
  // One is no list: the page is spared an Intl object, which is slow to make.
  if (words.length === 1) return words[0] as string;
  try {
    return new Intl.ListFormat(locale).format(words);
  } catch {
    return words.join(', ');
  }
}
