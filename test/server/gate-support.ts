import { createGate, type GateOptions } from 'smallyes/server';

/** The second at which most tests stand still. */
export const noon = Date.UTC(2026, 10, 5, 12) / 1000;

export const newKey = { id: '2026-11', secret: 'qA7r0s1cQe5mN3pZxW8vYt2uLk6jHg4f' };
export const oldKey = { id: '2026-05', secret: 'Zp3x9Lw2Vb8nMk1Qj7Hg5Fd4Ss6Aa0Rt' };

/** A gate with two magnets and a clock that stands still unless `clock.seconds` is moved. */
export function makeGate(options: Partial<GateOptions<'checklist' | 'webinar'>> = {}) {
  const clock = { seconds: noon };
  const gate = createGate({
    keys: [newKey, oldKey],
    magnets: {
      checklist: { stream: () => 'the twelve points', fileName: '12 points.txt' },
      webinar: { redirect: () => 'https://files.example/webinar?signature=abc' },
    },
    now: () => clock.seconds * 1000,
    ...options,
  });
  return { gate, clock };
}

/** Everything that only the server may know. None of it may stand in an answer that refuses. */
export const secrets = [newKey.secret, oldKey.secret, 'the twelve points', 'files.example', 'signature=abc'];

/** The same grant with another signature, well formed. */
export function forge(grant: string): string {
  const at = grant.lastIndexOf('.') + 1;
  return grant.slice(0, at) + (grant[at] === 'A' ? 'B' : 'A') + grant.slice(at + 1);
}
