import { afterAll, beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { host, inside, mount, toggle, view } from './commitment-devtools.support.tsx';

const violations: string[] = [];
const note = ({ violatedDirective, sample }: SecurityPolicyViolationEvent) =>
  void violations.push(`${violatedDirective} ${sample}`);

beforeAll(() => {
  document.addEventListener('securitypolicyviolation', note);
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  document.head.append(policy);
});
afterAll(() => document.removeEventListener('securitypolicyviolation', note));

it('the policy is in force here: a style element has no effect', async () => {
  const style = document.createElement('style');
  style.textContent = 'body { color: red }';
  document.head.append(style);
  await expect.poll(() => violations.join()).toContain('style-src');
  expect(getComputedStyle(document.body).color).not.toBe('rgb(255, 0, 0)');
  style.remove();
});

it('button and panel keep their look under a strict policy, with no nonce', async () => {
  violations.length = 0;
  mount();
  await userEvent.click(toggle());
  await expect.element(view()).toBeVisible();
  expect(getComputedStyle(host()!).position).toBe('fixed');
  expect(getComputedStyle(inside('.panel')[0]!).backgroundColor).toBe('rgb(22, 24, 29)');
  expect(violations).toEqual([]);
});
