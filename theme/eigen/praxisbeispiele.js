// The page /praxisbeispiele/: its links by value become boxes that can be combined on the spot.
(() => {
  "use strict";
  const hier = document.querySelector("[data-auswahl-seite]");
  if (!hier) return;
  const status = hier.querySelector("[data-auswahl-status]");
  const worte = hier.dataset;
  const karten = [...hier.querySelectorAll(".karte")];
  const merkmale = new Map(karten.map((karte) => [karte, lies(karte.dataset)]));
  const auswahl = new Auswahl(hier.querySelector("[data-auswahl]"), () => zeige(true));

  function lies(daten) {
    return Object.fromEntries(Object.entries(daten).map(([name, werte]) => [name, werte.split(" ")]));
  }

  function zeige(bekannt) {
    const passende = new Set(auswahl.siebe(karten, (karte) => merkmale.get(karte)));
    for (const karte of karten) karte.hidden = !passende.has(karte);
    for (const feld of hier.querySelectorAll("section")) feld.hidden = !feld.querySelector(".karte:not([hidden])");
    status.textContent = `${satz(passende.size)}${bekannt ? "" : ` ${worte.unbekannt}`}`;
  }

  function satz(anzahl) {
    if (anzahl === karten.length) return worte.alle;
    if (!anzahl) return worte.nichts;
    return (anzahl === 1 ? worte.passendEins : worte.passend).replace("{zahl}", anzahl).replace("{alle}", karten.length);
  }

  const vonAdresse = () => zeige(auswahl.lies(new URLSearchParams(location.search)));
  window.addEventListener("popstate", vonAdresse);
  vonAdresse();
})();
