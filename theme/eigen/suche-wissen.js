// What the search knows: the documents, their words, and the index over them.
class SuchWissen {
  static FELDER = { titel: 6, w1: 9, w2: 7, w3: 3, kopf: 2.5, text: 1 };
  static TEIL = "+"; // marks a term that is only a part of a word
  static UMGEBUNG = 4; // words that may stand between the parts of a compound nobody wrote so
  static NEBENEINANDER = 3;

  #hole;
  #echte;
  #folgen = new Map(); // passage -> the terms of each of its words, in their order

  // `hole` gives the words of a file beside the index: real words that look like one of the site.
  constructor(daten, MiniSearch, hole) {
    this.#hole = () => hole(daten.echte);
    this.formen = new Map();
    for (const [nach, von] of Object.entries(daten.formen)) {
      for (const stamm of von.split(" ")) this.formen.set(stamm, nach);
    }
    this.teileVon = new Map(Object.entries(daten.teile).map(([g, t]) => [g, t.split(" ")]));
    this.fuellwoerter = new Set(daten.fuellwoerter.split(" "));
    this.beiwoerter = new Set(daten.beiwoerter.split(" ").map((w) => this.grundform(w)));
    this.regeln = daten.regeln.map(([muster, ...formen]) => [new RegExp(muster), ...formen]);
    this.endungen = new Set(["", ...daten.endungen.split(" ")]);
    this.worte = new Map(); // folded word -> how it is written, its term, how often, if it names a thing
    this.terme = new Set();
    this.nomen = new Set(); // terms of words with a capital: only they may be parts of a question's word
    this.facetten = Object.entries(daten.facetten).map(([name, werte]) => [name, werte.split(" ")]);
    this.gepackt = daten.dokumente;
    this.dokumente = [];
    const keine = daten.keine_teile.split(" ").map((w) => this.grundform(w));
    this.keineTeile = new Set([...keine, ...[...this.fuellwoerter].map((w) => this.grundform(w))]);
    this.index = new MiniSearch({
      fields: Object.keys(SuchWissen.FELDER),
      tokenize: (text) => suchWorte.woerter(text).map(suchWorte.gefaltet),
      processTerm: (wort) => this.#terme(wort)?.map((term, i) => (i ? SuchWissen.TEIL : "") + term),
    });
    this.frage = new SuchFrage(this);
  }

  // Reads the documents, four milliseconds at a time: a slow phone scrolls and types meanwhile.
  async lies() {
    let bis = 0;
    for (const gepackt of this.gepackt) {
      if (performance.now() > bis) {
        await SuchWissen.pause();
        bis = performance.now() + 4;
      }
      this.dokumente.push(this.#dokument(gepackt, this.dokumente.length));
      this.index.add(this.dokumente.at(-1));
    }
    return this;
  }

  // Lets the page scroll, type and draw before more is done.
  static pause() {
    return new Promise((weiter) => setTimeout(weiter));
  }

  verstehe(frage, genau) {
    return this.frage.verstehe(frage, genau);
  }

  // Tells whether a folded word is a German word of its own; loads the list at first use.
  async istEcht(wort) {
    this.#echte ??= this.#hole().then(SuchWissen.#entpackt);
    this.#echte.catch(() => (this.#echte = undefined));
    const echte = await this.#echte;
    const stamm = this.grundform(wort);
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
  #terme(wort) {
    if (this.fuellwoerter.has(wort)) return null;
    const term = this.grundform(wort);
    return [term, ...(this.teileVon.get(term) ?? [])];
  }

  #dokument([adresse, titel, art, feld, gewicht, passagen, ziele, merkmale], id) {
    const wege = ziele.flatMap(([stufe, anker, fremd, worte]) => worte.split("|").map((wort) => [wort, stufe, anker, fremd]));
    const rang = ["", "", "", ""];
    for (const [wort, rangDesZiels, , fremd] of wege) {
      // Of two words, one alone says less.
      const stufe = wort.includes(" ") ? 3 : rangDesZiels;
      rang[stufe] += ` ${wort}`;
      this.#merke(wort, fremd, true);
      // Someone without the keyboard of their language leaves the dots off.
      if (fremd) {
        const ohne = wort.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/ı/g, "i");
        if (suchWorte.gefaltet(ohne) !== suchWorte.gefaltet(wort)) {
          rang[stufe] += ` ${ohne}`;
          this.#merke(ohne, fremd, true);
        }
      }
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

  // Pages that meet every word, the best first. Beside others, a word like "Hilfe" is a filler.
  finde(worte, ohneWege) {
    if (!worte.length || !worte.every((w) => w.alle.length)) return [];
    const wichtige = worte.filter((w) => !w.alle.every((term) => this.beiwoerter.has(term)));
    const gefragt = wichtige.length ? wichtige : worte;
    return this.#geordnet(this.#suche(gefragt, ohneWege), gefragt);
  }

  #suche(worte, ohneWege) {
    const oder = (queries) => ({ combineWith: "OR", queries });
    const und = (queries, mehr) => ({ combineWith: "AND", queries, ...mehr });
    const alles = (terme) => terme.map((term) => oder([term, SuchWissen.TEIL + term]));
    const teil = (w) =>
      oder([und(alles(w.alle)), ...(w.oder ? [und(alles(w.oder), { boostDocument: () => 0.05 })] : [])]);
    return this.index.search(und(worte.map(teil)), {
      fields: Object.keys(SuchWissen.FELDER).filter((f) => !ohneWege || !/^w\d$/.test(f)),
      boost: SuchWissen.FELDER,
      tokenize: (text) => [text],
      processTerm: (term) => term,
      boostDocument: (id) => this.dokumente[id].gewicht,
      boostTerm: (term) => (term.startsWith(SuchWissen.TEIL) ? 0.3 : 1),
    });
  }

