import { styled } from 'storybook/theming';

/** What the panel takes from Storybook's theme. */
interface PanelTheme {
  readonly base: 'light' | 'dark';
  readonly typography: { readonly fonts: { readonly base: string; readonly mono: string } };
}

/** Colours that reach 4.5:1 on Storybook's own panel in its light and its dark theme. */
const palettes = {
  light: {
    text: '#1f2328',
    muted: '#59636e',
    line: '#d9dee3',
    soft: '#f3f5f7',
    weak: ['#e8eef5', '#35506b'],
    medium: ['#dff3ef', '#0b5a50'],
    strong: ['#0b5a50', '#ffffff'],
    yes: '#0b5a50',
    bad: '#b3261e',
    value: '#7a3e00',
    focus: '#0b5a50',
  },
  dark: {
    text: '#e6e9ec',
    muted: '#a9b3bd',
    line: '#3a4148',
    soft: '#2a2f34',
    weak: ['#34414f', '#cbdcec'],
    medium: ['#17453f', '#a6e8dc'],
    strong: ['#7fdccb', '#0e2a26'],
    yes: '#7fdccb',
    bad: '#ffb4ab',
    value: '#f0c38a',
    focus: '#7fdccb',
  },
} as const;

/** The panel's look, one element around all of it: class names inside stay short. */
export const PanelRoot = styled.section((props) => {
  const { base, typography } = props.theme as unknown as PanelTheme;
  const colors = palettes[base];
  return {
    containerType: 'inline-size',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    color: colors.text,
    font: `13px/1.5 ${typography.fonts.base}`,

    '&.title': {
      containerType: 'normal',
      flexDirection: 'row',
      alignItems: 'center',
      gap: 6,
      color: 'inherit',
      font: 'inherit',
    },
    '.badge': {
      minWidth: 18,
      padding: '0 5px',
      borderRadius: 9,
      background: colors.medium[0],
      color: colors.medium[1],
      fontSize: 11,
      fontWeight: 700,
      lineHeight: '18px',
      textAlign: 'center',
      fontVariantNumeric: 'tabular-nums',
    },
    '.badge[data-faulty]': { outline: `2px solid ${colors.bad}` },

    '.bar': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 12px',
      padding: '6px 14px',
      borderBottom: `1px solid ${colors.line}`,
    },
    '.counts': { flex: '1 1 auto', margin: 0, color: colors.muted, fontVariantNumeric: 'tabular-nums' },
    '.counts strong, .problems': { color: colors.bad },
    '.only': { display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 28, cursor: 'pointer' },
    '.only input': { width: 16, height: 16, margin: 0, accentColor: colors.yes },
    '.button': {
      minHeight: 28,
      padding: '0 10px',
      border: `1px solid ${colors.line}`,
      borderRadius: 6,
      background: 'transparent',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
    },
    '.button:hover:enabled': { background: colors.soft },
    '.button:disabled': { color: colors.muted, cursor: 'default' },
    '& :is(.button, summary, input):focus-visible': {
      outline: `2px solid ${colors.focus}`,
      outlineOffset: 1,
    },

    '.list': { flex: '1 1 auto', minHeight: 0, overflow: 'auto' },
    'ol, ul': { margin: 0, padding: 0, listStyle: 'none' },
    'li:has(> .event)': { borderBottom: `1px solid ${colors.line}` },
    '.empty': { margin: 0, padding: '24px 14px', color: colors.muted },

    '.event > summary': {
      display: 'grid',
      gridTemplateColumns:
        '10px 136px 84px minmax(120px, 196px) 62px minmax(80px, 150px) minmax(0, 1fr) auto',
      alignItems: 'center',
      gap: '0 10px',
      minHeight: 32,
      padding: '3px 14px',
      boxShadow: 'inset 3px 0 transparent',
      cursor: 'pointer',
      listStyle: 'none',
    },
    '.event > summary::-webkit-details-marker': { display: 'none' },
    '.event > summary::before': {
      width: 5,
      height: 5,
      borderRight: `1.5px solid ${colors.muted}`,
      borderBottom: `1.5px solid ${colors.muted}`,
      rotate: '-45deg',
      content: '""',
    },
    '.event[open] > summary::before': { rotate: '45deg' },
    '.event > summary:hover, .event[open] > summary': { background: colors.soft },
    '.event > summary:focus-visible': { outlineOffset: -2 },
    '.event[data-phase="committed"] > summary': { boxShadow: `inset 3px 0 ${colors.yes}` },
    '.event[data-faulty] > summary': { boxShadow: `inset 3px 0 ${colors.bad}` },
    '.time': { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
    '.clock, .hint, .ask': { color: colors.muted },
    '.clock': { marginLeft: 4, fontSize: 12 },
    '.phase': { fontWeight: 600 },
    '[data-phase="committed"] .phase': { color: colors.yes },
    '& :is([data-phase="failed"], [data-phase="withdrawn"]) .phase': { color: colors.bad },
    '.grade': {
      justifySelf: 'start',
      padding: '0 7px',
      borderRadius: 9,
      background: colors.weak[0],
      color: colors.weak[1],
      fontSize: 11,
      fontWeight: 600,
      lineHeight: '18px',
    },
    '.grade[data-grade="2"]': { background: colors.medium[0], color: colors.medium[1] },
    '.grade[data-grade="3"]': { background: colors.strong[0], color: colors.strong[1] },
    '.kind, .ask, .data, .tree': { fontFamily: typography.fonts.mono, fontSize: 12 },
    '.kind, .ask': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '.data': {
      padding: 0,
      overflow: 'hidden',
      color: colors.value,
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '.check': { justifySelf: 'end', color: colors.yes, fontSize: 12 },
    '[data-faulty] > summary .check': { color: colors.bad, fontWeight: 600 },

    '.detail': {
      display: 'grid',
      justifyItems: 'start',
      gap: 8,
      padding: '8px 14px 12px 17px',
      background: colors.soft,
    },
    '.problems': { paddingLeft: 16, listStyle: 'disc' },
    '.tree': { lineHeight: 1.7, overflowWrap: 'anywhere' },
    '.tree .tree': { marginLeft: 6, paddingLeft: 12, borderLeft: `1px solid ${colors.line}` },
    '.tree summary': { cursor: 'pointer' },
    '.tree li:not(:has(> details))': { paddingLeft: 14 },
    '.key::after': { color: colors.muted, content: '":"' },
    '.value': { color: colors.value },

    '@container (max-width: 860px)': {
      '.event > summary': { gridTemplateColumns: '10px 60px 84px 1fr 62px auto', paddingBlock: 6 },
      '.clock': { display: 'none' },
      '.ask': { gridColumn: '2 / 4', gridRow: 2 },
      '.data': { gridColumn: '4 / -1', gridRow: 2 },
    },
    '@container (max-width: 480px)': {
      '.event > summary': { gridTemplateColumns: '10px auto 1fr auto' },
      '.event > summary::before': { gridColumn: 1, gridRow: 1 },
      '.phase': { gridColumn: 3, gridRow: 1 },
      '.check': { gridColumn: 4, gridRow: 1 },
      '.kind': { gridColumn: '2 / 4', gridRow: 2 },
      '.grade': { gridColumn: 4, gridRow: 2 },
      '.ask': { gridColumn: '2 / -1', gridRow: 3 },
      '.data': { gridColumn: '2 / -1', gridRow: 4 },
    },
  };
});
