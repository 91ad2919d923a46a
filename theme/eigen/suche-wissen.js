// What the search knows: the documents, their words, and how a question is taken apart.
class SuchWissen {
  static FUGEN = ["", "s", "n", "en", "es"];
  static FELDER = { titel: 6, w1: 9, w2: 7, w3: 3, kopf: 2.5, text: 1 };
  static MINDESTENS = 4;

  constructor(daten, MiniSearch) {
    this.formen = new Map();
    for (const [nach, von] of Object.entries(daten.formen)) {
      for (const stamm of von.split(" ")) this.formen.set(stamm, nach);
    }
    this.teileVon = new Map(Object.entries(daten.teile).map(([g, t]) => [g, t.split(" ")]));
    this.fuellwoerter = new Set(daten.fuellwoerter.split(" "));
    this.echte = new Set(daten.echte.split(" "));
    this.worte = new Map(); // folded word -> how it is written, its term, how often
    this.terme = new Set();
    this.nomen = new Set(); // terms of words with a capital: only they may be parts of a question's word
    this.facetten = Object.entries(daten.facetten).map(([name, werte]) => [name, werte.split(" ")]);
    this.dokumente = daten.dokumente.map((d, id) => this.#dokument(d, id));
    const keine = daten.keine_teile.split(" ").map((w) => this.grundform(w));
    this.keineTeile = new Set([...keine, ...[...this.fuellwoerter].map((w) => this.grundform(w))]);
    this.index = new MiniSearch({
      fields: Object.keys(SuchWissen.FELDER),
      tokenize: (text) => suchWorte.woerter(text).map(suchWorte.gefaltet),
      processTerm: (wort) => this.#terme(wort),
    });
    this.index.addAll(this.dokumente);
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

  #dokument([adresse, titel, art, feld, gewicht, passagen, wege, merkmale], id) {
    const rang = ["", "", "", ""];
    for (const [wort, stufe, , fremd] of wege) {
      rang[stufe] += ` ${wort}`;
      this.#merke(wort, fremd);
      // Someone without the keyboard of their language leaves the dots off.
      if (fremd) {
        const ohne = wort.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/ı/g, "i");
        if (suchWorte.gefaltet(ohne) !== suchWorte.gefaltet(wort)) {
          rang[stufe] += ` ${ohne}`;
          this.#merke(ohne, fremd);
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

  #merke(text, fremd) {
    for (const geschrieben of suchWorte.woerter(text)) {
      const wort = suchWorte.gefaltet(geschrieben);
      const bekannt = this.worte.get(wort);
      if (geschrieben[0] !== geschrieben[0].toLowerCase()) this.nomen.add(this.grundform(wort));
      if (bekannt) bekannt.oft += 1;
      else if (!this.fuellwoerter.has(wort)) {
        const term = this.grundform(wort);
        this.worte.set(wort, { geschrieben, term, fremd: Boolean(fremd), oft: 1 });
        this.terme.add(term);
        for (const teil of this.teileVon.get(term) ?? []) this.terme.add(teil);
      }
    }
  }

  // Known parts of an unknown word, or [].
  teile(wort) {
    for (let ende = wort.length - SuchWissen.MINDESTENS; ende >= SuchWissen.MINDESTENS; ende -= 1) {
      const hinten = wort.slice(ende);
      for (const fuge of SuchWissen.FUGEN) {
        const vorn = wort.slice(0, ende - fuge.length);
        if (!wort.slice(0, ende).endsWith(fuge) || !this.#beginnt(vorn)) continue;
        const rest = this.#istTeil(this.grundform(hinten)) ? [hinten] : this.teile(hinten);
        if (rest.length) return [vorn, ...rest];
      }
    }
    return [];
  }

  #beginnt(vorn) {
    if (vorn.length < SuchWissen.MINDESTENS) return false;
    return ["", "e", "en"].some((endung) => {
      const wort = this.worte.get(vorn + endung);
      return wort && !wort.fremd && this.#istTeil(wort.term);
    });
  }

  #istTeil(term) {
    return this.nomen.has(term) && !this.keineTeile.has(term);
  }

  // The nearest word of the site, or undefined; a real word is no mistake.
  aehnlich(wort) {
    if (wort.length < 4 || /\p{N}/u.test(wort) || this.echte.has(this.grundform(wort))) return undefined;
    const hoechstens = wort.length <= 6 ? 1 : 2;
    let bestes;
    for (const [anderes, { geschrieben, fremd, oft }] of this.worte) {
      const abstand = suchWorte.abstand(wort, anderes, fremd ? 1 : hoechstens);
      if (abstand === Infinity || anderes.length < 4) continue;
      const anfang = wort[0] === anderes[0] ? 0 : 1;
      if (anfang && (abstand > 1 || wort.length < 6)) continue;
      if (abstand > 1 && wort.slice(0, 2) !== anderes.slice(0, 2)) continue;
      const rang = abstand * 10 + anfang * 5 + Math.abs(wort.length - anderes.length) - Math.min(oft, 99) / 100;
      if (!bestes || rang < bestes.rang) bestes = { rang, geschrieben, wort: anderes };
    }
    return bestes;
  }

  // What a question asks for: words with the terms that meet them; `korrektur` if one was mended.
  verstehe(frage, genau) {
    const roh = suchWorte.woerter(frage.slice(0, 300)).slice(0, 24);
    const worte = [];
    let korrigiert = false;
    for (let i = 0; i < roh.length; i += 1) {
      const wort = suchWorte.gefaltet(roh[i]);
      if (this.fuellwoerter.has(wort) || /^[a-z]?$/.test(wort)) continue;
      const zusammen = i + 1 < roh.length ? wort + suchWorte.gefaltet(roh[i + 1]) : "";
      let bedeutung = this.#bedeutung(wort);
      const naechste = zusammen && this.#bedeutung(suchWorte.gefaltet(roh[i + 1]));
      if (zusammen && !(bedeutung && naechste) && this.terme.has(this.grundform(zusammen))) {
        bedeutung = this.#bedeutung(zusammen);
        i += 1;
      }
      if (!bedeutung && !genau) {
        const besser = this.aehnlich(wort);
        if (besser) {
          bedeutung = { ...this.#bedeutung(besser.wort), statt: [roh[i], besser.geschrieben] };
          korrigiert = true;
        }
      }
      worte.push(bedeutung ?? { alle: [], unbekannt: true });
    }
    let text = frage;
    for (const { statt } of worte) if (statt) text = text.replace(statt[0], statt[1]);
    return { worte, korrektur: korrigiert ? text.trim() : "" };
  }

  // The terms of a word, all of which must stand on a page; `oder` do instead of them.
  #bedeutung(wort) {
    const term = this.grundform(wort);
    if (this.terme.has(term)) return { alle: [term], oder: this.teileVon.get(term) };
    const teile = this.teile(wort).map((teil) => this.worte.get(teil)?.term ?? this.#kurz(teil));
    return teile.length ? { alle: teile } : undefined;
  }

  #kurz(teil) {
    return (this.worte.get(`${teil}e`) ?? this.worte.get(`${teil}en`))?.term ?? this.grundform(teil);
  }

  // Pages that meet every word, the best first.
  finde(worte, ohneWege) {
    if (!worte.length || worte.some((w) => w.unbekannt)) return [];
    const und = (queries, mehr) => ({ combineWith: "AND", queries, ...mehr });
    const teil = ({ alle, oder }) => ({
      combineWith: "OR",
      queries: oder ? [und(alle), und(oder, { boostDocument: () => 0.05 })] : [und(alle)],
    });
    const felder = Object.keys(SuchWissen.FELDER).filter((f) => !ohneWege || !/^w\d$/.test(f));
    return this.index
      .search(und(worte.map(teil)), {
        fields: felder,
        boost: SuchWissen.FELDER,
        tokenize: (text) => [text],
        processTerm: (term) => term,
        boostDocument: (id) => this.dokumente[id].gewicht,
      })
      .map((treffer) => this.dokumente[treffer.id]);
  }

  // Tells whether a word in a text is what was asked for.
  trifft(geschrieben, gesucht) {
    const wort = suchWorte.gefaltet(geschrieben);
    return (this.#terme(wort) ?? []).some((term) => gesucht.has(term));
  }
}
