// Asks each search in the page /suche/: gives the addresses of all hits, best first, and the
// milliseconds until the first ones could be drawn.
const ERSTE = 3;

async function unsere(ziel) {
  const liste = document.querySelector("[data-suchergebnisse]");
  const anfang = performance.now();
  await new Promise((fertig) => {
    const wache = new MutationObserver(() => {
      if (liste.ariaBusy !== "false") return;
      wache.disconnect();
      fertig();
    });
    wache.observe(liste, { attributeFilter: ["aria-busy"] });
    history.pushState(null, "", ziel);
    dispatchEvent(new PopStateEvent("popstate"));
  });
  const dauer = performance.now() - anfang;
  return [[...liste.children].map((li) => li.querySelector("a").href), dauer];
}

// Only what also every one of some other queries finds.
async function pagefind(frage, pflicht) {
  const anfang = performance.now();
  const suche = await import("/pagefind/pagefind.js");
  let { results: alle } = await suche.search(frage);
  for (const wort of pflicht) {
    const mit = new Set((await suche.search(wort)).results.map(({ id }) => id));
    alle = alle.filter(({ id }) => mit.has(id));
  }
  const hole = (teil) => Promise.all(teil.map(async (treffer) => (await treffer.data()).url));
  const erste = await hole(alle.slice(0, ERSTE));
  const dauer = performance.now() - anfang;
  return [[...erste, ...(await hole(alle.slice(ERSTE, 20)))], dauer];
}

globalThis.suchen = { unsere, pagefind };
