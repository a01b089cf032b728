import { onTestFinished } from 'vitest';
import { cdp } from 'vitest/browser';

interface Session {
  send(method: 'Emulation.setEmulatedMedia', look: object): Promise<void>;
}

/**
 * Shows the page with these media features, on `media` (`'print'`), until the test ends: what stays emulated would meet every
 * file that this page runs after it. A second call takes the place of the first.
 */
export async function emulateMedia(features: Readonly<Record<string, string>>, media = ''): Promise<void> {
  const session = cdp() as unknown as Session;
  const show = (features: readonly object[], media: string) =>
    session.send('Emulation.setEmulatedMedia', { features, media });
  onTestFinished(() => show([], ''));
  await show(
    Object.entries(features).map(([name, value]) => ({ name, value })),
    media,
  );
}
