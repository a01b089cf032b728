import type { PasskeyOptions, PasskeyRegistration } from './passkey-types.ts';

// A silent server ends with an error: the time that a visitor has for a passkey is not its own.
export { inTime } from '../../internal/in-time.ts';

// What only a form for a passkey needs, and not before the visitor turns to it.

/** Asks the device for a new passkey. Undefined when the visitor did not want one, or took too long. */
export async function createPasskey(
  options: PasskeyOptions,
  signal: AbortSignal,
): Promise<PasskeyRegistration | undefined> {
  try {
    const made = await navigator.credentials.create({ publicKey: read(options), signal });
    return made ? write(made as PublicKeyCredential) : undefined;
  } catch (error) {
    // The standard tells a refusal and the end of time by one name, so that no page learns which it was:
    // https://www.w3.org/TR/webauthn-3/#sctn-privacy-considerations-client
    if (/^(NotAllowed|Abort)Error$/.test((error as Partial<Error>).name ?? '')) return undefined;
    throw error;
  }
}

/** As the browser takes it. Safari has learned to read JSON itself in 18.4, Chrome in 129, Firefox in 119. */
function read(options: PasskeyOptions): PublicKeyCredentialCreationOptions {
  const { parseCreationOptionsFromJSON: parse } = PublicKeyCredential as unknown as {
    parseCreationOptionsFromJSON?(json: PasskeyOptions): PublicKeyCredentialCreationOptions;
  };
  if (parse) return parse.call(PublicKeyCredential, options);
  const { challenge, user, excludeCredentials, ...rest } = options;
  return {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials?.map((one) => ({ ...one, id: bytesOf(one.id) })),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function write(made: PublicKeyCredential): PasskeyRegistration {
  const { toJSON } = made as { toJSON?(): unknown };
  if (toJSON) return toJSON.call(made) as PasskeyRegistration;
  const { id, rawId, type, authenticatorAttachment } = made;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id,
    rawId: textOf(rawId),
    type: type as 'public-key',
    authenticatorAttachment:
      (authenticatorAttachment as PasskeyRegistration['authenticatorAttachment']) ?? undefined,
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
    clientExtensionResults: made.getClientExtensionResults(),
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join('');
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
