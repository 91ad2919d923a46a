// "Teilen" on a Praxisbeispiel: a button that copies each field. The words come from the page.
(() => {
  "use strict";
  const teilen = document.querySelector("[data-teilen]");
  if (!teilen) return;
  // A site that knows no address of its own is here all the same.
  const adresse = teilen.querySelector("input[readonly]");
  if (!/^https?:/.test(adresse.value)) adresse.value = new URL(".", location).href;
  if (!navigator.clipboard) return;
  const { kopieren, kopiert, vonHand } = teilen.dataset;
  let uhr;
  let schweige = () => {}; // takes back what the last button said
  for (const feld of teilen.querySelectorAll("[readonly]")) {
    const knopf = document.createElement("button");
    const name = document.createElement("span");
    name.className = "vorlesen";
    name.textContent = `: ${feld.labels[0].textContent}`;
    knopf.type = "button";
    knopf.append(kopieren, name);
    const meldung = document.createElement("span");
    meldung.setAttribute("role", "status");
    const sage = (wort, satz) => {
      knopf.firstChild.data = wort;
      meldung.textContent = satz;
    };
    knopf.addEventListener("click", async () => {
      clearTimeout(uhr);
      schweige();
      schweige = () => sage(kopieren, "");
      feld.select();
      try {
        await navigator.clipboard.writeText(feld.value);
        meldung.className = "vorlesen";
        sage(kopiert, kopiert);
        uhr = setTimeout(schweige, 3000);
      } catch {
        // Nobody may write to the clipboard: by hand it goes from the field.
        feld.focus();
        feld.select();
        meldung.className = "";
        sage(kopieren, vonHand);
      }
    });
    feld.after(knopf, meldung);
  }
})();
