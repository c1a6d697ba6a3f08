import { expect, test } from "vitest";
import { readPage } from "../content/read-page.ts";
import { judgeForm } from "./judge-forms.ts";
import { formsOf } from "./read-forms.ts";

const URL_OF = "https://www.example.nl/pagina";

function judged(html: string, url = URL_OF) {
  const forms = formsOf(
    readPage(url, `<html lang="nl"><body><header><h1>x</h1></header><div>${html}</div></body></html>`),
  );
  return forms.map((form) => ({
    purpose: form.purpose,
    fields: form.fields.map(({ meaning }) => meaning),
    faults: judgeForm(form, url).map(({ type }) => type),
  }));
}

test("fields are known by token, type, name and label, in four languages", () => {
  const [form] = judged(
    `<form><input autocomplete="shipping family-name"><input type=email><input name="geboorteDatum">
    <label for=a>Numéro de téléphone</label><input id=a><label>Straße <input name=f7></label>
    <input placeholder="Your date of birth"><select name="geslacht"></select><label for=b>BSN</label><input id=b>
    <input aria-label="Rekeningnummer"><input type=hidden name=email><input type=checkbox name="email_ok"><textarea name="bericht"></textarea></form>`,
  );
  expect(form?.fields).toEqual([
    ...["name", "email", "birth-date", "phone", "address", "birth-date", "gender", "bsn", "iban", "message"],
  ]);
});

test("a newsletter that asks for a birthday, a contact form without a notice, and one that asks for a BSN", () => {
  const link = '<a href="/privacyverklaring">privacyverklaring</a>';
  expect(
    judged(
      `<form action="/nieuwsbrief"><input type=email required><input name="geboortedatum" required> ${link}</form>`,
    ),
  ).toMatchObject([{ purpose: "newsletter", faults: ["FORM_EXCESSIVE_FIELDS"] }]);
  expect(
    judged(
      `<h2>Contact</h2><form id="contact"><input name="naam"><input type=email><textarea name=vraag></textarea></form>`,
    ),
  ).toMatchObject([{ purpose: "contact", faults: ["FORM_WITHOUT_NOTICE"] }]);
  expect(judged(`<form id="contact"><input name="bsn"> ${link}</form>`)).toMatchObject([
    { faults: ["FORM_ASKS_BSN"] },
  ]);
  expect(
    judged(`<form id="inschrijven"><input name="bsn"><p>Inschrijven bij de huisarts</p> ${link}</form>`),
  ).toMatchObject([{ faults: [] }]);
});

test("over http: the page, or where the form goes; this machine itself is no road", () => {
  const form = `<form action="http://www.example.nl/x" method=post><input type=email> <a href="/privacy">Privacy</a></form>`;
  expect(judged(form)).toMatchObject([{ faults: ["FORM_WITHOUT_TLS"] }]);
  expect(judged(form.replace("http://www.example.nl", ""), "http://www.example.nl/")).toMatchObject([
    { faults: ["FORM_WITHOUT_TLS"] },
  ]);
});

test("innocent forms: a search, a filter, a login, a sentence for a notice, an order with an address", () => {
  for (const html of [
    `<form role=search><input type=search name=q></form>`,
    `<form action="/zoeken"><input name="naam product"></form>`.replace("naam product", "zoekterm"),
    `<form><input type=email name=email><input type=password></form>`,
    `<form id=contact><input name=naam><p>Wij verwerken uw persoonsgegevens zoals in onze privacyverklaring staat.</p></form>`,
    `<form id=checkout action="/afrekenen"><input name=naam><input name=straat><input name=geboortedatum><input type=tel><a href="/privacy">Privacyverklaring</a></form>`,
    `<form><select name=sorteren></select><select name=maat></select><select name=kleur></select></form>`,
  ])
    expect([html, judged(html)[0]?.faults]).toEqual([html, []]);
});

test("fields without a form are one where a button stands by them, and a box to search in is none", () => {
  expect(
    judged(
      `<section id="nieuwsbrief"><h2>Nieuwsbrief</h2><div><label>E-mail <input type="email"></label></div><div><input name="geboortedatum"></div><button>Aanmelden</button></section>`,
    ),
  ).toMatchObject([
    {
      purpose: "newsletter",
      fields: ["email", "birth-date"],
      faults: ["FORM_WITHOUT_NOTICE", "FORM_EXCESSIVE_FIELDS"],
    },
  ]);
  const search = `<div><input name="q"><button>Zoek</button></div>`;
  expect(judged(`${search}<p><input name="filter"></p>`).flatMap(({ faults }) => faults)).toEqual([]);
  // What belongs to a form is no second one.
  expect(judged(`<form id="f"><button>Verstuur</button></form><input form="f" type="email">`)).toHaveLength(
    1,
  );
  expect(judged(`<form><input type="email"><button>x</button></form>`)).toHaveLength(1);
});
