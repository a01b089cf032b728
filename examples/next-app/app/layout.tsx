import type { Metadata } from 'next';
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
          <main>
            <p className="byline">Pinegrove Advisers, for independent online shops</p>
            {children}
          </main>
        </Measurement>
      </body>
    </html>
  );
}
