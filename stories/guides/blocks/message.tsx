import { messages } from '../../../src/internal/messages.ts';

/** A developer message as the console shows it. `details` stand in for what your own page would put there. */
export function Message({ code, details }: { code: keyof typeof messages; details: readonly string[] }) {
  const text = (messages[code] as (...details: readonly string[]) => string)(...details);
  return (
    <blockquote>
      [smallyes] SY-{code} {text}
    </blockquote>
  );
}
