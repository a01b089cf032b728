/**
 * Everything the kit says to developers, numbered. Each has a section in the guide "Messages". The texts
 * leave production bundles because every call stands behind `process.env.NODE_ENV !== 'production'`.
 */
export const messages = {
  101: (ask: string) =>
    `${ask} has no <CommitmentProvider> above it. Its own onCommit still runs, but no provider callback and no tracker hears of it. Wrap the page in <CommitmentProvider>.`,
  102: (component: string) =>
    `A ${component} has no id. Its events cannot be told apart from page to page. Give it a stable id, such as id="pricing-poll".`,
  103: (ask: string) =>
    `Two asks are mounted as ${ask}. They share one attempt, so a yes to one hides the yes to the other. Give each its own id, or the same id with different placement props.`,
  104: (ask: string, keys: string) =>
    `The event data of ${ask} was too large or not JSON; lost: ${keys}. Trackers get the rest. Keep data to 20 keys, two levels and 4 KB of plain values.`,
  105: (what: string, problem: string) =>
    `${what} failed: ${problem}. The page and the other callbacks go on. Handle it in the callback, or pass onError to <CommitmentProvider> to collect such failures.`,
  106: (tracker: string) =>
    `Two trackers are named "${tracker}". Only the first one gets events. Give each tracker its own name.`,
  107: (ask: string, grade: string) =>
    `${ask} has the grade ${grade}. Grades are 1 (weak), 2 (medium) and 3 (strong); it counts as 1. Pass grade={1}, {2} or {3}.`,
  108: (name: string, key: string) =>
    `The labels for ${name} have an unknown or ill-typed entry "${key}". The default text is shown. Compare it with the component's labels type.`,
  109: (part: string, root: string) =>
    `<${part}> stands outside <${root}>. It has nothing to act on and renders nothing. Move it inside <${root}>.`,
  110: (what: string, url: string) =>
    `${what} got the address "${url}", which is not http, https, mailto, tel or relative. It was left out, because such addresses can run code. Pass a plain link.`,
  111: (tracker: string) =>
    `The tracker "${tracker}" lost events that waited for consent. At most 100 events wait, for 30 minutes. Ask for consent earlier, or let onCommit keep what you need.`,
  112: (locale: string) =>
    `"${locale}" is no language tag that is known here. Numbers and plurals are written as in English. Pass a BCP 47 tag with hyphens, such as locale="de-DE".`,
  113: () =>
    'redact gave back something that is not the event it got. Trackers did not get that event, because nobody can tell what is in it. Return the event, a copy with the same id such as { ...event, data: {} }, or null to withhold it; not a promise.',
  114: (given: string) =>
    `The consent of <CommitmentProvider> is ${given}, which says nothing that can be read, or not all. What cannot be read counts as not asked, so trackers wait. Pass analytics, advertising and functional, such as consent={{ analytics: true }}, with true, false, "granted", "denied" or "unknown".`,
  115: (given: string, remedy: string) =>
    `Among the trackers of <CommitmentProvider> stands ${given}, which is no tracker. It was left out, and the others go on. ${remedy}.`,
  116: (prop: string, given: string) =>
    `${prop} of <CommitmentProvider> is ${given}, not a function. It cannot be called: nothing is heard by it, and with redact no tracker gets anything. Pass a function, such as ${prop}={(given) => {}}, or leave it out.`,
  117: () =>
    'redact has given back undefined for every event so far. Trackers get none of them. Return the event or a copy of it, as in redact={(event) => ({ ...event, data: {} })}; to withhold all, return null.',
  118: (given: string) =>
    `lazyAsk was brought ${given}, which is no component. Nothing is shown in its place. Give back the component itself: lazyAsk(() => import('./quote.tsx').then((part) => part.Quote)).`,
  119: (kind: string, where: string) =>
    `An event "${kind}" has what looks like an e-mail address in ${where}. Trackers get it, and most of their products forbid it. Send it to your own server instead, from a callback; in the event say what it was about, or take it out with redact.`,
  120: (given: string, near: string) =>
    `The labels of <CommitmentProvider> have texts for "${given}", which is no component of the kit. Nobody reads them. If "${near}" is meant, write it so.`,
  121: (kind: string) =>
    `The kind "${kind}" is not component.act in lower case. Callbacks and trackers get it, but the event schema and collectors refuse it. Write it like "loan-slider.choose".`,
  201: (id: string, problem: string) =>
    `Poll "${id}" has unusable options: ${problem}. It shows the usable ones. Pass at least two options with different values.`,
  202: (id: string, value: string) =>
    `Poll "${id}" was given the value ${value}, which is none of its options. It is treated as unanswered. Pass one of the option values, or undefined.`,
  203: (id: string, problem: string) =>
    `The results of poll "${id}" are unusable: ${problem}. The visitor sees thanks without figures. Let results() return { [option]: count } with counts of 0 or more.`,
  204: (id: string, problem: string) =>
    `The options of poll "${id}" cannot be shown together: ${problem}. It shows what it can. See the props of <Poll> for what goes with what.`,
  205: (id: string) =>
    `Poll "${id}" asks nothing: it has no question. Visitors see answers alone, and screen readers name no group. Pass question, or a <PollQuestion> of your own as a child.`,
  301: (id: string, max: string) =>
    `StarRating "${id}" has max={${max}}. It shows 5 symbols instead. Pass a whole number from 2 to 10.`,
  302: (id: string, value: string) =>
    `StarRating "${id}" was given the value ${value}, which is off its scale. It is treated as unrated. Pass a number from 1 to max, or null.`,
  303: (id: string, problem: string) =>
    `The summary of StarRating "${id}" is unusable: ${problem}. It shows no figures. Pass value, count and max as finite numbers with value between 0 and max.`,
  304: (problem: string) =>
    `The rating markup was left out: ${problem}. Search engines reject such markup. See the guide "Rating markup".`,
  501: (form: string, problem: string) =>
    `The form of ${form} has unusable fields: ${problem}. It shows the usable ones. Give each field a type of the kit and a name of its own.`,
  502: (problem: string) =>
    `A schema yields no fields, or not all: ${problem}. The form shows those it can. Pass the fields as data, or metadata under "field"; zod/mini schemas always need them.`,
  503: (form: string, problem: string) =>
    `The schema of ${form} threw: ${problem}. Only the fields' own rules were checked. A schema must return its issues.`,
  504: (form: string, name: string) =>
    `The form of ${form} has a control named "${name}" that no field stands for. What is entered there is not checked and not among the values. Use a field such as <EmailField>, make it one with useField, or read it from context.formData.`,
  401: (id: string, problem: string) =>
    `onSubmit of "${id}" did not succeed: ${problem}. The visitor keeps what was entered and can try again; a "failed" event went out. Let onSubmit return nothing, or one of the results in SubmitResult.`,
  1431: (id: string) =>
    `NewsletterForm "${id}" is told that a visitor has confirmed, but nothing is known of the sign-up: it was made on another device, the visitor allows no storage, or has cleared it. The visitor is thanked, and no "confirmed" event goes out. Put context.attempt into the link of the mail, and hand it back as confirmed={attempt}.`,
  1432: (id: string) =>
    `NewsletterForm "${id}" has neither onSubmit nor action. The address goes nowhere, though the visitor is thanked. Pass onSubmit, or an action.`,
  1433: (id: string, problem: string) =>
    `The coupon of NewsletterForm "${id}" is unusable: ${problem}. What can be shown is shown. Give { code: 'WELCOME10', expires: '2026-12-24' }, or a moment such as '2026-12-24T18:00:00+01:00'.`,
  1434: (id: string, problem: string) =>
    `WebinarSignup "${id}" cannot say when it is: ${problem}. The date is left out, or stands in UTC. Pass start="2026-12-03T18:00:00+01:00", minutes above 0, and an IANA name such as timeZone="Europe/Berlin".`,
  1435: (id: string, problem: string) =>
    `loadCoupon of NewsletterForm "${id}" did not succeed: ${problem}. The visitor is subscribed and can try again. Let it return { code }, or nothing where there is no code.`,
  1441: (id: string, key: string) =>
    `PushOptIn "${id}" was given the public key "${key}", which is none. No browser subscribes with it, and visitors read that it did not work. Pass the public VAPID key of your server: 87 characters of base64url that begin with B, such as "npx web-push generate-vapid-keys" writes.`,
  1442: (id: string, problem: string) =>
    `PushOptIn "${id}" did not succeed: ${problem}. The visitor reads that and can try again; a "failed" event went out. Pass serviceWorkerUrl="/sw.js" or a registration, and look at whether the file is there, on your own origin, and whether the push service can be reached.`,
  1443: (id: string) =>
    `PushOptIn "${id}" has no onSubmit. The subscription goes nowhere, so no message can be sent, though the visitor was told of them. Pass onSubmit={({ subscription, allowed }) => …}.`,
  1444: (id: string) =>
    `PushOptIn "${id}" found a subscription with another key, and a service worker can have one only. It was ended and made anew with yours, so whoever sent by the old one no longer can. If two senders share the page, give each a service worker of its own.`,
  1445: (id: string) =>
    `AccountForm "${id}" has neither onSubmit nor action. What is entered goes nowhere, though the visitor is thanked. Pass onSubmit, or an action.`,
  1446: (id: string, problem: string) =>
    `AccountForm "${id}" could not make a passkey: ${problem}. The visitor cannot sign up that way. A passkey needs onSubmit, passkeyOptions that brings the JSON of PublicKeyCredentialCreationOptions, a page with https, and an rp.id that is its domain or above it.`,
  1447: (id: string, given: string) =>
    `AccountForm "${id}" was given passwordMinLength ${given}. Below 8 characters a password is guessed too fast, so 8 is taken: NIST SP 800-63B-4, section 3.1.1.2. Pass 8 beside a second factor, 15 for a password that stands alone.`,
  1448: (id: string) =>
    `AccountForm "${id}" is told that a visitor has confirmed, but nothing is known of the account: it was asked for on another device, the visitor allows no storage, or has cleared it. The visitor is thanked, and no "confirmed" event goes out. Put context.attempt into the link of the mail, and hand it back as confirmed={attempt}.`,
  1449: (id: string, problem: string) =>
    `check of PushOptIn "${id}" did not succeed: ${problem}. Whether the subscription of an earlier visit still brings messages is not known, so the visitor is asked. Pass signal to fetch, answer within 30 seconds, and give true or false.`,
  1451: (ask: string, problem: string) =>
    `${ask} has ${problem}. Its parts are told apart by their ids, and a way needs parts to go. Give it at least one task or two steps, each with an id of its own.`,
  1452: (id: string, day: string) =>
    `Challenge "${id}" was given the day "${day}", which is none. It goes on as if nothing was given, so tasks open by the visitor's own first day. Write a day as "2026-01-07".`,
  1501: (problem: string) =>
    `A quiz cannot give a fair result: ${problem}. Visitors would get a wrong one, or none, so in production what is wrong is left out. Mend the definition given to defineQuiz.`,
  1502: (outcome: string, problem: string) =>
    `The outcome "${outcome}" of a quiz ${problem}. Nobody will ever find it. Give it a trait of its own, put it first, or name a question as tieBreak.`,
  1503: (id: string) =>
    `Quiz "${id}" has nothing to ask, or nothing that could come out. Nothing is rendered. Pass quiz={defineQuiz({ … })}, made outside the component.`,
  1504: (id: string, problem: string) =>
    `Quiz "${id}" was given ${problem}. It counts as not answered. Pass values of the quiz's own answers, by the ids of its questions.`,
  1511: (ask: string, problem: string) =>
    `${ask} has inputs or results that cannot work: ${problem}. Visitors would meet a field that does nothing, or no result at all. Mend what is given as inputs and result.`,
  1512: (ask: string, format: string) =>
    `${ask} writes numbers in a way that Intl does not know: ${format}. They are written plainly, with the word behind them. Give an ISO 4217 currency such as "EUR", a unit of ECMA-402 such as "kilometer", decimals from 0 to 15; for words of your own use suffix.`,
  1513: (ask: string, problem: string) =>
    `The formula of ${ask} has no result for some values: ${problem}. The visitor reads that it cannot be worked out with these. Let it give finite numbers or { from, to }, at once, one for each name in result; null where there honestly is none.`,
  1521: (id: string, problem: string) =>
    `onSearch of SearchBox "${id}" did not succeed: ${problem}. The visitor keeps the words and can try again; a "failed" event went out. Let it give how many were found, and reject where the search did not work.`,
  1522: (id: string) =>
    `SearchBox "${id}" has neither onSearch nor action. A search would find nothing. Pass the page of results as action, or onSearch, best both.`,
  1523: (id: string, problem: string) =>
    `suggest of SearchBox "${id}" did not succeed: ${problem}. The visitor is offered no suggestions, and can search all the same. Pass signal to fetch, answer within 4 seconds, and give a list of texts or of { query }.`,
  601: (problem: string) =>
    `The keys of a gate are unusable: ${problem}. Anyone could make grants of their own, so the gate opens for nobody. Make a secret with "openssl rand -base64 32", keep it in the environment, and pass keys: [{ id: '2026-11', secret }].`,
  602: (name: string, problem: string) =>
    `The magnet "${name}" of a gate is unusable: ${problem}. A gate that guards it could not deliver it. Pass magnets: { checklist: { stream: () => fetch(privateUrl) } }.`,
  901: (problem: string) =>
    `A form of several steps cannot work: ${problem}. Visitors could not get through, so in production it goes through its steps in order. Mend the definition given to defineStepForm.`,
  902: (id: string, problem: string) =>
    `The gate of StepForm "${id}" threw: ${problem}. The visitor stays at the step and can try again. Let the gate return true, false or { errors }, also when your server cannot be reached.`,
  903: (id: string, problem: string) =>
    `A reply of StepForm "${id}" threw: ${problem}. The visitor sees no reply. Let reply return undefined where there is nothing to say.`,
  904: (id: string) =>
    `StepForm "${id}" has neither onSubmit nor action. What visitors enter goes nowhere, though they are thanked. Pass onSubmit, or an action.`,
  905: (id: string) =>
    `The form of StepForm "${id}" was not made by defineStepForm. It has no steps to show, so nothing is rendered. Pass form={defineStepForm({ steps, endings })}, made outside the component.`,
  906: (problem: string) =>
    `A form of several steps has a part that never works: ${problem}. Visitors would meet a gap, or never that part. Mend the name, or leave the part out.`,
  603: (option: string, value: string, least: string, most: string) =>
    `The option ${option} of a gate is ${value}. Grants would end at the wrong time. Pass a whole number of seconds from ${least} to ${most}.`,
  604: (problem: string) =>
    `A grant or its cookie was asked for with ${problem}. It would open nothing, or too much, so none was made. Name a magnet of the gate, and a subject that is a text, or none.`,
  605: (magnet: string, problem: string) =>
    `The magnet "${magnet}" could not be delivered: ${problem}. The visitor was told to try again in a minute. Check the function stream or redirect of that magnet.`,
  606: (problem: string) =>
    `A collector cannot work as it was asked to: ${problem}. Events would be lost, or taken from strangers, so it was not made. Mend the option of createCollector or of its store.`,
  607: (source: string) =>
    `A collector could not take a batch: ${source} failed. Browsers keep the events and try again for a while. Mend what the error below names.`,
  608: (problem: string) =>
    `A collector was called in a way that it cannot follow: ${problem}. Nothing was changed. Mend the call.`,
  609: (directory: string, holder: string) =>
    `The directory "${directory}" belongs to another writer: ${holder}. Two would keep events twice, so this one takes none. Give each process a directory of its own, or one process the whole job.`,
  610: (file: string, problem: string) =>
    `The file "${file}" of stored events is damaged: ${problem}. What could be read counts, the rest is left alone. Bring the file back from a backup if it was edited by hand.`,
  611: (origin: string) =>
    `A collector refused a page of ${origin}, which its option origins does not let in. The browser stops the request as CORS demands, the page sees a failure of the network, and its events are lost. If that site is yours, add it to origins of createCollector, written just so.`,
  612: (problem: string) =>
    `toNodeHandler was given ${problem} instead of a function from Request to Response. Each request would fail. Pass collector.handle or gate.handle.`,
  613: (problem: string) =>
    `The function behind toNodeHandler failed: ${problem}. The visitor got status 500 or half an answer; an outbox tries again. Mend what the error names.`,
  614: (problem: string) =>
    `A ladder's memory cannot work as it was asked to: ${problem}. What visitors did would be lost, or told to strangers, so it was not made. Mend the option of createLadderMemory.`,
  615: (origin: string) =>
    `A ladder's memory refused a page of ${origin}, which its option origins does not let in. What its visitors do is not remembered on the server. If that site is yours, add it to origins of createLadderMemory, written just so.`,
  616: (problem: string) =>
    `A ladder's memory could not take what a page sent: ${problem}. The page goes on with its own storage. Mend what the error below names.`,
  617: (problem: string) =>
    `An order cannot be recorded as it was reported: ${problem}. It would count wrongly, so it was not recorded. Mend what you gave recordOrder.`,
  701: (id: string) =>
    `Two contact dialogs have the id "${id}". Their triggers open the one that came last, and their events cannot be told apart. Give each its own id.`,
  702: (id: string) =>
    `A ContactDialogTrigger is for "${id}", but no contact dialog with that id stands under the same provider. A press follows its fallbackHref, and without one does nothing. Mount <ContactDialog id="${id}"> on this page too.`,
  703: (id: string) =>
    `ContactDialog "${id}" has neither onSubmit nor action. What visitors write goes nowhere, though they are thanked. Pass onSubmit, or an action.`,
  801: (id: string, count: string) =>
    `The taste of LeadGate "${id}" holds ${count} characters that only a style hides. They stand in the source of the page, where anybody reads them. Leave them on your server, and bring them with load, href or unlocked.`,
  802: (id: string) =>
    `LeadGate "${id}" has nothing that takes its form. What a visitor enters would go nowhere. Pass onSubmit or action, or another ask as the key: unlockBy or door.`,
  803: (id: string, problem: string) =>
    `LeadGate "${id}" could not bring what it unlocked: ${problem}. The visitor can try again and keeps the access. Let load give what is to be shown; reject with the response when the grant was refused.`,
  804: (id: string, problem: string) =>
    `onKey of LeadGate "${id}" did not succeed: ${problem}. The gate stays closed, and the visitor can try again. Let it return nothing, or one of the results in LeadGateResult.`,
  805: (id: string) =>
    `The taste of LeadGate "${id}" cannot be divided. All of it is shown. Pass its paragraphs as children one by one, or in a fragment, not in one component or element.`,
  807: (id: string) =>
    `LeadGate "${id}" has nothing to give after the yes. The visitor is thanked, and nothing follows. Pass href, load or unlocked, or answer "pending" when it comes by mail.`,
  808: (id: string, given: string, near: string) =>
    `unlockBy of LeadGate "${id}" has "${given}", which is no kind of the kit. If no ask goes by that name, and no kind of yours, the gate stays closed for ever. If "${near}" is meant, write it so.`,
  806: (problem: string) =>
    `The markup of a gate was left out: ${problem}. Search engines reject such markup. Pass the headline of the page, and one class such as ".sy-lead-gate-content".`,
  1001: (tracker: string, seconds: string) =>
    `The client of the tracker "${tracker}" has not come after ${seconds} s. Events wait for it, at most 100, and are lost when the page goes. Load its script on this page, or pass the client to the tracker; an ad blocker may also have stopped it.`,
  1002: (tracker: string, count: string) =>
    `The tracker "${tracker}" lost its oldest events. More than ${count} waited for its client, and memory is bounded. Load its script earlier, or send fewer phases to it.`,
  1003: (tracker: string, event: string, what: string) =>
    `The tracker "${tracker}" takes no more than its product allows; of the event "${event}" was cut or left out: ${what}. The rest was sent. Shorten it, or map the event yourself with the option events.`,
  1004: (tracker: string, name: string, reason: string) =>
    `The tracker "${tracker}" cannot send an event as "${name}": ${reason}. Its product would drop it, so it was not sent. Give it another name in the option events.`,
  1005: (tracker: string, type: string) =>
    `The tracker "${tracker}" was given a ${type} in place of its product's client. It cannot be called, so events wait, and are lost with the page. Pass the client that the product's package gives you, or nothing where its script stands on the page.`,
  1006: (tracker: string) =>
    `The tracker "${tracker}" has no conversions. It sends nothing, because only you know which conversion a commitment is. Pass conversions: { 'lead-gate.unlock': … } with the ids that the product shows you.`,
  1007: (kind: string, given: string) =>
    `The option events makes ${given} of "${kind}", which is no name. The event keeps what it is called without it. Give a name, { name, properties }, a function that gives either, or false for "not sent".`,
  1031: (tracker: string, count: string) =>
    `The outbox "${tracker}" is full: more than ${count} events wait for its endpoint. The oldest are dropped. See why the endpoint does not answer, or pass a larger capacity.`,
  1032: (tracker: string, status: string) =>
    `The endpoint of the outbox "${tracker}" answered ${status}. Another try would change nothing, so those events were dropped. Check url, credentials and headers, and what the endpoint takes.`,
  1033: (tracker: string, status: string) =>
    `The endpoint of the outbox "${tracker}" has failed seven times in a row, at last ${answerOf(status)}. Nothing is given up: events wait, and a try follows every 30 to 60 seconds. See why the endpoint cannot be reached: at another origin, the option origins of the collector must name this page (CORS); a Content-Security-Policy needs the endpoint in connect-src.`,
  1034: (tracker: string, status: string) =>
    `The endpoint of the outbox "${tracker}" answered ${status} with something else than a collector's counts. Nobody can tell what it took, so those events are sent again. Answer 204, or JSON whose accepted, duplicates and rejected add up.`,
  1035: (tracker: string, reason: string) =>
    `The endpoint of the outbox "${tracker}" rejected an event: ${reason}. It is not sent again. Compare the event with what the endpoint takes.`,
  1036: (tracker: string, problem: string) =>
    `The outbox "${tracker}" cannot store events: ${problem}. They wait in memory and are lost with the page. At most 200 can be stored; private windows and blocked storage take none; a part of the script that could not be loaded is asked for again, so keep the files of older builds on your server.`,
  1037: (tracker: string, problem: string) =>
    `The outbox "${tracker}" dropped an event that cannot be sent: ${problem}. With 413 it alone is too large for the endpoint; with an error, no JSON can be made of it here. Let redact give back plain and small data, or raise the endpoint's limit.`,
  1038: (tracker: string, cause: string) =>
    `The outbox "${tracker}" dropped what it found in its store: ${cause}. What is stored may be 7 days old at most and must be an event that the visitor allowed. Nothing is to be done, unless another script writes there.`,
  1039: (problem: string) =>
    `An outbox was given an option that cannot be meant: ${problem}. It sends nothing without a usable address, and goes on without the rest, or with the usual in its place. Pass url: '/api/commitments', and options as the type HttpTrackerOptions has them.`,
  1040: (endpoint: string, page: string) =>
    `A request to ${endpoint} failed without an answer. When the browser's console speaks of CORS, that endpoint does not let ${page} in, and every try will fail. Add the address of this page to the option origins of its collector; else see whether it runs.`,
  1041: (tracker: string, status: string) =>
    `The endpoint of the outbox "${tracker}" fails on an event, ${answerOf(status)}, though it takes others. That event is set aside and tried alone, once a minute at most, so that the others go on. See what the endpoint makes of it; let it refuse for good what it can never take, by 400 or among rejected.`,
  1051: (source: string, tool: string, seconds: string) =>
    `${source}() has found no ${tool} on this page after ${seconds} s. The visitor's consent stays unknown, so trackers get nothing. Load your consent tool on this page, or leave this source out where there is none.`,
  1052: (source: string, problem: string) =>
    `A consent source of ${source} failed: ${problem}. What it has not said counts as unknown, so trackers may get nothing. Look at the consent tool of this page, or at your own read and subscribe.`,
  1053: () =>
    'hashEmail() found no Web Crypto, because this page is not secure. It gave undefined: an address is never handed on as it is. Serve the page over https, or test on localhost.',
  1054: (problem: string) =>
    `useConsent() cannot tell what the visitor said: ${problem}. All purposes count as not asked, so trackers wait. Pass at least one source, and let read() give an object such as { analytics: true }, or {} while nothing is known.`,
  1055: (given: string) =>
    `without() was given ${given}, which is no part of an event. It would have gone out, so no redact was made. Pass names one by one, such as without('visitor', 'campaign').`,
  1231: (given: string, guiding: string) =>
    `A <NextAsk> or <LadderProgress> has the ladder "${given}", and its provider has the ladder "${guiding}". The provider's ladder guides; the prop only lets the compiler check ids, and now it checks those of another. Give both the same ladder.`,
  1232: (id: string, ladder: string, remedy: string) =>
    `A <LadderProgress> names the step "${id}", which the ladder "${ladder}" does not know. It is never shown. ${remedy}.`,
  1201: (ladder: string, ask: string) =>
    `The ladder "${ladder}" has a condition on the answer to "${ask}", which no rung asks. It can never hold. Name an ask of the ladder.`,
  1202: (ladder: string, ask: string, grade: string, earlier: string, larger: string) =>
    `In the ladder "${ladder}" the ask "${ask}" of grade ${grade} stands after "${earlier}" of grade ${larger}. Each yes prepares the next larger one, so grades never fall. Put it before, or state its grade.`,
  1203: (ladder: string, ask: string, grade: string) =>
    `The ladder "${ladder}" jumps to "${ask}" of grade ${grade} over the grade below. Most visitors stop at a step that high. Put an ask of the grade between before it, or state its grade.`,
  1204: (ladder: string, ask: string) =>
    `The ladder "${ladder}" has "${ask}" twice. A yes would pass two rungs at once. Let each ask stand once, with a name of its own.`,
  1205: (ladder: string, problem: string) =>
    `The goal of the ladder "${ladder}" cannot be reached as it is written: ${problem}. A ladder leads to one goal, its last rung. Name the ask of the last rung.`,
  1206: (ladder: string, ask: string, source: string) =>
    `The ladder "${ladder}" offers the review "${ask}" by what visitors said in "${source}". That is review gating: asking only the content for a review is forbidden (16 CFR 465; Google's review policy). Offer it whatever they answered.`,
  1207: (ladder: string, ask: string, main: string) =>
    `In the ladder "${ladder}" the alternative "${ask}" is larger than "${main}". Who has just refused would be asked for more. Put a smaller ask, or one as small, in its place.`,
  1208: (ladder: string, option: string, given: string) =>
    `The ladder "${ladder}" has an option that cannot be read: ${option} is ${given}. Guidance would go wrong. Durations are "30s", "10m", "1h", "14d" or "forever", scroll is a share from 0 to 1, visits a whole number from 1; see the type LadderDefinition for the rest.`,
  1209: (ladder: string, place: string, option: string) =>
    `The ladder "${ladder}" has an option that does not exist: "${option}" in ${place}. It would do nothing. Mend the name; see the type LadderDefinition.`,
  1210: (ladder: string, ask: string, kind: string) =>
    `The ladder "${ladder}" has the ask "${ask}" of the kind "${kind}" without a grade. The kit knows no such kind, and so not how large a yes it is. Mend the kind, if it is a slip, such as "poll.vote"; for a kind of your own add grade: 1, 2 or 3.`,
  1211: (hook: string) =>
    `${hook}, or a component that uses it, stands where no provider above has a ladder. Nothing is asked for and nothing is known there. Pass ladder={…}, made by defineLadder, to the <CommitmentProvider> above.`,
  1212: (ask: string, ladder: string, remedy: string) =>
    `A spot offers the ask "${ask}", which the ladder "${ladder}" does not know. It is never shown there. ${remedy}.`,
  1213: (ask: string) =>
    `A spot has shown the ask "${ask}" for 30 seconds, but no component stands on the page under that id. Its answers are not heard under that name, so the ladder goes on asking for it. Give the component that the spot shows id="${ask}".`,
  1214: (ladder: string) =>
    `What is stored of the ladder "${ladder}" was written by a newer version of the kit. It is left as it is, and this page remembers in memory alone. Ship one version of smallyes on all pages of the site.`,
  1215: (url: string, problem: string) =>
    `The memory of a ladder at ${url} could not be reached: ${problem}. The page goes on with the browser's storage, and tries again with the next change. See that the address given as remember answers with the handle of createLadderMemory.`,
  1216: (ladder: string, ask: string, kind: string, wanted: string) =>
    `The ask "${ask}" was answered by ${kind}, but the ladder "${ladder}" waits for ${wanted} from it. Its rung is never passed, and the ladder stands still. Give the rung the kind of the ask that goes by that id.`,
  1220: (ladder: string, ask: string, segment: string) =>
    `In the ladder "${ladder}" a condition of "${ask}" is on the segment "${segment}", which no rung writes. It would be the same for every visitor. Write it with segments of an earlier rung, or mend the name.`,
  1221: (segment: string, problem: string) =>
    `The rule of the segment "${segment}" threw: ${problem}. The visitor was not put into it. Let the rule give true or false for every answer.`,
  1222: (ladder: string, ask: string, problem: string, known: string) =>
    `In the ladder "${ladder}" the variant condition of "${ask}" is on ${problem}. No visitor meets it, so the ask never comes. Mend the name, or import what defines it on this page. Known here: ${known}.`,
  1223: (ladder: string) =>
    `The ladder "${ladder}" was defined again while its page was open, and says the same. Each definition starts a guide of its own, so open asks close, waits begin anew, and memory is read again. Call defineLadder once, outside of components.`,
  1224: (given: string) =>
    `ladder of <CommitmentProvider> is ${given}, which defineLadder has not made. Nobody is guided. Pass what defineLadder gives, one ladder, and nest another provider for a second.`,
  1225: (ladder: string, ask: string, problem: string, remedy: string) =>
    `In the ladder "${ladder}" the ask "${ask}" ${problem}. The ladder goes on, but not as it was meant. ${remedy}.`,
  1241: (id: string, problem: string) =>
    `The experiment ${id} cannot run: ${problem}. Nobody would know which visitor saw what, so in production everybody sees the first variant. Mend what you gave defineExperiment.`,
  1242: (id: string, answer: string, names: string) =>
    `The flag of the experiment "${id}" is ${answer}, which is none of its variants. The visitor sees the first one, and does not count. Name the variants as the flag source does: ${names}.`,
  1243: (id: string, problem: string) =>
    `The flag source of the experiment "${id}" threw: ${problem}. The visitor sees the first variant, and does not count. Let assign return undefined while it does not know.`,
  1301: (ask: string, given: string) =>
    `${ask} takes ${given}, and names nothing that comes in return. Whoever gives something for nothing does not give a second time. Say what the visitor gets, in get of its exchange or, with a LeadGate, in get.`,
  1302: (ask: string) =>
    `${ask} is a weak ask (grade 1) and wants a phone number. A number is among the last things that people give to strangers, so it is no small step. Leave it to a later ask, or give this one grade={2} or {3}, so that ladders and reports take it for what it is.`,
  1303: (ask: string, fields: string, where: string, size: string, most: string) =>
    `${ask} shows ${fields} fields ${where}; a ${size} ask may show ${most}. Visitors weigh what they see before they begin, and many leave at the sight of a long form. Leave out what you can ask for later or find out yourself, or divide the form into steps with <StepForm>.`,
  1304: (id: string) =>
    `ContactDialog "${id}" was opened by the page, without a click of the visitor. A pop-up that nobody asked for covers what somebody came to read; such an opening does not count as a yes. Open it by a trigger, or pass unprompted if it is meant.`,
  1305: (ask: string, name: string) =>
    `The box "${name}" in the form of ${ask} is ticked from the start. What nobody has ticked is no consent: GDPR, recital 32, and the Court of Justice of the EU, C-673/17 (Planet49). Leave it empty, and let the visitor tick it.`,
  1306: (ask: string, words: string) =>
    `A button of ${ask} says "${words}". It makes visitors ashamed of a no, which is pressure and not consent; regulators call it confirmshaming. Say plainly what happens, such as "No, thanks" or "Not now".`,
  1411: (ask: string) =>
    `${ask} has no text: it has no children, and the target it was given is not on the page. Nothing is measured. Put the text inside, or pass target={ref} with the ref of an element that is there when this is.`,
  1421: (id: string, url: string) =>
    `ShareButton "${id}" has the address "${url}", which is not a whole one. A mail or another site cannot follow it, nor can a visitor without JavaScript. Pass the canonical address of the page, with https.`,
  1422: (form: string) =>
    `${form} has neither onSubmit nor action. What is written goes nowhere, though the visitor is thanked. Pass onSubmit, or an action.`,
  1412: (ask: string, option: string, given: string) =>
    `${ask} was given an option that cannot be meant: ${option} is ${given}. It goes on as if nothing was given. See the type of its props for what fits.`,
  1414: (ask: string, option: string, given: string) =>
    `${ask} was given a list that cannot be used as it is: ${option} holds ${given}. That is left out. See the type of its props for what fits.`,
  1415: (ask: string, prop: string) =>
    `${ask} has no ${prop}. Visitors meet a link that leads nowhere, or one that does not say where, and events cannot tell what it was. Pass href and target, or render it once they are there.`,
  1413: (id: string) =>
    `ReturnVisit "${id}" stands outside of any <CommitmentProvider>. Nobody is remembered there, so nobody comes back. Put the provider around it, best in the layout that all pages share.`,
  1541: (id: string, problem: string) =>
    `AddToCartButton "${id}" was given a product with ${problem}. Events leave out what cannot be meant, and the button shows what can be read of it. Pass { id, name, price: { amount: 49, currency: 'EUR' }, quantity: 1 }, and render the button once they are there.`,
  1542: (id: string) =>
    `AddToCartButton "${id}" has neither onSubmit nor action. Nothing comes into the cart, though the visitor is told so. Pass onSubmit, or an action.`,
  1525: (id: string, problem: string) =>
    `OfferFilter "${id}" has an unusable facet: ${problem}. It is left out, and the others work. Give each facet a name of its own, at least one option or distance, and a scale whose max is above its min.`,
  1526: (id: string, problem: string) =>
    `The results of OfferFilter "${id}" are unusable: ${problem}. The visitor reads that they did not arrive, and can try again. Let results and onFilter give a list, a count of 0 or more, or { items, count }.`,
  1527: (id: string, facet: string) =>
    `The facet "${facet}" of OfferFilter "${id}" has a currency or a unit that Intl does not know. It is written plainly behind the number. Pass a currency of ISO 4217 such as "EUR", or a unit such as "kilogram".`,
  1543: (id: string) =>
    `The ask "${id}" was given a hand-over that cannot be read, or is of another ask. What follows counts as an attempt of its own. Give the text of handOver() as it was, with nothing cut off or added, to the ask of the same id.`,
  1544: (id: string, step: string) =>
    `The checkout "${id}" was told of the step "${step}", which is none of its steps. It counts, but nobody can tell where on the way it stands. Name it in steps, in the order in which visitors come by.`,
  1545: (id: string) =>
    `The checkout "${id}" has placed an order without its number. A copy of your server's would count a second time. Give the shop's own number of the order, such as place({ order: 'A-1042' }).`,
  1546: (id: string) =>
    `The checkout "${id}" was told of a payment, but knows of no order in this browser. Nothing was recorded. Keep the text of handOver() with the order on your server, and give it back to the page as handOver.`,
  1547: (id: string, problem: string) =>
    `Checkout "${id}" cannot work as it is written: ${problem}. Visitors would get stuck. See the type CheckoutProps.`,
  1531: (id: string) =>
    `CallbackRequest "${id}" has neither onSubmit nor action. The request goes nowhere, though the visitor waits for a call. Pass onSubmit, or an action.`,
  1532: (id: string, problem: string) =>
    `The times of CallbackRequest "${id}" cannot be told: ${problem}. That part is left out. Give timeZone an IANA name such as "Europe/Berlin", hours such as { 1: [{ from: '09:00', to: '17:00' }] }, and now as milliseconds or ISO 8601 with an offset.`,
  1533: (id: string, problem: string) =>
    `slots of CallbackRequest "${id}" did not succeed: ${problem}. The visitor can try again, and can send without a time. Let it give a list of { start, end } as ISO 8601 with an offset.`,
  1534: (id: string, country: string) =>
    `CallbackRequest "${id}" was given the country ${country}. Numbers without a + are read as if of no country, and refused. Give its ISO 3166 code, such as "DE".`,
  1401: (player: string, sources: string) =>
    `${player} has nothing to play: its sources are ${sources}. Visitors see an empty player. Pass sources="/tour.mp4", a list of files, or an element as media.`,
  1402: (id: string, address: string) =>
    `The player "${id}" has only ${address}, a list of segments that this browser cannot play by itself. Visitors with such a browser see an error. Install hls.js and pass loadHls={() => import('hls.js')}, or add a file such as an mp4.`,
  1403: (id: string, problem: string) =>
    `The player "${id}" could not play: ${problem}. The visitor reads that and can try again; a "failed" event went out. Look at the addresses of its files and at what your server answers.`,
  1404: (player: string) =>
    `${player} has no captions. Visitors who cannot hear it, or have no sound on, miss what is said. Pass tracks={[{ src: '/tour.en.vtt', lang: 'en', label: 'English' }]}; where nothing is spoken, tracks={[]}.`,
  1405: (player: string, problem: string) =>
    `${player} cannot use all that it was given: ${problem}. That part is left out. Times are seconds of 0 or more; a gate also stands at '15%', 'pause' or 'end'.`,
  1407: (id: string, address: string) =>
    `The captions ${address} of the player "${id}" did not load. It plays without them. Look at the address; from another origin they need CORS, and video={{ crossOrigin: 'anonymous' }}.`,
  1601: (option: string, given: string) =>
    `${option} of the question is ${given}, which names no action. Nothing can be counted by it. Write a kind, such as 'poll.vote', or one ask's with its id, such as 'poll.vote:biggest-hurdle'.`,
  1602: (option: string, given: string) =>
    `${option} of the question is ${given}, which is no length of time. Nobody can tell what is still in it. Write milliseconds of 1 or more, or a text such as '30d', '12h', '45m' or '90s'.`,
  1603: (option: string, given: string, wanted: string) =>
    `${option} of the question is ${given}. It cannot be counted so. Write ${wanted}.`,
  1604: (goal: string) =>
    `The goal ${goal} stands among the steps, but not as the last of them. A funnel ends with its goal. Move it to the end, or take it out of steps: it is added there.`,
  1605: (step: string) =>
    `The step ${step} stands in the funnel twice. With events of equal names no two tools count the same. Name each step once, or one ask's with its id, such as 'poll.vote:biggest-hurdle'.`,
  1606: (given: string) =>
    `There are no events to read in ${given}. Nothing can be counted. Pass an array or an iterable of events to count, and a text, its pieces or a stream to readNdjson; count(readNdjson(text), …) takes a text.`,
  1607: (many: string, first: string) =>
    `${many} were left out, because they are no events, or none that can be read; the first is ${first}. The figures are those of the rest. Pass onProblem to hear of each, with its line and the reason.`,
  1611: (problem: string) =>
    `analyze() cannot read its counts: they are ${problem}. Nothing is worked out. Pass what count() or countWithSql() of this version of smallyes gives; count stored events anew after an update.`,
  1612: (many: string, table: string, example: string) =>
    `${many} rows of the table "${table}" cannot be, such as ${example}. They are left out of what analyze() works out. Counts are whole numbers from 0, and no more can convert than there are; look at where the table comes from.`,
  1621: (option: string, given: string, wanted: string) =>
    `${option} of the SQL is ${given}. No statement can be written so. Pass ${wanted}.`,
  1622: (given: string) =>
    `An action of the question is ${given}, with U+0000 or half a character in it. No database keeps these, so nothing would be found. Write the id as the collector keeps it, without them.`,
  1623: (steps: string) =>
    `The funnel has ${steps} steps. Each is a statement inside the one before, and databases refuse what is too deep. Count at most 32 steps with SQL.`,
  1624: (name: string, given: string, wanted: string) =>
    `The answer to the statement "${name}" cannot be read: it is ${given}. Nothing is counted. Let query give ${wanted}; for ClickHouse ask for the format JSON.`,
  1625: (name: string, problem: string) =>
    `The database refused the statement "${name}": ${problem}. Nothing is counted. Look at the table's columns, at dialect and engine, and at the error's cause.`,
  1631: (problem: string) =>
    `The command was not understood: ${problem}. Nothing was read. See smallyes --help.`,
  1632: (file: string, problem: string) =>
    `${file} cannot be read: ${problem}. There is no report. Check the path, and that the file may be read.`,
  1633: (file: string) =>
    `There is no event in ${file}. A report would be empty. Pass a file with one event a line, as the collector's NDJSON writer keeps them.`,
  1634: () =>
    `React is not installed beside smallyes. The report is drawn with it. Run npm install react react-dom, or ask for --json.`,
  1635: (problem: string) =>
    `The report could not be written: ${problem}. What is there is not whole. Check where it is sent to.`,
  1636: (file: string) =>
    `Nobody said yes to anything in ${file}, so there is no goal to choose. A report needs one. Name it with --goal, or pass more of the events.`,
} as const;

