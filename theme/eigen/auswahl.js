// Choosing by facets: boxes with counts, and the part of the address that keeps the choice.
// Between groups all must fit, within a group any.
class Auswahl {
  // `rahmen` holds the groups; links in them become boxes. `beiWechsel` runs after each change.
  constructor(rahmen, beiWechsel) {
    this.rahmen = rahmen;
    this.gruppen = [...rahmen.querySelectorAll("[data-gruppe]")].map((feld) => {
      for (const link of feld.querySelectorAll("a[data-wert]")) Auswahl.#alsKaestchen(link);
      const werte = new Map();
      for (const zeile of feld.querySelectorAll("li")) {
        const kaestchen = zeile.querySelector("input");
        werte.set(kaestchen.value, { zeile, kaestchen, zahl: zeile.querySelector(".auswahl__zahl"), anzahl: 0 });
      }
      return { name: feld.dataset.gruppe, feld, werte };
    });
    const wechsle = () => {
      history.pushState(null, "", this.#adresse());
      beiWechsel();
    };
    const bedienung = rahmen.querySelector("[data-auswahl-bedienung]");
    bedienung.hidden = false;
    bedienung.querySelector("button").addEventListener("click", () => {
      this.lies(new URLSearchParams());
      wechsle();
    });
    rahmen.addEventListener("change", wechsle);
  }

  static #alsKaestchen(link) {
    const kaestchen = Object.assign(document.createElement("input"), { type: "checkbox", value: link.dataset.wert });
    const worte = document.createElement("span");
    worte.append(...link.childNodes);
    const label = document.createElement("label");
    label.append(kaestchen, " ", worte);
    link.replaceWith(label);
  }

  // Ticks what an address names; tells whether all of it is known.
  lies(adresse) {
    let bekannt = true;
    for (const { name, werte } of this.gruppen) {
      const genannt = new Set(adresse.getAll(name));
      for (const [wert, { kaestchen }] of werte) kaestchen.checked = genannt.delete(wert);
      if (genannt.size) bekannt = false;
    }
    return bekannt;
  }

  // The address of this page with the choice of now.
  #adresse() {
    const adresse = new URLSearchParams(location.search);
    for (const { name, werte } of this.gruppen) {
      adresse.delete(name);
      for (const [wert, { kaestchen }] of werte) if (kaestchen.checked) adresse.append(name, wert);
    }
    return location.pathname + (String(adresse) && `?${adresse}`);
  }

  // Gives what fits of `alle`, and shows at each value how many it would give. `von` tells
  // the values of one by the name of a group.
  siebe(alle, von) {
    const gewaehlt = this.gruppen.map(({ werte }) => [...werte.values()].filter((w) => w.kaestchen.checked));
    for (const { werte } of this.gruppen) for (const wert of werte.values()) wert.anzahl = 0;
    const passende = alle.filter((eines) => {
      const hat = this.gruppen.map(({ name, werte }) => (von(eines)[name] ?? []).map((w) => werte.get(w)));
      const stoert = gewaehlt.map((wahl, i) => wahl.length > 0 && !wahl.some((w) => hat[i].includes(w)));
      const stoerende = stoert.filter(Boolean).length;
      hat.forEach((werte, i) => {
        if (stoerende - stoert[i] === 0) for (const wert of werte) if (wert) wert.anzahl += 1;
      });
      return !stoerende;
    });
    const haken = gewaehlt.flat().length;
    this.rahmen.querySelector("[data-auswahl-anzahl]").textContent = haken ? `(${haken})` : "";
    for (const { feld, werte } of this.gruppen) {
      for (const wert of werte.values()) {
        wert.zahl.textContent = `(${wert.anzahl})`;
        wert.zeile.hidden = !wert.anzahl && !wert.kaestchen.checked;
      }
      feld.hidden = [...werte.values()].every((wert) => wert.zeile.hidden);
    }
    return passende;
  }
}
