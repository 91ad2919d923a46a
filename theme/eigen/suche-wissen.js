// What the search knows: the documents and their words.
class SuchWissen {
  #hole;
  #orte;
  #echte = {};
  #bis = 0; // when the present piece of work is long enough

  // `hole` gives the text of a file beside the index, such as real words that look like one of the site.
  constructor(daten, hole) {
    this.#hole = hole;
    this.#orte = daten.echte;
    this.formen = new Map();
    for (const [nach, von] of Object.entries(daten.formen)) {
      for (const stamm of von.split(" ")) this.formen.set(stamm, nach);
    }
    this.teileVon = new Map(Object.entries(daten.teile).map(([g, t]) => [g, t.split(" ")]));
    this.fuellwoerter = new Set(daten.fuellwoerter.split(" "));
    const grundformen = (worte) => new Set(worte.split(" ").map((w) => this.grundform(w)));
    this.beiwoerter = grundformen(daten.beiwoerter);
    this.nebenbei = grundformen(daten.nebenbei); // they, and who asks: fillers beside other words
    this.ohneFormen = grundformen(daten.ohne_formen); // they only look like forms of the site's words
    this.regeln = daten.regeln.map(([muster, ...formen]) => [new RegExp(muster), ...formen]);
    this.endungen = new Set(["", ...daten.endungen.split(" ")]);
    this.worte = new Map(); // folded word -> how it is written, its term, how often, if it names a thing
    this.terme = new Set();
    this.nomen = new Set(); // terms of words with a capital: only they may be parts of a question's word
    this.facetten = Object.entries(daten.facetten).map(([name, werte]) => [name, werte.split(" ")]);
    this.gepackt = daten.dokumente;
    this.dokumente = [];
    this.keineTeile = grundformen(`${daten.keine_teile} ${daten.fuellwoerter}`);
    this.index = new SuchIndex(this);
    this.frage = new SuchFrage(this);
  }

  // Reads the documents, four milliseconds at a time: a slow phone scrolls and types meanwhile.
  async lies() {
    for (const gepackt of this.gepackt) {
      await this.#luft();
      this.dokumente.push(this.#dokument(gepackt, this.dokumente.length));
      await this.#luft();
      this.index.add(this.dokumente.at(-1));
    }
    return this;
  }

  async #luft() {
    if (Date.now() < this.#bis) return;
    await SuchWissen.pause();
    this.#bis = Date.now() + 4;
  }

  // Lets the page scroll, type and draw before more is done.
  static pause() {
    return new Promise((weiter) => setTimeout(weiter));
  }

  // Tells whether a folded word is a German word of its own; loads the words of its first letter once.
  async istEcht(wort) {
    const stamm = this.grundform(wort);
    const ort = this.#orte[stamm.charCodeAt() % this.#orte.length];
    this.#echte[ort] ??= this.#hole(ort).then(SuchWissen.#entpackt);
    this.#echte[ort].catch(() => delete this.#echte[ort]);
    const echte = await this.#echte[ort];
    return [stamm, stamm.replace(/te?$/, "")].some((eines) => echte.has(suchWorte.platz(eines)));
  }

  // The places that `gepackt` in macros/suche/nachbarn.py wrote, each as far from the last one.
  static #entpackt(text) {
    const plaetze = new Set();
    let platz = 0;
    for (const zeichen of text) {
      const weite = zeichen.codePointAt(0) - 0x20;
      platz += weite;
      if (weite < 0x7d0) plaetze.add(platz);
    }
    return plaetze;
  }

  grundform(wort) {
    const stamm = suchWorte.stamm(wort);
    return this.formen.get(stamm) ?? stamm;
  }

  // The terms a word of the site is found by: its own, and those of its parts.
  termeVon(wort) {
    if (this.fuellwoerter.has(wort)) return null;
    const term = this.grundform(wort);
    return [term, ...(this.teileVon.get(term) ?? [])];
  }

  #dokument([adresse, titel, art, feld, gewicht, passagen, ziele, merkmale], id) {
    const wege = ziele.flatMap(([stufe, anker, fremd, worte]) => worte.split("|").map((wort) => [wort, stufe, anker, fremd]));
    const rang = ["", "", "", ""];
    for (const [wort, stufe, , fremd] of wege) {
      rang[stufe] += ` ${wort}`;
      this.#merke(wort, fremd, true);
    }
    this.#merke(titel);
    const teile = passagen.map(([anker, kopf, text, wortlaut]) => {
      this.#merke(`${kopf} ${text}`);
      return { anker, kopf, text, wortlaut };
    });
    return {
      id, adresse, titel, art, feld, gewicht, passagen: teile, wege,
      merkmale: Object.fromEntries(this.facetten.map(([name, werte], i) => [name, merkmale[i].map((n) => werte[n])])),
      w1: rang[1], w2: rang[2], w3: rang[3],
      kopf: teile.map((p) => p.kopf).join(" "),
      text: teile.map((p) => p.text).join(" "),
    };
  }

  // `fuehrt`: these words lead to a page.
  #merke(text, fremd, fuehrt) {
    for (const geschrieben of suchWorte.woerter(text)) {
      const wort = suchWorte.gefaltet(geschrieben);
      const bekannt = this.worte.get(wort);
      const gross = geschrieben[0] !== geschrieben[0].toLowerCase();
      if (!fremd && gross) this.nomen.add(this.grundform(wort));
      if (bekannt) {
        bekannt.oft += 1;
        bekannt.nennt ||= gross || Boolean(fuehrt);
        bekannt.fremd &&= Boolean(fremd);
      } else if (!this.fuellwoerter.has(wort)) {
        const term = this.grundform(wort);
        this.worte.set(wort, { geschrieben, term, fremd: Boolean(fremd), oft: 1, nennt: gross || Boolean(fuehrt) });
        this.terme.add(term);
        for (const teil of this.teileVon.get(term) ?? []) this.terme.add(teil);
      }
    }
  }

  // Tells whether a word in a text is what was asked for, or begins so: "Jugendliche".
  trifft(geschrieben, gesucht) {
    const wort = suchWorte.gefaltet(geschrieben);
    return [...gesucht].some((t) => this.termeVon(wort)?.includes(t) || (t.length > 4 && wort.startsWith(t)));
  }
}
