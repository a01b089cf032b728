/** Styles of the panel. They meet nothing of the page: see the host. Sizes in px, because a page may set its own root size. */
export const panelStyles = `
* { box-sizing: border-box; }
.place {
  position: fixed;
  inset-block-end: 60px;
  inset-inline-end: 12px;
}
:host([data-position^='top']) .place { inset-block: 60px auto; }
:host([data-position$='start']) .place { inset-inline: 12px auto; }
.place[hidden] { display: none; }
.panel {
  display: flex;
  flex-direction: column;
  inline-size: min(560px, 100vw - 24px);
  block-size: min(560px, 100dvh - 72px);
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--ground);
  box-shadow: 0 0 0 1px rgb(255 255 255 / 0.2), 0 12px 40px rgb(0 0 0 / 0.4);
  overflow: hidden;
}
.panel:has([data-picking]) { block-size: auto; }
.head { display: flex; flex: none; align-items: stretch; border-block-end: 1px solid var(--line); }
.tabs { display: flex; flex: 1; min-inline-size: 0; padding-inline-start: 4px; overflow-x: auto; scrollbar-width: none; }
.tab, .close {
  min-block-size: 40px;
  margin: 0;
  padding: 0 12px;
  border: 0;
  border-block-end: 2px solid transparent;
  background: none;
  color: var(--muted);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.tab[aria-selected='true'] { border-color: var(--accent); color: var(--text); }
.close { flex: none; font-size: 20px; font-weight: 400; line-height: 1; }
:is(.tab, .close):hover { color: var(--text); background: var(--raised); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.view { flex: 1; min-block-size: 0; padding: 12px; overflow: auto; overscroll-behavior: contain; overflow-wrap: anywhere; }
p, ol, ul, dl, dd, pre, h2, h3 { margin: 0; padding: 0; }
ol, ul { list-style: none; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-block-end: 8px; }
.button, input, select {
  min-block-size: 30px;
  margin: 0;
  padding: 0 10px;
  border: 1px solid #6d7683;
  border-radius: 6px;
  background: var(--raised);
  color: var(--text);
  font: inherit;
}
.button { cursor: pointer; }
.button:hover:enabled { border-color: var(--accent); }
.button[aria-pressed='true'] { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.button[data-kind='danger'] { color: var(--bad); }
.button:disabled { border-color: var(--line); background: none; color: var(--muted); cursor: default; }
:is(.button, input, select):focus-visible { outline-offset: 1px; }
input { flex: 1 1 110px; min-inline-size: 0; cursor: text; }
input[type='number'] { flex: 0 1 96px; }
input::placeholder { color: var(--muted); opacity: 1; }
select { max-inline-size: 100%; }
.note, .hint { color: var(--muted); }
.note { margin-block-end: 8px; }
.hint { padding-block: 8px; max-inline-size: 60ch; }
.kind, .ask, .data, .name, pre, .verdict, .rules b { font-family: ui-monospace, monospace; font-size: 12px; }
.chip {
  justify-self: start;
  padding: 0 7px;
  border-radius: 9px;
  background: #34414f;
  color: #cbdcec;
  font-size: 11px;
  font-weight: 600;
  line-height: 18px;
}
.chip[data-grade='2'] { background: #17453f; color: #a6e8dc; }
.chip[data-grade='3'] { background: var(--accent); color: var(--on-accent); }

.rows { margin-inline: -12px; }
.rows > li { border-block-start: 1px solid var(--line); content-visibility: auto; contain-intrinsic-block-size: auto 52px; }
.event > summary {
  display: grid;
  grid-template-columns: 92px 88px minmax(0, 1fr) auto;
  gap: 0 8px;
  align-items: baseline;
  padding: 6px 12px;
  cursor: pointer;
  list-style: none;
}
.event > summary::-webkit-details-marker { display: none; }
.event > summary:hover, .event[open] > summary { background: var(--raised); }
.time, .ask, .data { color: var(--muted); }
.time { font-size: 12px; }
.phase { font-weight: 600; }
.phase[data-phase='committed'], .phase[data-phase='confirmed'] { color: var(--accent); }
:is(.phase[data-phase='failed'], .phase[data-phase='withdrawn']) { color: var(--bad); }
.phase[data-phase='dismissed'] { color: var(--wait); }
.event :is(.ask, .data, .kind) { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; unicode-bidi: isolate; }
.event .ask { grid-column: 1 / 3; color: var(--text); }
.event .data { grid-column: 3 / -1; }
.details { padding: 4px 12px 12px; background: var(--raised); }
.details .button { margin-block: 8px; background: var(--ground); }
pre {
  padding: 8px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--ground);
  white-space: pre-wrap;
}
dl > div { display: grid; grid-template-columns: 130px minmax(0, 1fr); gap: 0 12px; padding-block: 2px; }
dt { color: var(--muted); }
.facts { margin-block-end: 12px; }

.rungs { counter-reset: rung; }
.rungs > li { counter-increment: rung; border-block-start: 1px solid var(--line); padding-block: 8px; }
.rung { display: grid; grid-template-columns: 24px minmax(0, 1fr) auto 54px; gap: 2px 8px; align-items: center; }
.rungs > li > .rung::before { content: counter(rung); color: var(--muted); }
.rungs ul .rung { padding-block-start: 8px; }
.rungs ul .rung::before { content: '↳' / ''; color: var(--muted); }
.name { font-weight: 600; font-size: 13px; }
.rung .name { order: 1; }
.rung .chip { order: 2; justify-self: end; }
.rung .button { order: 3; }
.rung .kind { order: 4; grid-column: 2; color: var(--muted); }
.rung .state { order: 5; grid-column: 3 / -1; justify-self: end; text-align: end; }
.state { color: var(--muted); }
.state[data-state='done']::before { content: '✓ ' / ''; color: var(--accent); }
.state:is([data-state='next'], [data-state='open']) { color: var(--accent); font-weight: 600; }
.state:is([data-state='resting'], [data-state='waiting']) { color: var(--wait); }

.verdict { font-size: 16px; line-height: 1.4; }
.section { margin-block: 12px 4px; color: var(--muted); font-size: 12px; font-weight: 600; }
.rules li { display: grid; grid-template-columns: 14px 104px minmax(0, 1fr); gap: 0 8px; padding-block: 4px; border-block-start: 1px solid var(--line); }
.mark { color: var(--accent); }
[data-holds='false'] :is(.mark, b) { color: var(--bad); }
.outline { position: fixed; outline: 2px solid #0b5a50; box-shadow: 0 0 0 4px var(--accent); border-radius: 4px; pointer-events: none; }

@media (max-width: 480px) {
  .tab, .close { padding-inline: 6px; }
  .event > summary { grid-template-columns: 92px minmax(0, 1fr) auto; }
  .event .phase { grid-column: 2 / 3; }
  .event .chip { grid-area: 1 / 3; }
  .event .kind, .event .ask, .event .data { grid-column: 1 / -1; }
  .rules li { grid-template-columns: 14px minmax(0, 1fr); }
  .rules li > span:last-child { grid-column: 2; }
  .rung .state { grid-column: 2 / -1; justify-self: start; text-align: start; }
  .rung .kind { grid-column: 2 / -1; }
  dl > div { grid-template-columns: 104px minmax(0, 1fr); }
}
`;
