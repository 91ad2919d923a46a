// "Teilen" on a Praxisbeispiel: a button that copies each field. The words come from the page.
(() => {
  "use strict";
  const teilen = document.querySelector("[data-teilen]");
  if (!teilen) return;
  // A site that knows no address of its own is here all the same.
  const adresse = teilen.querySelector("input[readonly]");
  if (!/^https?:/.test(adresse.value)) adresse.value = new URL(".", location).href;
  if (!navigator.clipboard) return;
  const meldung = document.createElement("span");
  meldung.className = "vorlesen";
  meldung.setAttribute("role", "status");
  teilen.append(meldung);
  for (const feld of teilen.querySelectorAll("[readonly]")) {
    const knopf = document.createElement("button");
    const name = document.createElement("span");
    name.className = "vorlesen";
    name.textContent = `: ${feld.labels[0].textContent}`;
    knopf.type = "button";
    knopf.append(teilen.dataset.kopieren, name);
    knopf.addEventListener("click", async () => {
      feld.select();
      await navigator.clipboard.writeText(feld.value);
      meldung.textContent = teilen.dataset.kopiert;
      knopf.firstChild.data = teilen.dataset.kopiert;
      setTimeout(() => {
        knopf.firstChild.data = teilen.dataset.kopieren;
        meldung.textContent = "";
      }, 3000);
    });
    feld.after(knopf);
  }
})();
