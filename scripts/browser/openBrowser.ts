import { chromium, type Browser } from 'playwright-core';

/**
 * What Playwright leaves out of Chromium, said again because the last such list counts (a test holds the two together),
 * and the list of suggestions below the address bar: a whole page of Chromium's own for each window, which cost more
 * than the pages under test (1.4 seconds of processor a window, Chromium 156) and which nobody sees.
 */
const leftOut = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** With what the browser starts: no window, no sandbox (the pages are our own), nothing that goes out by itself. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${leftOut.join(',')}`,
];

/** Opens the browser that was found on this machine, in which programs look at our own pages. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArguments });
}
