/* The fingerprints of the sources: only quotations need them, and they weigh the most. */
const formularAbdruckdatei = (() => {
  "use strict";
  let stand; // undefined until they are here, null if they cannot be had

  // A file that came only in part loads, but names nothing.
  async function hole(adresse) {
    await nachladen(adresse).catch(() => {});
    stand = typeof formularAbdruecke === "undefined" ? null : formularAbdruecke;
  }

  return { hole, stand: () => stand };
})();