  // Words asked side by side count for more where they stand side by side; parts of a compound
  // that the site does not know count only near each other.
  #geordnet(treffer, worte) {
    const nahe = worte.filter((w) => w.nahe).map((w) => w.alle);
    const paare = worte.slice(1).map((w, i) => [...worte[i].alle, ...w.alle]);
    const bleibt = treffer.filter(({ id }) => nahe.every((g) => this.#beisammen(id, g, SuchWissen.UMGEBUNG)));
    const punkte = ({ id, score }) =>
      paare.reduce((p, paar) => (this.#beisammen(id, paar, 0) ? p * SuchWissen.NEBENEINANDER : p), score);
    return bleibt
      .map((t) => ({ seite: this.dokumente[t.id], punkte: punkte(t) }))
      .sort((a, b) => b.punkte - a.punkte)
      .map(({ seite }) => seite);
  }

  // Tells whether all terms lead to a page, or stand in one of its texts with at most so many
  // other words between.
  #beisammen(id, terme, dazwischen) {
    const { titel, passagen, w1, w2, w3 } = this.dokumente[id];
    if (dazwischen) {
      const ganze = new Set(suchWorte.woerter(`${titel} ${w1} ${w2} ${w3}`).map((w) => this.grundform(suchWorte.gefaltet(w))));
      if (terme.every((term) => ganze.has(term))) return true;
    }
    const weite = terme.length - 1 + dazwischen;
    const stehen = (text) => {
      const stellen = terme.map((term) => this.#stellen(text).get(term));
      if (stellen.some((s) => !s)) return false;
      return stellen[0].some((mitte) => {
        const naechste = stellen.map((s) => s.reduce((a, b) => (Math.abs(b - mitte) < Math.abs(a - mitte) ? b : a)));
        return Math.max(...naechste) - Math.min(...naechste) <= weite;
      });
    };
    return [titel, ...passagen.flatMap((p) => [p.kopf, p.text])].some(stehen);
  }

  // Where each term of a text stands.
  #stellen(text) {
    let stellen = this.#folgen.get(text);
    if (!stellen) {
      stellen = new Map();
      suchWorte.woerter(text).forEach((wort, i) => {
        for (const term of this.#terme(suchWorte.gefaltet(wort)) ?? []) {
          if (stellen.has(term)) stellen.get(term).push(i);
          else stellen.set(term, [i]);
        }
      });
      this.#folgen.set(text, stellen);
    }
    return stellen;
  }

  // Tells whether a word in a text is what was asked for, or begins so: "Jugendliche".
  trifft(geschrieben, gesucht) {
    const wort = suchWorte.gefaltet(geschrieben);
    return [...gesucht].some((t) => this.#terme(wort)?.includes(t) || (t.length > 4 && wort.startsWith(t)));
  }
}
