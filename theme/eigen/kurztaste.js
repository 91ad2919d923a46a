// Whether "/" jumps to the search: it does, unless its reader switched it off on /barrierefreiheit/.
// Only that switch stores anything, and it stores one word; switching on deletes it.
const kurztaste = (() => {
  "use strict";
  const NAME = "kurztaste";
  let hierAus = false; // for this page alone, where the browser stores nothing

  function istAn() {
    try {
      return !hierAus && localStorage.getItem(NAME) === null;
    } catch {
      return !hierAus;
    }
  }

  // Tells whether the browser remembers it.
  function stelle(an) {
    hierAus = !an;
    try {
      if (an) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, "aus");
      return true;
    } catch {
      return an;
    }
  }

  const hier = document.querySelector("[data-kurztaste]");
  if (hier) {
    const kaestchen = hier.querySelector("input");
    const status = hier.querySelector("[role=status]");
    const zeige = () => (kaestchen.checked = istAn());
    kaestchen.addEventListener("change", () => {
      const gemerkt = stelle(kaestchen.checked);
      const { an, aus, nurHier } = hier.dataset;
      status.textContent = kaestchen.checked ? an : gemerkt ? aus : nurHier;
    });
    // A browser that goes back fills in the box as it was; another window may have changed it.
    addEventListener("pageshow", zeige);
    addEventListener("storage", zeige);
    hier.hidden = false;
  }
  return { istAn };
})();
