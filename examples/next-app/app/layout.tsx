import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import 'smallyes/styles.css';
import { Measurement } from './measurement';
import './site.css';

export const metadata: Metadata = {
  title: 'Pinegrove Advisers',
  description: 'For independent online shops.',
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Measurement>
          <header>
            <Link href="/">Pinegrove Advisers</Link>
            <Link href="/talk">Talk to us</Link>
            <Link href="/every">Every ask</Link>
          </header>
          <main>{children}</main>
        </Measurement>
      </body>
    </html>
  );
}
