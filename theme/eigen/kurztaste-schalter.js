// The switch for the key "/" on /barrierefreiheit/.
(() => {
  "use strict";
  const hier = document.querySelector("[data-kurztaste]");
  const kaestchen = hier.querySelector("input");
  const { NAME, speicher } = kurztaste;
  const zeige = () => (kaestchen.checked = kurztaste.istAn());
  kaestchen.addEventListener("change", () => {
    const { an, aus, nurHier } = hier.dataset;
    const gilt = kaestchen.checked;
    kurztaste.hierAus = !gilt;
    speicher((s) => (gilt ? s.removeItem(NAME) : s.setItem(NAME, "aus")));
    const satz = speicher((s) => s.getItem(NAME)) ? aus : nurHier;
    hier.querySelector("[role=status]").textContent = gilt ? an : satz;
  });
  // A browser that goes back fills in the box as it was; another window may have changed it.
  addEventListener("pageshow", zeige);
  addEventListener("storage", zeige);
  hier.hidden = false;
})();
