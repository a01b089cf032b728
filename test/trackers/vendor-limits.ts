/*
 * What vendors' documents say that they drop or cut, each read anew from there and checked on what a queue holds. None of this
 * uses the adapters' own code.
 */

type Call = readonly unknown[];
type Params = Readonly<Record<string, unknown>>;

const points = (text: string) => text.length;

/** GA4: https://support.google.com/analytics/answer/9267744 and /13316687. `calls` are calls of gtag. */
export function ga4Problems(calls: readonly Call[]): string[] {
  const problems: string[] = [];
  const reserved = new Set(
    'app_remove app_store_refund app_store_subscription_cancel app_store_subscription_renew click error file_download first_open first_visit form_start form_submit in_app_purchase page_view scroll session_start user_engagement view_complete video_progress video_start view_search_results'.split(
      ' ',
    ),
  );
  const prefixes = ['_', 'firebase_', 'ga_', 'google_', 'gtag.'];
  const most: Record<string, number> = { page_title: 300, page_referrer: 420, page_location: 1000 };
  for (const [command, name, given] of calls) {
    if (command === 'consent') problems.push('sets consent');
    if (command !== 'event') continue;
    const event = String(name);
    if (points(event) > 40) problems.push(`name too long: ${event}`);
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(event)) problems.push(`bad name: ${event}`);
    if (reserved.has(event) || prefixes.some((one) => event.startsWith(one)))
      problems.push(`reserved name: ${event}`);
    const { send_to: _, ...params } = given as Record<string, unknown>;
    if (Object.keys(params).length > 25) problems.push(`${event}: ${Object.keys(params).length} parameters`);
    if (params['value'] !== undefined && !/^[A-Z]{3}$/.test(String(params['currency'])))
      problems.push(`${event}: value without currency`);
    for (const [key, value] of Object.entries(params)) {
      if (points(key) > 40) problems.push(`${event}: parameter name too long: ${key}`);
      if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(key)) problems.push(`${event}: bad parameter name: ${key}`);
      if (prefixes.some((one) => key.startsWith(one))) problems.push(`${event}: reserved parameter: ${key}`);
      if (['user_id', 'client_id', 'session_id', 'user_properties', 'event_callback'].includes(key))
        problems.push(`${event}: an order to gtag: ${key}`);
      if (typeof value === 'string' && points(value) > (most[key] ?? 100))
        problems.push(`${event}: ${key} too long`);
      if (key !== 'items' && typeof value === 'object') problems.push(`${event}: ${key} is nested`);
    }
  }
  return problems;
}

/** Google Ads: a conversion has a target, and `value` needs `currency`. https://support.google.com/google-ads/answer/6386790 */
export function googleAdsProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([command, name, given]) => {
    if (command === 'consent') return ['sets consent'];
    if (command !== 'event') return [];
    const { send_to, transaction_id, value, currency } = given as Params;
    return [
      ...(name === 'conversion' ? [] : [`not a conversion: ${name}`]),
      ...(/^AW-\d+\/[\w-]+$/.test(String(send_to)) ? [] : [`bad target: ${send_to}`]),
      // Letters, digits, dashes and 64 characters at most.
      ...(/^[\w-]{1,64}$/.test(String(transaction_id)) ? [] : [`bad transaction: ${transaction_id}`]),
      ...(value === undefined || currency ? [] : ['value without currency']),
    ];
  });
}

/** Google Tag Manager: a message is plain data, `gtm.` is the container's own, and keys persist unless emptied. */
export function gtmProblems(calls: readonly unknown[]): string[] {
  const problems: string[] = [];
  let isEmpty = true;
  for (const message of calls as readonly Params[]) {
    if (Array.isArray(message)) problems.push('a list is a command, no message');
    const { event } = message;
    if (typeof event === 'string') {
      if (event.startsWith('gtm.')) problems.push(`reserved event: ${event}`);
      if (!isEmpty) problems.push(`${event}: keys of the event before it persist`);
      isEmpty = false;
    } else if (message['ecommerce'] === null && message['smallyes'] === null) isEmpty = true;
    for (const key of Object.keys(message))
      if (!['event', 'ecommerce', 'smallyes', 'user_id'].includes(key))
        problems.push(`meets a key of the page: ${key}`);
    const { value, currency } = (message['ecommerce'] ?? {}) as Params;
    if (value !== undefined && !currency) problems.push('value without currency');
  }
  return problems;
}