/** The number of a developer message. */
export type MessageCode = keyof typeof messages;

type MessageArguments<C extends MessageCode> = Parameters<(typeof messages)[C]>;

interface Console {
  warn(text: string): void;
}

const said = new Set<string>();

/**
 * Tells the developer something, once per text. Call it behind `process.env.NODE_ENV !== 'production'`.
 */
export function tell<C extends MessageCode>(code: C, ...details: MessageArguments<C>): void {
  say(`[smallyes] SY-${code} ${textOf(code, details)}`);
}

/** Tells an error that is itself a message of ours, as it is, once per text. False for any other error. */
export function tellError(error: unknown): boolean {
  const isOurs = error instanceof Error && /^\[smallyes\] SY-\d/.test(error.message);
  if (isOurs) say(error.message);
  return isOurs;
}

/** What a developer has passed, short enough for a message. */
export function show(given: unknown): string {
  if (typeof given === 'function') return `the function ${given.name || 'without a name'}`;
  let text: string | undefined;
  try {
    text = JSON.stringify(given);
  } catch {
    // Endless or hostile: its type must do.
  }
  return (text ?? (given === undefined ? 'undefined' : `a ${typeof given}`)).slice(0, 200);
}

function say(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  (globalThis as unknown as { console: Console }).console.warn(text);
}

/** A message as an error, for what cannot work at all: thrown in production too. */
export function failure<C extends MessageCode>(code: C, ...details: MessageArguments<C>): Error {
  return new Error(`[smallyes] SY-${code} ${textOf(code, details)}`);
}

/**
 * A message as an error for what runs in visitors' browsers: whole in development, number and details in production, so
 * that the texts stay out of the bundle.
 */
export function fault<C extends MessageCode>(code: C, ...details: MessageArguments<C>): Error {
  return process.env.NODE_ENV !== 'production'
    ? failure(code, ...details)
    : new Error(`[smallyes] SY-${code} ${details.join(' ')}`);
}

/** 0 is what the outbox calls an answer that did not come. */
function answerOf(status: string): string {
  return status === '0' ? 'without an answer' : `with ${status}`;
}

function textOf(code: MessageCode, details: readonly string[]): string {
  return (messages[code] as (...details: readonly string[]) => string)(...details);
}

/** Lets every message be told again; for tests. */
export function forgetMessages(): void {
  said.clear();
}
