/** What runs on a server: grants behind gates. Web-standard Request, Response and crypto; no framework, no React. */

export { createGate, type Gate } from './gate.ts';
export type { GateCookie } from './gate-cookie.ts';
export {
  type ByteStream,
  type GateMagnet,
  type GateRedirect,
  type GateSource,
  type GateStream,
  type PassedOn,
  passOn,
} from './gate-delivery.ts';
export type { Grant, GrantCheck, GrantRefusal } from './gate-grant.ts';
export type { GateKey } from './gate-keys.ts';
export type { GateLabels } from './gate-labels.ts';
export type { GateErrorSource, GateOptions, GrantOptions, GrantTest } from './gate-options.ts';
