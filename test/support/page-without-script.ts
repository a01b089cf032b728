/** What a server sends, in a frame in which no script runs, with the styles of this page. Remove the frame at the end. */
export async function pageWithoutScript(html: string, width = 360): Promise<HTMLIFrameElement> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const css = rules.map(({ cssText }) => cssText).join('\n');
  const frame = document.body.appendChild(document.createElement('iframe'));
  // The sandbox lets no script run.
  frame.sandbox.add('allow-same-origin');
  frame.width = `${width}`;
  frame.srcdoc = `<style>${css}</style>${html}`;
  await new Promise((resolve) => frame.addEventListener('load', resolve));
  return frame;
}

/** Whether a visitor sees it. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
