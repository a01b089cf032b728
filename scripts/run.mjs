// Small pieces that the scripts of this folder share.
import { spawn } from 'node:child_process';

/** The native compiler, named by its path because two more packages bring a `tsc` of their own. */
export const tsc = 'node_modules/@typescript/native/bin/tsc';

/** Runs a command with inherited output; ends this process with its code when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      process.exit(1);
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else process.exit(code ?? 1);
    });
  });
}
