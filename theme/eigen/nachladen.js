// Fetches a script when the page stands or needs it, so that it holds nobody up. As a script and not
// as data: a page opened by double click may load nothing else. Rejects where it cannot be had.
const nachladen = (adresse) =>
  new Promise((fertig, gescheitert) => {
    const skript = document.createElement("script");
    Object.assign(skript, { src: adresse, onload: fertig, onerror: gescheitert });
    document.head.append(skript);
  });
