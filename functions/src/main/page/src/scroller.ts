/** What scrolls when `element` is to be seen: an area around it, or the whole page. */
export function scrollerOf(element: Element): Element {
  for (let around: Element | null = element; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return document.scrollingElement!;
}
