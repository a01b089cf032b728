// Starts, watches and ends the processes of the store test. Every process that was started is ended, by its id.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const running = new Set();

/** Runs a command until it ends; gives its output, or throws with it. */
export function finish(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${command} ended with ${status}: ${(stderr || stdout).trim().slice(-500)}`);
  return stdout;
}

/** Starts a process that goes on. `output()` gives the end of what it has said. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-20_000);
    });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      resolve();
    });
    child.on('close', resolve);
  }).then(() => running.delete(child));
  return { child, ended, output: () => said };
}

/** Ends a process that `start` has begun, and waits until it is gone. */
export async function stop({ child, ended }, signal = 'SIGTERM') {
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(timer);
}

/** Ends whatever still runs. */
export function stopAll() {
  for (const child of running) child.kill('SIGKILL');
}

/** Asks again until the answer is there; says what was waited for when it takes too long. */
export async function until(ask, what, ms = 30_000, output = () => '') {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end)
      throw new Error(`${what} took longer than ${ms / 1_000} s. ${output().slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Seconds of processor that a process has used, all its threads (proc(5), fields 14 and 15); undefined off Linux. */
export function cpuSeconds(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** What puts a process on one core, where the system can. */
export function onCore(core) {
  const can = process.platform === 'linux' && spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;
  return can ? ['taskset', '-c', String(core)] : [];
}

/** The ids of another user, when this one is root and that one is there: to be spread into the options of a process. */
export function userOf(name) {
  if (process.getuid?.() !== 0) return undefined;
  const { status, stdout } = spawnSync('getent', ['passwd', name], { encoding: 'utf8' });
  const [, , uid, gid] = stdout?.split(':') ?? [];
  return status === 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Packages of the system, as root where there is apt-get; says so, since nothing is installed silently. */
export function install(...packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return false;
  console.error(`Not found: installing ${packages.join(' ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stderr } = spawnSync('apt-get', args, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0)
      console.error(`apt-get ${args[0]} failed: ${stderr?.trim().split('\n').slice(-3).join(' ')}`);
  }
  return true;
}