/** Meta: https://developers.facebook.com/docs/meta-pixel/reference and /implementation/conversion-tracking. */
export function metaProblems(calls: readonly Call[]): string[] {
  const standard = new Set(
    'AddPaymentInfo AddToCart AddToWishlist CompleteRegistration Contact CustomizeProduct Donate FindLocation InitiateCheckout Lead PageView Purchase Schedule Search StartTrial SubmitApplication Subscribe ViewContent'.split(
      ' ',
    ),
  );
  return calls.flatMap(([command, ...rest]) => {
    if (command === 'init') return [];
    const isSingle = String(command).startsWith('trackSingle');
    const [name, params, options] = (isSingle ? rest.slice(1) : rest) as [string, Params, Params];
    const isCustom = String(command).endsWith('Custom');
    return [
      ...(isCustom === standard.has(name) ? [`${command} ${name}`] : []),
      ...(isCustom && points(name) > 50 ? [`name too long: ${name}`] : []),
      ...(params['value'] !== undefined && !/^[A-Z]{3}$/.test(String(params['currency']))
        ? ['value without currency']
        : []),
      ...(typeof options['eventID'] === 'string' ? [] : ['no eventID']),
    ];
  });
}

/** TikTok: https://ads.tiktok.com/help/article/standard-events-parameters and /event-deduplication. */
export function tiktokProblems(calls: readonly Call[]): string[] {
  return calls.flatMap((call) => {
    const [method, name, params, options] = (call[0] === 'instance' ? call.slice(2) : call) as [
      string,
      string,
      Params,
      Params,
    ];
    if (method !== 'track') return [];
    return [
      ...(['SubmitForm', 'CompletePayment'].includes(name) ? [`old name: ${name}`] : []),
      ...(params['value'] !== undefined && !/^[A-Z]{3}$/.test(String(params['currency']))
        ? ['value without currency']
        : []),
      ...(params['contents'] && !params['content_type'] ? ['contents without content_type'] : []),
      ...(typeof options['event_id'] === 'string' ? [] : ['no event_id']),
    ];
  });
}

/** LinkedIn: a numeric rule and an id. https://learn.microsoft.com/linkedin/marketing/conversions/deduplication */
export function linkedinProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([command, given]) => {
    const details = given as Params;
    return command === 'track' &&
      Number.isInteger(details['conversion_id']) &&
      typeof details['event_id'] === 'string'
      ? []
      : [JSON.stringify([command, given])];
  });
}

/** Microsoft UET: https://help.ads.microsoft.com/apex/index/3/en/56916 and /53056. */
export function uetProblems(calls: readonly Call[]): string[] {
  const known = 'event_category event_label event_value revenue_value currency event_id transaction_id'.split(
    ' ',
  );
  return calls.flatMap(([command, action, given]) => {
    if (command === 'consent') return ['sets consent'];
    if (command !== 'event') return [];
    const params = given as Params;
    return [
      ...(typeof action === 'string' && action ? [] : ['no action']),
      ...Object.keys(params).filter((key) => !known.includes(key)),
      ...(params['revenue_value'] !== undefined && !params['currency'] ? ['revenue without currency'] : []),
    ];
  });
}

/** HubSpot: https://developers.hubspot.com/docs/api-reference/events-send-event-completions-v3/guide, section "Limits". */
export function hubspotProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([command, given]) => {
    if (command !== 'trackCustomBehavioralEvent') return [];
    const { name, properties } = given as { readonly name: string; readonly properties: Params };
    const entries = Object.entries(properties);
    return [
      ...(entries.length > 50 ? [`${name}: ${entries.length} properties`] : []),
      ...entries.flatMap(([key, value]) => [
        ...(points(key) > 50 || !/^[a-z][a-z0-9_]*$/.test(key) ? [`${name}: bad property name: ${key}`] : []),
        ...(typeof value === 'string' && points(value) > 256 ? [`${name}: ${key} too long`] : []),
        ...(typeof value === 'object' ? [`${name}: ${key} is nested`] : []),
      ]),
    ];
  });
}

