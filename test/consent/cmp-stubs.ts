/**
 * Consent tools as their specifications describe them: the stub that a page puts into its head, which queues, and the tool that
 * takes over the queue. IAB TCF 2.2 "CMP API v2" and GPP 1.1 "CMP API Specification".
 */

type Call = readonly unknown[];
type Listener = (data: unknown, success: boolean) => void;

const page = globalThis as unknown as Record<string, unknown>;

/** Purposes 1 to 11 of TCF 2.2, with these consented to. */
export const consents = (...numbers: readonly number[]) =>
  Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i + 1, numbers.includes(i + 1)]));

/** What a TCF tool tells of a visitor under the GDPR. */
export const tcData = (eventStatus: string, purposes: object, more: object = {}) => ({
  tcString: 'CQ…',
  tcfPolicyVersion: 5,
  cmpId: 300,
  cmpVersion: 1,
  gdprApplies: true,
  eventStatus,
  cmpStatus: 'loaded',
  isServiceSpecific: true,
  useNonStandardTexts: false,
  publisherCC: 'AT',
  purposeOneTreatment: false,
  purpose: { consents: purposes, legitimateInterests: consents(2, 7, 8, 9, 10) },
  vendor: { consents: {}, legitimateInterests: {}, disclosedVendors: {} },
  specialFeatureOptins: {},
  publisher: {
    consents: {},
    legitimateInterests: {},
    customPurpose: { consents: {}, legitimateInterests: {} },
    restrictions: {},
  },
  ...more,
});

/** Puts the stub of a TCF tool onto the page; `load` is when the tool itself arrives. */
export function createTcfTool() {
  const queue: Call[] = [];
  const listeners = new Map<number, Listener>();
  const calls: string[] = [];
  let last: object = { gdprApplies: undefined, cmpStatus: 'stub' };
  let id = 0;
  const stub = (...call: Call) => {
    calls.push(String(call[0]));
    if (call[0] === 'ping') (call[2] as Listener)({ cmpLoaded: false, cmpStatus: 'stub' }, true);
    else queue.push(call);
  };
  const api = (command: string, version: number, callback: Listener, parameter?: number) => {
    if (api !== page['__tcfapi']) throw new Error('not the tool of this page');
    calls.push(command);
    if (version < 2) return callback(null, false);
    if (command === 'addEventListener') {
      listeners.set(++id, callback);
      callback({ ...last, listenerId: id }, true);
    } else if (command === 'removeEventListener') {
      (callback as unknown as (ok: boolean) => void)(listeners.delete(parameter as number));
    }
  };
  page['__tcfapi'] = stub;
  return {
    calls,
    listeners,
    /** The tool arrives and takes over what its stub was asked. */
    load(first: object = { gdprApplies: undefined, cmpStatus: 'loading' }) {
      last = first;
      page['__tcfapi'] = api;
      for (const call of queue.splice(0)) (api as (...call: Call) => void)(...call);
    },
    /** Tells every listener. */
    say(data: object) {
      last = data;
      for (const [listenerId, listener] of [...listeners]) listener({ ...data, listenerId }, true);
    },
  };
}

/** What a GPP tool tells about itself. */
export const pingData = (
  signalStatus: 'ready' | 'not ready',
  applicableSections: readonly number[],
  parsedSections: object = {},
) => ({
  gppVersion: '1.1',
  cmpStatus: 'loaded',
  cmpDisplayStatus: 'hidden',
  signalStatus,
  supportedAPIs: ['7:usnat', '8:usca'],
  cmpId: 300,
  sectionList: applicableSections,
  applicableSections,
  gppString: 'DBAA',
  parsedSections,
});

/** The core segment of a section of the United States: 1 opted out, 2 did not, 0 not applicable. */
export const american = (sale: number, sharing = 0, advertising = 0) => ({
  Version: 1,
  SharingNotice: 1,
  SaleOptOutNotice: 1,
  SharingOptOutNotice: 1,
  TargetedAdvertisingOptOutNotice: 1,
  SaleOptOut: sale,
  SharingOptOut: sharing,
  TargetedAdvertisingOptOut: advertising,
  SensitiveDataProcessing: [0, 0, 0],
  KnownChildSensitiveDataConsents: [0, 0],
  MspaCoveredTransaction: 2,
});

/** Puts a GPP tool onto the page, that answers from its stub on. */
export function createGppTool(first = pingData('not ready', [])) {
  const listeners = new Map<number, Listener>();
  let ping: object = first;
  let id = 0;
  const api = (command: string, callback: Listener, parameter?: number) => {
    if (command === 'addEventListener') {
      listeners.set(++id, callback);
      callback({ eventName: 'listenerRegistered', listenerId: id, data: true, pingData: ping }, true);
    } else if (command === 'removeEventListener') {
      callback(listeners.delete(parameter as number), true);
    }
  };
  page['__gpp'] = api;
  return {
    listeners,
    say(eventName: string, data: unknown, next: object = ping) {
      ping = next;
      for (const [listenerId, listener] of [...listeners])
        listener({ eventName, listenerId, data, pingData: ping }, true);
    },
  };
}

/** Takes all tools off the page. */
export function removeTools(): void {
  for (const name of ['__tcfapi', '__gpp', 'dataLayer', 'layer']) Reflect.deleteProperty(page, name);
}

/** A data layer as Google's snippet makes it, and its `gtag`. */
export function createDataLayer(name = 'dataLayer', given: unknown[] = []) {
  page[name] = given;
  const gtag = function (..._given: unknown[]) {
    // biome-ignore lint/complexity/noArguments: the snippet pushes them, and they are no list
    (page[name] as unknown[]).push(arguments);
  };
  return { layer: given, gtag };
}
