/* Fetches the fingerprints of the sources once the page stands: only quotations need them, and they weigh the most. */
const formularAbdruckdatei = (() => {
  "use strict";
  const { abdruecke: adresse } = document.currentScript.dataset;
  let stand; // undefined until they are here, null if they cannot be had

  function hole(fertig) {
    const skript = document.createElement("script");
    skript.src = adresse;
    skript.onload = skript.onerror = () => {
      stand = typeof formularAbdruecke === "undefined" ? null : formularAbdruecke;
      fertig();
    };
    document.head.append(skript);
  }

  return { hole, stand: () => stand };
})();
