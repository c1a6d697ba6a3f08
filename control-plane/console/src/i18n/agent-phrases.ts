/**
 * Agents explain themselves in fixed English phrases. Readers of Dutch get those that are known here in their language;
 * a phrase of a newer agent is shown as it came.
 */
import { DATABASE_PHRASES } from "./database-phrases.ts";
import type { Language } from "./language.ts";
import { WEBSITE_PHRASES } from "./website-phrases.ts";

const DUTCH: readonly (readonly [RegExp, string])[] = [
  // Where in a document something is.
  [/^(in )?comment$/, "opmerking"],
  [/^(in )?deleted text$/, "verwijderde tekst"],
  [/^(in )?hidden text$/, "verborgen tekst"],
  [/^(in )?hidden sheet$/, "verborgen blad"],
  [/^(in )?hidden slide$/, "verborgen dia"],
  [/^(in )?speaker notes$/, "notities bij een dia"],
  [/^(in )?pivot cache$/, "kopie in een draaitabel"],
  [/^(in )?hidden element$/, "verborgen element"],
  [/^repaired from OCR$/, "hersteld na OCR"],
  [/^machine-readable zone$/, "machineleesbare zone"],
  // Why a unit was skipped.
  [/^binary file$/, "binair bestand"],
  [
    /^unchanged since an earlier scan that found nothing in it$/,
    "onveranderd sinds een eerdere scan die er niets in vond",
  ],
  [/^encrypted: its password is not known here$/, "versleuteld: het wachtwoord is hier niet bekend"],
  [/^damaged, or not what it says it is$/, "beschadigd, of niet wat het zegt te zijn"],
  [/^a format that this version does not read$/, "een formaat dat deze versie niet leest"],
  [
    /^larger than its format can be read within the memory limit$/,
    "groter dan dit formaat binnen de geheugengrens kan worden gelezen",
  ],
  [/^nested too deeply in other files$/, "te diep in andere bestanden genest"],
  [/^more files within one file than the limit$/, "meer bestanden in één bestand dan de grens"],
  [/^unpacks to more than the limit$/, "pakt uit tot meer dan de grens"],
  [/^numbers of a model, which hold no text$/, "getallen van een model, waar geen tekst in staat"],
  [/^picture: the image scan reads it$/, "afbeelding: de afbeeldingenscan leest haar"],
  [/^no picture$/, "geen afbeelding"],
  [/^picture too small or too uniform to show text$/, "afbeelding te klein of te egaal om tekst te tonen"],
  [/^picture with more pixels than the limit$/, "afbeelding met meer pixels dan de grens"],
  [/^not in this partial clone of the repository$/, "niet in deze gedeeltelijke kloon van de repository"],
  [
    /^git LFS pointer: the file itself is not in the repository$/,
    "git-LFS-verwijzing: het bestand zelf zit niet in de repository",
  ],
  [/^ignored by (.+)$/, "genegeerd door $1"],
  [/^larger than the size limit$/, "groter dan de grens"],
  [/^symbolic link$/, "symbolische koppeling"],
  [/^not a regular file$/, "geen gewoon bestand"],
  [/^no permission to read$/, "geen leesrechten"],
  [/^cannot be read$/, "niet te lezen"],
  [/^gone before it was read$/, "verdwenen voordat het gelezen was"],
  [/^outside the folder, through a symbolic link$/, "buiten de map, via een symbolische koppeling"],
  [/^git submodule$/, "git-submodule"],
  [/^other reasons$/, "andere redenen"],
  // Why a value was reported.
  [/^checksum 11-proef$/, "elfproef klopt"],
  [/^checksum fails: no token that GitHub issued$/, "controlegetal klopt niet: geen token van GitHub"],
  [/^checksum (.+)$/, "controlegetal klopt ($1)"],
  [/^length for (\w+)$/, "lengte klopt voor $1"],
  [/^issuer range (.+)$/, "nummerreeks van $1"],
  [/^context word '(.+)'$/, "woord in de buurt: ‘$1’"],
  [/^word against it '(.+)'$/, "woord dat ertegen pleit: ‘$1’"],
  [/^column name '(.+)'$/, "kolomnaam ‘$1’"],
  [/^form of an address$/, "vorm van een adres"],
  [/^header is JSON with an algorithm$/, "kop is JSON met een algoritme"],
  [/^no expiry$/, "verloopt niet"],
  [/^valid number of the Dutch numbering plan$/, "geldig nummer in het Nederlandse nummerplan"],
  [/^prefix of a temporary key$/, "voorvoegsel van een tijdelijke sleutel"],
  [/^prefix of a long-term key$/, "voorvoegsel van een langdurige sleutel"],
  [/^prefix of a (.+)$/, "voorvoegsel van een $1"],
  [/^secret key beside it$/, "geheime sleutel ernaast"],
  [/^encrypted with a passphrase$/, "versleuteld met een wachtwoordzin"],
  [/^for the same machine only$/, "alleen voor dezelfde machine"],
  [/^password in a (.+) address$/, "wachtwoord in een $1-adres"],
  [/^password in a list of settings$/, "wachtwoord in een rij instellingen"],
  [/^password is a well-known default or placeholder$/, "bekend standaardwachtwoord of voorbeeld"],
  [/^address of a role, not of a person$/, "adres van een functie, niet van een persoon"],
  [/^domain reserved for documentation$/, "domein gereserveerd voor documentatie"],
  [/^host reserved for documentation$/, "host gereserveerd voor documentatie"],
  [/^published test number$/, "gepubliceerd testnummer"],
  [/^common example number$/, "veelgebruikt voorbeeldnummer"],
  [/^its name or label says so$/, "de naam of het opschrift zegt het"],
  [/^linked to (.+) near it$/, "hoort bij $1 in de buurt"],
  [/^a topic: no person named near it$/, "een onderwerp: er staat niemand bij genoemd"],
  [/^a word for it$/, "een woord ervoor"],
  [/^most values of its column pass$/, "de meeste waarden in de kolom kloppen"],
  [/^entry of your own list$/, "staat op uw eigen lijst"],
  [/^pattern of your own$/, "uw eigen patroon"],
  [/^in base64$/, "in base64 geschreven"],
  [/^in URL encoding$/, "in URL-codering geschreven"],
  [/^prefix and form of the provider$/, "voorvoegsel en vorm van de aanbieder"],
  [/^form of a key under its(?: provider's)? name$/, "vorm van een sleutel, onder de naam ervan"],
  [/^drawn at random, by its characters$/, "aan de tekens te zien willekeurig"],
  [/^mixed characters, as in a password$/, "gemengde tekens, zoals in een wachtwoord"],
  [/^a plain word$/, "een gewoon woord"],
  [/^placeholder, not a credential$/, "een invulvoorbeeld, geen echt gegeven"],
  [/^check ?digit(?: (.+))?$/, "controlecijfer klopt"],
  [/^Luhn check$/, "controlegetal klopt (Luhn)"],
  [/^structure of (\w+)$/, "opbouw klopt voor $1"],
  [/^form of the document's number$/, "vorm van het documentnummer"],
  [/^form of the register's number$/, "vorm van het registernummer"],
  [/^a date in a human lifetime$/, "een datum binnen een mensenleven"],
  [/^behind '(.+)'$/, "achter ‘$1’"],
  [/^valid in a numbering plan$/, "geldig in een nummerplan"],
  [/^top-level domain exists$/, "het domein bestaat"],
  [/^given name and surname$/, "voornaam en achternaam"],
  [/^a name behind a title$/, "een naam achter een aanspreektitel"],
  [/^street and number$/, "straat en huisnummer"],
  [/^postcode and house number$/, "postcode en huisnummer"],
  [/^decodes to user and password$/, "bevat gebruiker en wachtwoord"],
  [/^the scanner failed on it$/, "de scanner liep erop vast"],
  [/^the scanner made no progress on it$/, "de scanner kwam er niet doorheen"],
  // Why an agent refuses.
  [
    /^The agent's policy does not allow (.+) scans\.$/,
    "Het beleid van de agent staat scans van de soort $1 niet toe.",
  ],
  [/^This version of the agent has no (.+) scan\.$/, "Deze versie van de agent kent de scan $1 niet."],
  [/^This agent offers no source of that name\.$/, "Deze agent biedt geen bron met die naam."],
  [/^The source is for (.+) scans\.$/, "De bron is voor scans van de soort $1."],
  [
    /^The host is not on the list in the agent's policy\.$/,
    "De host staat niet op de lijst in het beleid van de agent.",
  ],
  [
    /^The path does not exist here, or lies outside the folders in the agent's policy\.$/,
    "Het pad bestaat hier niet, of ligt buiten de mappen in het beleid van de agent.",
  ],
];

export function agentPhrase(language: Language, phrase: string): string {
  if (language === "en") return phrase;
  for (const [form, dutch] of [...DUTCH, ...WEBSITE_PHRASES, ...DATABASE_PHRASES])
    if (form.test(phrase)) return phrase.replace(form, dutch);
  return phrase;
}
