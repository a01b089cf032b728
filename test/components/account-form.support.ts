import type { PasskeyOptions } from 'smallyes/account-form';
import { cdp } from 'vitest/browser';

interface Protocol {
  send(
    method: string,
    params?: object,
  ): Promise<{ authenticatorId: string; credentials: readonly { rpId?: string }[] }>;
}

/** A device with a fingerprint reader, which the browser takes for a real one. */
export async function plugIn(isVerified = true) {
  const protocol = cdp() as unknown as Protocol;
  await protocol.send('WebAuthn.enable');
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  });
  return {
    passkeys: async () => (await protocol.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    async unplug() {
      await protocol.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
      await protocol.send('WebAuthn.disable');
    },
  };
}

/** As a server makes them. */
export const passkeyOptions = (email: string): PasskeyOptions => ({
  challenge: 'c21hbGx5ZXMtdGVzdC1jaGFsbGVuZ2U',
  rp: { name: 'Northwind', id: location.hostname },
  user: { id: 'dXNlci0x', name: email, displayName: email },
  pubKeyCredParams: [
    { type: 'public-key', alg: -7 },
    { type: 'public-key', alg: -257 },
  ],
  timeout: 300_000,
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  attestation: 'none',
});
