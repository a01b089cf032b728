// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

it.each(['first', 'second'])('each test starts with an empty page (%s)', () => {
  expect(document.body.childElementCount).toBe(0);
  render(<p>Mounted</p>);
  expect(screen.getByText('Mounted')).toBeInstanceOf(HTMLElement);
});
