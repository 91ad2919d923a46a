/* Reads the form by its schema: the entry as YAML, and what is still wrong with it. */
const formularPruefung = (() => {
  "use strict";
  // Keywords that only repeat what another error says more exactly.
  const UMHUELLEND = ["properties", "items", "$ref", "additionalProperties", "false"];

  // Gives a function that reads and checks the form as it stands; `pruefer` validates by `schema`.
  return ({ form, pruefer, daten, zitatfehler }) => {
    const { schema, fehler: worte, hinweis, modeline, vergeben, voraus, filterwerte, anker_hoechstens } = daten;
    const aufgeloest = (s) => (s.$ref ? schema.$defs[s.$ref.split("/").pop()] : s);

    // As far as both are known: within its first year nothing ends too early.
    const liegtVor = (t, anderer = "") => String(t) < String(anderer).slice(0, String(t).length);
    const fern = (t) => String(t).slice(0, 4) > Number(formularWerte.heute().slice(0, 4)) + voraus && "fern";
    const laeuft = ({ stand }) => stand === "laufend";

    // Each value gets a page: it needs an address, and one that no other value has.
    function ohneEigeneAdresse(alle, bekannt) {
      const erste = new Map(Object.entries(bekannt));
      for (const wert of alle.map((t) => t.normalize("NFC"))) {
        const anker = formularWerte.anker(wert);
        if (!anker) return "ohne_adresse";
        if (anker.length > anker_hoechstens) return "adresse_zu_lang";
        if ((erste.get(anker) ?? wert) !== wert) return "gleiche_adresse";
        erste.set(anker, wert);
      }
    }

    // What the check of the data refuses and the schema cannot say, of a value and the sound ones above it.
    const regeln = {
      id: (t) => vergeben.includes(t) && "vergeben",
      abgerufen: (t, { datum }) => liegtVor(t, datum) && "vor_erscheinen",
      seit: (t, oben) => fern(t) || (laeuft(oben) && liegtVor(oben.geprueft_am, t) && "laufend_vor_beginn"),
      bis: (t, oben) => fern(t) || (liegtVor(t, oben.seit) && "verkehrt")
        || (laeuft(oben) && liegtVor(t, oben.geprueft_am) && "laufend_beendet"),
      frueher: (alle, { id }) => alle.some((t) => t === id || vergeben.includes(t)) && "vergeben",
      stadtteile: (alle) => ohneEigeneAdresse(alle, filterwerte.stadtteile),
      zielgruppen: (alle) => ohneEigeneAdresse(alle, filterwerte.zielgruppen),
      zitat: (t, daneben) => zitatfehler(t, daneben.quelle),
    };

    function lese(behaelter, s, pfad, rand, gefunden) {
      const { orte, fehler, hinweise } = gefunden;
      const wert = {};
      const gut = {};
      const zeilen = [];
      for (const [name, unter] of Object.entries(aufgeloest(s).properties)) {
        const e = formularFelder.feldVon(behaelter, name);
        if (!e) continue; // the schema knows fields that no new entry has
        const ort = `${pfad}/${name}`;
        const { art, je } = e.dataset;
        orte.set(ort, e);
        if (art === "gruppen") {
          const gruppen = formularFelder.gruppenVon(e).map((g, nr) =>
            lese(g, unter.items, `${ort}/${nr}`, `${rand}    `, gefunden));
          if (!gruppen.length) continue;
          wert[name] = gruppen.map((g) => g.wert);
          zeilen.push(`${rand}${name}:`);
          for (const { zeilen: [erste = `${rand}    {}`, ...rest] } of gruppen)
            zeilen.push(`${rand}  - ${erste.slice(rand.length + 4)}`, ...rest);
          continue;
        }
        const paare = formularFelder.eingaben(e).map((t) => formularWerte.als(je || art, t));
        if (!paare.length) continue;
        const mehrere = art === "liste" || art === "mehrwahl";
        wert[name] = mehrere ? paare.map(([w]) => w) : paare[0][0];
        if (mehrere) zeilen.push(`${rand}${name}:`, ...paare.map(([, y]) => `${rand}  - ${y}`));
        else zeilen.push(`${rand}${name}: ${paare[0][1]}`);
        const eigener = paare[0][2] || regeln[name]?.(wert[name], gut);
        if (hinweis[eigener]) hinweise.set(e, hinweis[eigener]);
        else if (eigener) fehler.set(e, worte[eigener]);
        if (!fehler.has(e)) gut[name] = wert[name];
      }
      return { wert, zeilen };
    }

    // An id that stands in this form twice; the first one is right.
    function doppelt(wert, ort) {
      const alle = [wert, ...(wert.quellen ?? [])].map((eintrag) => eintrag.id);
      const nr = ort === "#/id" ? 0 : 1 + Number(ort.split("/")[2]);
      return alle[nr] !== undefined && alle.indexOf(alle[nr]) < nr;
    }

    return () => {
      const orte = new Map();
      const fehler = new Map();
      const hinweise = new Map(); // what nobody knows here keeps nobody from handing over
      const { wert, zeilen } = lese(form, schema, "#", "", { orte, fehler, hinweise });
      for (const f of pruefer.validate(wert).errors) {
        if (UMHUELLEND.includes(f.keyword)) continue;
        const fehlt = f.keyword === "required" && JSON.parse(f.error.match(/".*"/)[0]);
        const [, ort, nr] = /^(.*?)(?:\/(\d+))?$/.exec(f.instanceLocation);
        const e = fehlt ? orte.get(`${f.instanceLocation}/${fehlt}`) : orte.get(ort);
        if (!e || fehler.has(e)) continue;
        const { art, je } = e.dataset;
        const falsch = f.keyword === "uniqueItems" ? worte.zweimal : worte[je || art];
        const satz = fehlt ? worte[`${art}_fehlt`] || worte.fehlt : falsch;
        fehler.set(e, nr && !fehlt ? worte.eintrag.replace("{zahl}", Number(nr) + 1) + satz : satz);
      }
      for (const [ort, e] of orte) if (ort.endsWith("/id") && doppelt(wert, ort)) fehler.set(e, worte.doppelt);
      const offen = new Map([...orte.values()].filter((e) => fehler.has(e)).map((e) => [e, fehler.get(e)]));
      return { id: typeof wert.id === "string" ? wert.id : "", orte, offen, hinweise, text: `${[modeline, ...zeilen].join("\n")}\n` };
    };
  };
})();
