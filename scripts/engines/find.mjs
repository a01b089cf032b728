// Where the engines other than Chromium are on this machine.
import { existsSync, globSync } from 'node:fs';

const firefox = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The path of Firefox, or undefined. */
export function findFirefox() {
  const asked = process.env.FIREFOX_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`FIREFOX_PATH names ${asked}, and there is no such file.`);
  }
  return firefox[process.platform]?.find((file) => existsSync(file));
}

/** The paths of the driver of WebKitGTK, of its browser and, where there is no screen, of one; or undefined. */
export function findWebKit() {
  const driver = '/usr/bin/WebKitWebDriver';
  const [miniBrowser] = globSync('/usr/{lib/*,libexec,lib}/webkit2gtk-4.*/MiniBrowser').sort().reverse();
  const xvfb = '/usr/bin/Xvfb';
  if (!existsSync(driver) || !miniBrowser || !(process.env.DISPLAY || existsSync(xvfb))) return undefined;
  return { driver, miniBrowser, xvfb };
}
