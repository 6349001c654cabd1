/** A drawing of the page as a file of its own: no style sheet, no variable, no script, nothing from elsewhere. */

/** What style sheets may have set on the shapes and texts of a drawing: presentation attributes of SVG 1.1 (appendix N). */
const SHAPES = 'line, path, rect, circle';
const PAINT = ['fill', 'stroke', 'stroke-width'] as const;
const TEXT = [...PAINT, 'font-family', 'font-size', 'font-weight', 'font-style'] as const;
/** All that may stand in an XML document (XML 1.0 §2.2). */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** `drawn` has to be in the document; it may be hidden. */
export function toStandalone(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const elements = [...copy.querySelectorAll('*')];
  drawn.querySelectorAll('*').forEach((original, index) => {
    settle(original, elements[index] as Element);
  });
  for (const element of [copy, ...elements]) {
    element.removeAttribute('class');
    element.removeAttribute('style');
  }
  for (const text of copy.querySelectorAll('[paint-order]')) layHaloBehind(text);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy).replace(NOT_XML, '\uFFFD')}\n`;
}

function settle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  const names = original.matches('text') ? TEXT : original.matches(SHAPES) ? PAINT : [];
  for (const name of names) copy.setAttribute(name, inSvg11(style.getPropertyValue(name)));
}

/** Colours of SVG 1.1 have no alpha, and lengths need no unit. */
function inSvg11(value: string): string {
  return value === 'transparent' || /^rgba\(.*, 0\)$/.test(value) ? 'none' : value.replace(/^([\d.]+)px$/, '$1');
}

/** Not every program that shows SVG knows `paint-order`: it would draw the halo over the letters. */
function layHaloBehind(text: Element): void {
  text.removeAttribute('paint-order');
  const halo = text.cloneNode(true) as Element;
  halo.setAttribute('fill', halo.getAttribute('stroke') ?? 'none');
  halo.setAttribute('stroke-linejoin', 'round');
  halo.setAttribute('aria-hidden', 'true');
  text.setAttribute('stroke', 'none');
  text.before(halo);
}
