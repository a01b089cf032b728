import { type FormEvent, type JSX, useState } from 'react';

/** What hand-written asks call: the least that a page without the kit would do. */
export type Track = (name: string, data: Record<string, unknown>) => void;

/** A poll as a careful developer writes it for one page: native radios, one handler, thanks afterwards. */
export function NativePoll({
  question,
  options,
  track,
}: {
  question: string;
  options: string[];
  track: Track;
}): JSX.Element {
  const [choice, setChoice] = useState<string>();
  return (
    <form method="post">
      <fieldset>
        <legend>{question}</legend>
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name="choice"
              value={option}
              checked={choice === option}
              onChange={() => {
                setChoice(option);
                track('vote', { choice: option });
              }}
            />
            <span>{option}</span>
          </label>
        ))}
      </fieldset>
      <p role="status">{choice && 'Thank you for your vote.'}</p>
    </form>
  );
}

/** A star rating as a careful developer writes it for one page. */
export function NativeRating({ label, track }: { label: string; track: Track }): JSX.Element {
  const [value, setValue] = useState(0);
  const onChange = (event: FormEvent<HTMLInputElement>) => {
    const next = Number(event.currentTarget.value);
    setValue(next);
    track('rate', { value: next });
  };
  return (
    <form method="post">
      <fieldset>
        <legend>{label}</legend>
        {[1, 2, 3, 4, 5].map((one) => (
          <label key={one}>
            <input type="radio" name="rating" value={one} checked={one === value} onChange={onChange} />
            <span>{one} stars</span>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d="m12 2 3 7h7l-5.500 4.500 2 7.500-6.500-4.500-6.500 4.500 2-7.500L2 9h7z" />
            </svg>
          </label>
        ))}
      </fieldset>
      <p role="status">{value > 0 && `You rated ${value} of 5`}</p>
    </form>
  );
}

/** An event queue as a careful developer writes it: an id, a time, a beacon when the page hides. */
export function createNativeQueue(): Track {
  const queue: unknown[] = [];
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) navigator.sendBeacon('/events', JSON.stringify(queue.splice(0)));
  });
  return (name, data) => {
    queue.push({ id: crypto.randomUUID(), time: Date.now(), path: location.pathname, name, data });
    if (queue.length > 1000) queue.length = 0;
  };
}
