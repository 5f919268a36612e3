// The book in its frame: where the reader is, how far they have read, and links that leave it.

const PAGE = /^[\w-]+(\/[\w-]+)*\.html(#[\w-]+)?$/;
/** Read to its end: no more than this many pixels of the page are below the window. */
const NEAR_END = 400;

/** Open the first place that is one; tell `onPlace` of each new place, `onPage` of each page, and fill `ends`. */
export function followFrame(frame, { places, ends, onPlace, onPage }) {
  const root = new URL('site/', document.baseURI).pathname;

  const look = () => {
    const { document: page, location } = frame.contentWindow;
    if (!location.pathname.startsWith(root)) return;
    const name = location.pathname.slice(root.length) || 'index.html';
    const { scrollTop, clientHeight, scrollHeight } = page.scrollingElement;
    if (scrollTop + clientHeight >= scrollHeight - NEAR_END) ends.add(name);
    const passed = [...page.querySelectorAll('section[id]')].filter((one) => one.getBoundingClientRect().top < 200);
    const place = scrollTop > 200 && passed.length ? `${name}#${passed.at(-1).id}` : name;
    onPlace(PAGE.test(place) ? place : name);
  };

  frame.addEventListener('load', () => {
    let page;
    try {
      page = frame.contentDocument;
      if (!frame.contentWindow.location.pathname.startsWith(root)) return;
    } catch {
      return; // another site: nothing of it can be seen
    }
    look();
    if (page.title) frame.title = page.title;
    frame.contentWindow.addEventListener('scroll', look, { passive: true });
    // Other sites refuse to be shown in a frame, and the way back would be lost.
    page.addEventListener('click', ({ target }) => {
      const link = target.closest?.('a[href]');
      if (link && link.origin !== window.location.origin && link.protocol.startsWith('http')) {
        link.target = '_blank';
        link.rel = 'noopener';
      }
    }, true);
    onPage();
  });

  frame.src = `site/${places.find((place) => PAGE.test(place))}`;
}
