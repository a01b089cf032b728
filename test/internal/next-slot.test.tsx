// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type NextProp, NextSlot, type Outcome } from '../../src/internal/next-slot.tsx';

const html = (next: NextProp<{ choice: string }> | undefined, outcome: Outcome<{ choice: string }>) =>
  render(<NextSlot next={next} outcome={outcome} />).container.innerHTML;
const yes = { phase: 'committed', data: { choice: 'Trust' } } as const;
const no = { phase: 'dismissed', data: {} } as const;

describe('<NextSlot>', () => {
  it('holds the next ask', () => {
    expect(html(<b>More</b>, yes)).toBe('<div class="sy-next"><b>More</b></div>');
    expect(html(0, yes)).toBe('<div class="sy-next">0</div>');
  });

  it('chooses it by how the ask ended', () => {
    const next: NextProp<{ choice: string }> = ({ phase, data }) =>
      phase === 'committed' ? `You said ${data.choice}` : 'Maybe later';
    expect(html(next, yes)).toContain('You said Trust');
    expect(html(next, no)).toContain('Maybe later');
  });

  it.each([undefined, null, false, () => null])('takes no room for %s', (next) => {
    expect(html(next, no)).toBe('');
  });
});
