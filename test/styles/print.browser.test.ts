import '../../src/insights/react/insights.css';
import '../../src/styles/styles.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emulateMedia } from '../support/emulate-media.ts';
import { render, style } from './page.support.ts';

beforeEach(() => emulateMedia({}, 'print'));
afterEach(() => document.body.replaceChildren());

describe('on paper', () => {
  it('leaves out the quiet buttons, which nobody can press, and keeps what the form asks for', () => {
    const page =
      render(`<section data-sy-ask="poll"><button class="sy-button" data-variant="primary">Send</button>
      <button class="sy-button quiet" data-variant="quiet">Change</button>
      <a href="#x" class="sy-button" data-variant="quiet">Terms</a></section>`);
    expect(style(page, '.quiet').display).toBe('none');
    expect(style(page, '[data-variant="primary"]').display).not.toBe('none');
    expect(style(page, 'a').display).not.toBe('none');
  });

  it('prints no tint: paper is white', () => {
    const page = render('<div data-sy-theme="dark"><section data-sy-ask="poll"></section></div>');
    expect(style(page, 'section').backgroundColor).toBe('rgb(255, 255, 255)');
  });

  it('prints a dialog whole, below the page, with nothing dark behind it', () => {
    const page =
      render(`<p>The page</p><div class="sy-contact-dialog-layer" data-sy-ask="contact-dialog" data-sy-appearance="plain">
      <div class="sy-contact-dialog-panel"><div style="block-size: 5000px; flex: none">Much to ask</div></div></div>`);
    const panel = page.querySelector<HTMLElement>('.sy-contact-dialog-panel')!;
    expect(panel.offsetHeight).toBeGreaterThan(5000);
    expect(style(page, '.sy-contact-dialog-layer').display).toBe('contents');
    expect(getComputedStyle(page.querySelector('.sy-contact-dialog-layer')!, '::before').content).toBe(
      'none',
    );
  });

  it('draws the axis of a report once, below its last row, and keeps a legend with its table', () => {
    const page = render(`<div class="sy-insights-part"><ul class="sy-insights-legend"></ul>
      <table class="sy-insights-table"><tbody></tbody><tfoot><tr><td>0%</td></tr></tfoot></table></div>`);
    // A footer of a table is drawn again at the end of each page.
    expect(style(page, 'tfoot').display).not.toBe('table-footer-group');
    expect(style(page, '.sy-insights-legend').breakAfter).toBe('avoid');
  });
});
