// The little of the W3C WebDriver protocol that a test's input needs, and WebKitGTK behind it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Starts WebKitGTK's MiniBrowser under its driver, on a screen of its own where the machine has none. `send` speaks to
 * the session.
 */
export async function openWebKit({ driver, miniBrowser, xvfb }) {
  const processes = [];
  const start = (command, args, options) => {
    const child = spawn(command, args, options);
    processes.push(child);
    return child;
  };
  const end = () => {
    for (const child of processes) child.kill();
  };

  try {
    let display = process.env.DISPLAY;
    if (!display) {
      const screen = start(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      const [number] = await once(screen.stdio[3].setEncoding('utf8'), 'data');
      display = `:${number.trim()}`;
    }
    const port = await freePort();
    start(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    });

    const call = async (method, path, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`WebDriver ${path}: ${value.error}. ${value.message}`);
      return value;
    };

    for (let tries = 0; ; tries++) {
      try {
        await call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await wait(100);
      }
    }
    const { sessionId } = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
        },
      },
    });
    return {
      send: (method, path, body) => call(method, `/session/${sessionId}${path}`, body),
      async close() {
        await call('DELETE', `/session/${sessionId}`).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
