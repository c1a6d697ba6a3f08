import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Numbers from 0 to 1 by a seed (mulberry32), so that every run measures the same bytes. */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SOURCE = /\.(?:[cm]?[jt]sx?|json|md|css|html|ya?ml|sh|py)$/;
const LARGEST_FILE = 1_000_000;

/** The texts of a folder's source files, up to so many bytes. */
export function textsOf(folder: string, atMostBytes: number): { texts: string[]; bytes: number } {
  const texts: string[] = [];
  let bytes = 0;
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (bytes >= atMostBytes) return;
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && SOURCE.test(entry.name) && statSync(path).size <= LARGEST_FILE) {
        const content = readFileSync(path);
        texts.push(content.toString("utf8"));
        bytes += content.length;
      }
    }
  };
  walk(folder);
  return { texts, bytes };
}

const STREETS = ["Lindelaan", "Kerkstraat", "Molenweg", "Havenkade", "Beukenplein"];
const GIVEN = ["Sanne", "Joris", "Fatima", "Piotr", "Ingrid", "Youssef"];
const SURNAMES = ["de Wit", "Verhoeven", "van der Linden", "Kowalska", "Amrani", "Brouwer"];

/** A customer file: each line holds several values of a person, valid ones. About 170 bytes a line. */
export function densePersonalData(bytes: number, seed: number): string {
  const random = randomBy(seed);
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const lines: string[] = [];
  for (let length = 0; length < bytes;) {
    const given = pick(GIVEN);
    const surname = pick(SURNAMES);
    const line = [
      `${given} ${surname}`,
      `${pick(STREETS)} ${1 + Math.floor(random() * 200)}, ${1000 + Math.floor(random() * 8999)} AB Utrecht`,
      `${given.toLowerCase()}.${surname.replace(/\W/g, "").toLowerCase()}@fictief-bedrijf.nl`,
      `06-${digits(8)}`,
      `bsn ${bsn(digits(8))}`,
      iban(digits(10)),
      `geboren ${1 + Math.floor(random() * 28)}-${1 + Math.floor(random() * 12)}-${1940 + Math.floor(random() * 60)}`,
    ].join("; ");
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}

/** The digits with a ninth that makes the eleven-test hold; another one where none does. */
function bsn(eight: string): string {
  const sum = [...eight].reduce((rest, digit, i) => rest + (9 - i) * Number(digit), 0) % 11;
  return sum === 10 ? "231480003" : `${eight}${sum}`;
}

function iban(account: string): string {
  const letters = "RABO";
  const text = `${letters}${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `NL${String(98n - (BigInt(text) % 97n)).padStart(2, "0")}${letters}${account}`;
}
