/* Compares quotations with the fingerprints of their sources, as macros/modell/fingerabdruck.py does. */
const formularZitate = (() => {
  "use strict";
  const ANFUEHRUNG = /["'„“”‚‘’»«›‹`´]/g;
  const IN_ZEICHEN = /^(?:„[^„“]*“|»[^»«]*«|“[^“”]*”|"[^"]*")$/;
  const WORT = /[\p{L}\p{N}]+(?:[-–*:/][\p{L}\p{N}]+)*/gu;

  const einheitlich = (t) =>
    t.normalize("NFKC").replace(ANFUEHRUNG, "").toLowerCase().replace(/ß/g, "ss").replace(/\s+/g, " ").trim();

  async function kurzerHash(text, laenge) {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("").slice(0, laenge);
  }

  // Gives what is wrong with a quotation, or why nobody knows, by its name. `abdruecke` gives the
  // fingerprints as formularAbdruckdatei does. Hashes take a moment: `fertig` is called then.
  return ({ mindestwoerter }, abdruecke, fertig) => {
    const berechnet = new Map();

    function hashes(gruppen, laenge) {
      const schluessel = gruppen.join("\n");
      if (!berechnet.has(schluessel)) {
        berechnet.set(schluessel, undefined);
        Promise.all(gruppen.map((g) => kurzerHash(g, laenge))).then((alle) => {
          berechnet.set(schluessel, alle.join(" "));
          fertig();
        });
      }
      return berechnet.get(schluessel);
    }

    return (zitat, quelle) => {
      if (IN_ZEICHEN.test(zitat)) return "zitat_in_zeichen";
      const text = einheitlich(zitat);
      const worte = [...text.matchAll(WORT)].map((w) => [w.index, w.index + w[0].length]);
      const enden = worte.slice(mindestwoerter - 1);
      if (!enden.length) return "zitat";
      if (!quelle) return undefined;
      // Without a secure context there are no hashes; then the check of the data compares alone.
      if (abdruecke() === null || !globalThis.crypto?.subtle) return "zitat_unverglichen";
      if (abdruecke() === undefined) return "zitat_wartet";
      const abdruck = abdruecke()[quelle];
      if (abdruck === undefined) return "zitat_ohne_abdruck";
      const gesucht = hashes(enden.map(([, ende], nr) => text.slice(worte[nr][0], ende)), abdruck.split(" ", 1)[0].length);
      if (gesucht === undefined) return "zitat_wartet";
      return !` ${abdruck} `.includes(` ${gesucht} `) && "zitat_fremd";
    };
  };
})();