/** Klaviyo: https://developers.klaviyo.com/en/docs/guide_to_integrating_a_platform_without_a_pre_built_klaviyo_integration */
export function klaviyoProblems(calls: readonly Call[]): string[] {
  const names = new Set(calls.filter(([command]) => command === 'track').map(([, name]) => name));
  return calls.flatMap(([command, name, given]) => {
    if (command !== 'track') return [];
    const keys = Object.keys(given as Params);
    return [
      // 36 kinds in two phases are what is sent unless the developer asks for more.
      ...(names.size > 37 * 7 ? [`${names.size} metrics`] : []),
      ...(keys.length > 300 ? [`${name}: ${keys.length} properties`] : []),
      ...(JSON.stringify(given).length > 100_000 ? [`${name}: too large`] : []),
    ];
  });
}

/** Umami: https://umami.is/docs/track-events and /docs/event-data. */
export function umamiProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([method, name, given]) => {
    if (method !== 'track') return [];
    const entries = Object.entries(given as Params);
    return [
      ...(points(String(name)) > 50 ? [`name too long: ${name}`] : []),
      ...(entries.length > 50 ? [`${name}: ${entries.length} properties`] : []),
      ...entries
        .filter(([, value]) => typeof value === 'string' && points(value) > 500)
        .map(([key]) => `${name}: ${key} too long`),
    ];
  });
}

/** Matomo: texts of 255, a numeric value, dimensions by number. https://developer.matomo.org/api-reference/tracking-javascript */
export function matomoProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([command, ...rest]) => {
    if (command === 'setUserId') return [];
    const [texts, worth, more] =
      command === 'trackGoal' ? [[], rest[1], rest[2]] : [rest.slice(0, 3), rest[3], rest[4]];
    return [
      ...(command === 'trackGoal' && !Number.isInteger(rest[0]) ? ['no goal'] : []),
      ...texts.filter((text) => typeof text !== 'string' || !text || points(text) > 255).map(String),
      ...(worth === undefined || typeof worth === 'number' ? [] : [`worth ${worth}`]),
      ...Object.entries((more ?? {}) as Params)
        .filter(([key, value]) => !/^dimension\d+$/.test(key) || points(String(value)) > 255)
        .map(([key]) => key),
    ];
  });
}

/** Vercel: https://vercel.com/docs/analytics/custom-events, section "Limitations". `calls` are calls of `va`. */
export function vercelProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([command, given]) => {
    const { name, data } = given as { readonly name: string; readonly data: Params };
    const entries = Object.entries(data);
    return [
      ...(command === 'event' ? [] : [String(command)]),
      ...(points(name) > 255 ? [`name too long: ${name}`] : []),
      ...(entries.length > 8 ? [`${name}: ${entries.length} properties`] : []),
      ...entries
        .filter(
          ([key, value]) =>
            points(key) > 255 || points(String(value)) > 255 || (typeof value === 'object' && value),
        )
        .map(([key]) => `${name}: ${key}`),
    ];
  });
}

/** Clarity: 128 tags a page view, 255 characters. https://learn.microsoft.com/clarity/filters/custom-tags */
export function clarityProblems(calls: readonly Call[]): string[] {
  const tags = new Set(calls.filter(([command]) => command === 'set').map((call) => JSON.stringify(call)));
  return [
    ...(tags.size > 128 ? [`${tags.size} tags`] : []),
    ...calls.flatMap(([command, ...texts]) =>
      command === 'identify'
        ? []
        : texts.filter((text) => typeof text !== 'string' || points(text) > 255).map(String),
    ),
  ];
}

/** Hotjar: https://help.hotjar.com/hc/en-us/articles/4405109971095 */
export function hotjarProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([command, name]) =>
    command !== 'event' || /^[A-Za-z0-9_-]{1,250}$/.test(String(name)) ? [] : [`bad name: ${name}`],
  );
}

/** Fathom: a name, and a worth in whole smallest units. https://usefathom.com/docs/features/events */
export function fathomProblems(calls: readonly Call[]): string[] {
  return calls.flatMap(([method, name, options]) => [
    ...(method === 'trackEvent' && typeof name === 'string' && name ? [] : [JSON.stringify([method, name])]),
    ...(options === undefined || Number.isInteger((options as Params)['_value'])
      ? []
      : [JSON.stringify(options)]),
  ]);
}
