/** What runs on a server: the collector, grants behind gates, the memory of ladders. Web-standard Request, Response and crypto; no framework, no React. */

export type { Remembered } from '../ladder/ladder.ts';
export type { Device, Duration } from '../ladder/rung.ts';
export { type Collector, createCollector } from './collector.ts';
export type { CollectorAnswer, Rejection, RejectionReason } from './collector-answer.ts';
export type {
  CollectorErrorSource,
  CollectorOptions,
  RateVerdict,
  RecordOptions,
} from './collector-options.ts';
export type { Erasure, EventRow, EventStore } from './collector-store.ts';
export { eventIdOf } from './event-id.ts';
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
export { createLadderMemory, type LadderMemory, type ReadMore } from './ladder-memory.ts';
export type { LadderMemoryOptions } from './ladder-memory-options.ts';
export { type OrderOutcome, type OrderReport, orderEventOf, recordOrder } from './record-order.ts';
