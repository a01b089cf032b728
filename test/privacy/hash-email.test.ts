import { createHash } from 'node:crypto';
import { hashEmail } from 'smallyes/privacy';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

beforeEach(forgetMessages);

describe('hashEmail', () => {
  it('gives what Meta’s documentation gives for its example', async () => {
    expect(await hashEmail('John_Smith@gmail.com', { for: 'meta' })).toBe(
      '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f',
    );
  });

  it.each([
    [' Jane.Doe@Shop.Example\n', undefined, 'jane.doe@shop.example'],
    ['\u00A0jane@shop.example\uFEFF', undefined, 'jane@shop.example'],
    ['Jane.Doe+news@gmail.com', undefined, 'jane.doe+news@gmail.com'],
    ['Jane.Doe+news@gmail.com', 'meta', 'jane.doe+news@gmail.com'],
    ['Jane.Doe@gmail.com', 'tiktok', 'jane.doe@gmail.com'],
    ['Jane.Doe@gmail.com', 'linkedin', 'jane.doe@gmail.com'],
    ['Jane.Doe+news@gmail.com', 'google', 'janedoe+news@gmail.com'],
    ['J.a.n.e@GoogleMail.com', 'google', 'jane@googlemail.com'],
    ['jane.doe@shop.example', 'google', 'jane.doe@shop.example'],
    ['jane.doe@gmail.com.example', 'google', 'jane.doe@gmail.com.example'],
    ['jane.doe@notgmail.com', 'google', 'jane.doe@notgmail.com'],
    ['JÄNE@MÜNCHEN.example', undefined, 'jäne@münchen.example'],
  ] as const)('takes %j for %s as %s', async (email, who, normal) => {
    expect(await hashEmail(email, { for: who })).toBe(hash(normal));
  });

  it.each([
    '',
    ' ',
    'jane',
    'jane@',
    '@x.example',
    'jane@localhost',
    'jane@x..example',
    'jane@x.example.',
    'jane doe@x.example',
    'jane@x.example, joe@x.example',
    'a@b@x.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'b'.repeat(250)}.example`,
    '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f',
    null,
    undefined,
    7,
    {},
  ])('gives nothing for %j, which is no address', async (email) => {
    expect(await hashEmail(email as string)).toBeUndefined();
  });

  it.each([
    ['no Web Crypto', undefined],
    ['a page that is not secure', { subtle: undefined }],
  ])('gives nothing with %s, and says SY-1053', async (_, crypto) => {
    expectConsole('warn', 'SY-1053 hashEmail() found no Web Crypto');
    vi.stubGlobal('crypto', crypto);
    expect(await hashEmail('jane@shop.example')).toBeUndefined();
  });

  it('gives nothing when Web Crypto fails', async () => {
    const digest = vi.fn(() => Promise.reject(new Error('no')));
    vi.stubGlobal('crypto', { subtle: { digest } });
    expect(await hashEmail('jane@shop.example')).toBeUndefined();
    expect(digest).toHaveBeenCalledOnce();
  });
});
