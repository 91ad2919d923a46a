/* Fetches what the form checks with, once its page stands. */
const formularBeginn = (() => {
  "use strict";
  const { bibliothek, daten } = document.currentScript.dataset;
  // A file that came only in part loads, but names nothing.
  const fehlende = () => [
    ...(typeof jsonSchema === "undefined" ? [bibliothek] : []),
    ...(typeof formularDaten === "undefined" ? [daten] : []),
  ];

  // Gives a function that fetches, and tells whether all is there and ready; if not, its next call
  // tries again.
  return (bereite, gestoert) => {
    let laeuft;
    return () => {
      laeuft ??= Promise.all(fehlende().map(nachladen)).then(bereite).then(() => true, () => {
        laeuft = undefined;
        gestoert();
        return false;
      });
      return laeuft;
    };
  };
})();
