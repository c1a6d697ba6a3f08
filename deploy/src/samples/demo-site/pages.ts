/** The pages of a made-up Dutch webshop that does much of what a shop should not. Nobody and nothing in it exists. */
import { renderSample } from "../sample-values.ts";

export interface DemoHosts {
  /** Where the shop's visitors are counted, and where they are sold: other sites, on this machine too. */
  metrics: string;
  adverts: string;
}

export interface DemoReply {
  type: string;
  body: string;
  cookies?: readonly string[];
}

const html = (body: string, cookies: readonly string[] = []): DemoReply => ({
  type: "text/html; charset=utf-8",
  body,
  cookies,
});

/** One answer for each path; what is not here is not there. */
export function demoPages(hosts: DemoHosts): Readonly<Record<string, DemoReply>> {
  const page = (title: string, body: string) => layout(title, body, hosts);
  return {
    "/": html(page("Fictief Fietsen", `${HOME}${NEWSLETTER}`), [
      "sessie=a1b2c3; Path=/",
      "_fbp=fb.1.1700000000000.123456789; Path=/; Max-Age=63072000",
    ]),
    "/fietsen": html(page("Onze fietsen", BIKES)),
    "/fietsen/stadsfiets": html(page("Stadsfiets", bike("Stadsfiets", "749"))),
    "/fietsen/bakfiets": html(page("Bakfiets", bike("Bakfiets", "1.899"))),
    "/contact": html(page("Contact", CONTACT)),
    "/proefrit": html(page("Proefrit", TRIAL)),
    "/leden": html(page("Fietsclub", renderSample(CLUB))),
    "/leden.json": { type: "application/json", body: renderSample(MEMBERS) },
    "/uitslag.csv": { type: "text/csv; charset=utf-8", body: renderSample(RESULTS) },
    "/privacyverklaring": html(page("Privacyverklaring", STATEMENT)),
    "/robots.txt": { type: "text/plain", body: "User-agent: *\nDisallow: /beheer\nSitemap: /sitemap.xml\n" },
    "/shop.js": { type: "text/javascript", body: SCRIPT },
    "/shop.css": { type: "text/css", body: STYLE },
  };
}

/** What the other sites answer: a script that counts, and a picture of one pixel. */
export function demoThirdParty(path: string): DemoReply | null {
  if (path === "/teller.js") return { type: "text/javascript", body: COUNTER };
  if (path.startsWith("/pixel.gif"))
    return {
      type: "image/gif",
      body: "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;",
      cookies: ["advertentie=9f8e7d6c5b4a; Path=/; Max-Age=94608000"],
    };
  return null;
}

function layout(title: string, body: string, { metrics, adverts }: DemoHosts): string {
  return `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8"><title>${title} | Fictief Fietsen</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/shop.css">
<script src="http://${metrics}/teller.js" async></script>
<script>window.embeddedChatbotConfig = { chatbotId: "voorbeeld" };</script>
</head>
<body>
<header><a href="/">Fictief Fietsen</a> <nav><a href="/fietsen">Fietsen</a> <a href="/proefrit">Proefrit</a>
<a href="/leden">Fietsclub</a> <a href="/contact">Contact</a></nav></header>
<main>${body}</main>
<footer>Fictief Fietsen B.V., Voorbeeldstraat 1, 1234 AB Nergenshuizen. KvK-nummer 12345678.
<a href="mailto:info@fictief-fietsen.example">info@fictief-fietsen.example</a> <a href="/privacyverklaring">Privacyverklaring</a></footer>
<img src="http://${adverts}/pixel.gif?pagina=${encodeURIComponent(title)}" width="1" height="1" alt="">
${BANNER}
<script src="/shop.js"></script>
</body>
</html>`;
}

const HOME = `<h1>Fietsen voor iedereen</h1>
<p>Welkom bij de winkel die niet bestaat. Wij verkopen fietsen die er niet zijn aan mensen die u niet kent.</p>
<p><a href="/fietsen/stadsfiets">Onze stadsfiets</a> en <a href="/fietsen/bakfiets">onze bakfiets</a>.</p>`;

const BIKES = `<h1>Onze fietsen</h1><ul><li><a href="/fietsen/stadsfiets">Stadsfiets</a></li>
<li><a href="/fietsen/bakfiets">Bakfiets</a></li></ul>`;

const bike = (name: string, price: string) =>
  `<h1>${name}</h1><p>Een ${name.toLowerCase()} van aluminium. Prijs: € ${price}. Artikelnummer 231480003.</p>`;

const NEWSLETTER = `<section><h2>Nieuwsbrief</h2><form id="nieuwsbrief" action="/nieuwsbrief" method="post">
<label>E-mailadres <input type="email" name="email" required></label>
<label>Geboortedatum <input type="date" name="geboortedatum" required></label>
<label>Geslacht <select name="geslacht"><option>man</option><option>vrouw</option></select></label>
<button>Aanmelden</button></form></section>`;

