// The JSON forms of https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON and of `toJSON()`: written out, since
// older libraries of TypeScript lack them. Everything binary is base64url without padding.

/** What a server asks of a new passkey: `PublicKeyCredentialCreationOptionsJSON` of WebAuthn. */
export interface PasskeyOptions {
  readonly challenge: string;
  readonly rp: { readonly name: string; readonly id?: string | undefined };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  /** Milliseconds that the visitor has. The standard recommends 300,000. */
  readonly timeout?: number | undefined;
  readonly excludeCredentials?:
    | readonly {
        readonly id: string;
        readonly type: 'public-key';
        readonly transports?: readonly string[] | undefined;
      }[]
    | undefined;
  readonly authenticatorSelection?: object | undefined;
  readonly hints?: readonly string[] | undefined;
  readonly attestation?: string | undefined;
  readonly attestationFormats?: readonly string[] | undefined;
  readonly extensions?: object | undefined;
}

/** A new passkey as the server reads it: `RegistrationResponseJSON` of WebAuthn. */
export interface PasskeyRegistration {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly authenticatorAttachment?: 'platform' | 'cross-platform' | undefined;
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly authenticatorData?: string | undefined;
    readonly transports?: string[] | undefined;
    readonly publicKey?: string | undefined;
    readonly publicKeyAlgorithm?: number | undefined;
  };
  readonly clientExtensionResults: object;
}