const CONTACT = `<h1>Contact</h1><section><form id="contact" action="/bericht" method="post">
<label>Naam <input name="naam" autocomplete="name"></label><label>E-mailadres <input type="email" name="email"></label>
<label>Uw vraag <textarea name="vraag"></textarea></label><button>Verstuur bericht</button></form></section>`;

const TRIAL = `<h1>Proefrit</h1><section><form id="proefrit" action="/afspraak" method="post"><h2>Afspraak maken</h2>
<label>Naam <input name="naam"></label><label>Telefoonnummer <input type="tel" name="telefoon"></label>
<label>BSN <input name="bsn" required></label><button>Boek een afspraak</button>
<p>Zie onze <a href="/privacyverklaring">privacyverklaring</a>.</p></form></section>`;

const CLUB = `<h1>Fietsclub</h1><p>De <a href="/uitslag.csv">uitslag van de toertocht</a>.</p>
<!-- test: lid 12, bsn {{bsn:club}} -->
<p>Vragen? <a href="mailto:penningmeester.privé@fictief.example">Mail de penningmeester</a>.</p>`.replace(
  "privé",
  "prive",
);

const MEMBERS = `{"leden": [{"lidnummer": 12, "bsn": "{{bsn:member.a}}", "iban": "{{iban:member.a}}"}]}`;

const RESULTS = `naam;bsn;tijd
Noor Nietbestaand;{{bsn:rider.a}};1:02:03
Pim Verzonnen;{{bsn:rider.b}};1:04:05
`;

/** Says who is responsible and what for, and leaves out most of what it should say. */
const STATEMENT = `<h1>Privacyverklaring</h1>
<p>Fictief Fietsen B.V. is verantwoordelijk voor de verwerking van persoonsgegevens in deze winkel.</p>
<p>Wij gebruiken uw gegevens om uw bestelling te leveren en om u onze nieuwsbrief te sturen. Voor de nieuwsbrief vragen wij
uw toestemming.</p>
<p>Fietsen is gezond en wij doen ons best om iedereen aan een passende fiets te helpen, in de stad en daarbuiten. Onze
winkel is zes dagen in de week open en u bent er altijd welkom voor een kop koffie en goede raad.</p>
<p>Laatst gewijzigd: 1 maart 2019.</p>`;

const BANNER = `<div id="cookiemelding" role="dialog" aria-label="Cookies">
<p>Wij gebruiken cookies om uw bezoek leuker te maken. <a href="/privacyverklaring">Meer weten</a></p>
<button id="akkoord">Alles accepteren</button> <a href="#" id="instellingen">instellingen</a>
<div id="tweede-laag" hidden><label><input type="checkbox" checked> Statistiek</label>
<label><input type="checkbox" checked> Advertenties</label> <button id="weiger">Keuze opslaan</button></div></div>`;

const STYLE = `body{font-family:sans-serif;margin:2rem}#cookiemelding{position:fixed;bottom:0;left:0;right:0;background:#eee;padding:1rem}
#akkoord{background:#060;color:#fff;font-size:1.5rem;padding:1rem 2rem}#instellingen{color:#bbb;font-size:.7rem}
form label{display:block}`;

const SCRIPT = `(() => {
  const banner = document.getElementById("cookiemelding");
  const close = (choice) => { localStorage.setItem("cookiekeuze", choice); banner.remove(); };
  if (localStorage.getItem("cookiekeuze")) banner.remove();
  document.getElementById("akkoord").onclick = () => close("alles");
  document.getElementById("weiger").onclick = () => close("keuze");
  document.getElementById("instellingen").onclick = (event) => {
    event.preventDefault();
    document.getElementById("tweede-laag").hidden = false;
  };
  // Before anyone has agreed to anything.
  document.cookie = "_ga=GA1.1.123456789.1700000000; path=/; max-age=63072000";
  localStorage.setItem("bezoeker", "b-" + "7f6e5d4c3b2a");
  if (location.pathname === "/leden") fetch("/leden.json");
})();`;

const COUNTER = `(() => {
  const canvas = document.createElement("canvas");
  canvas.width = 240; canvas.height = 60;
  const pen = canvas.getContext("2d");
  pen.font = "18px sans-serif"; pen.fillStyle = "#f60"; pen.fillText("Cwm fjordbank glyphs vext quiz", 4, 20);
  pen.fillStyle = "#069"; pen.fillText("Cwm fjordbank glyphs vext quiz", 6, 24);
  const origin = new URL(document.currentScript ? document.currentScript.src : location.href).origin;
  new Image().src = origin + "/pixel.gif?vinger=" + canvas.toDataURL().length + "&waar=" + encodeURIComponent(location.href);
})();`;
