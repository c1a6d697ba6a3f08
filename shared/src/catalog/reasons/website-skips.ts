import type { Phrase } from "./phrase.ts";

/** Pages that were not seen, tests that were not made, connections that were refused. */
export const WEBSITE_SKIP_PHRASES = [
  [
    "what the privacy statement says: not tested, as it is a document that cannot be read",
    "wat de privacyverklaring zegt: niet getest, want het is een document dat niet te lezen is",
  ],
  // What a browser alone can see.
  [
    "cookies, trackers and the consent banner: not tested, as there was no browser",
    "cookies, trackers en de cookiebanner: niet getest, want er was geen browser",
  ],
  [
    "what scripts write, fetch and send, typed text too: not tested, as there was no browser",
    "wat scripts schrijven, ophalen en versturen, ook getypte tekst: niet getest, want er was geen browser",
  ],
  [
    "a page that a browser could not show in time: read as the server sent it",
    "een pagina die een browser niet op tijd kon tonen: gelezen zoals de server haar stuurde",
  ],
  [
    "the consent banner: not tested, as the page did not show in time",
    "de cookiebanner: niet getest, want de pagina verscheen niet op tijd",
  ],
  [
    "the consent banner and what each choice leads to: not tested, as no page could be shown",
    "de cookiebanner en waartoe elke keuze leidt: niet getest, want er kon geen pagina worden getoond",
  ],
  [
    "what is kept after refusing: not tested, as there was no button to refuse that could be pressed",
    "wat na weigeren bewaard blijft: niet getest, want er was geen weigerknop die in te drukken was",
  ],
  [
    "what agreeing changes: not tested, as there was no button to agree that could be pressed",
    "wat akkoord gaan verandert: niet getest, want er was geen akkoordknop die in te drukken was",
  ],
  [
    "the second layer of the banner: not tested, as it could not be opened",
    "de tweede laag van de cookiebanner: niet getest, want die ging niet open",
  ],
  [
    "a phone's screen: not tested, as the page did not show in time",
    "het scherm van een telefoon: niet getest, want de pagina verscheen niet op tijd",
  ],
  [
    "where typed text goes: not tested, as the page did not show in time",
    "waar getypte tekst heen gaat: niet getest, want de pagina verscheen niet op tijd",
  ],
  [
    "where typed text goes: tested on twelve pages, and not on others with fields of their own",
    "waar getypte tekst heen gaat: getest op twaalf pagina's, en niet op andere met eigen velden",
  ],
  [
    "where typed text goes: not tested, as the time for it was over",
    "waar getypte tekst heen gaat: niet getest, want de tijd ervoor was om",
  ],
  [
    "a file that a page began to download by itself",
    "een bestand dat een pagina uit zichzelf begon te downloaden",
  ],
  ["a dialog that a page opened", "een dialoogvenster dat een pagina opende"],
  ["a window that a page opened", "een venster dat een pagina opende"],
  [
    "a script or data of a page: larger than the limit",
    "een script of gegevens van een pagina: groter dan de grens",
  ],
  [
    "a script or data of a page: more than the limit",
    "scripts of gegevens van een pagina: meer dan de grens",
  ],
  [
    "a script or data of a page: gone before it could be read",
    "een script of gegevens van een pagina: verdwenen voordat het gelezen was",
  ],
  // Evidence.
  [
    "evidence: a picture of a page that could not be taken",
    "bewijs: een afbeelding van een pagina die niet kon worden gemaakt",
  ],
  ["evidence: none without a browser", "bewijs: geen, want er was geen browser"],
  ["evidence: more than the limit", "bewijs: meer dan de grens"],
  // The way through the site.
  ["disallowed by robots.txt", "niet toegestaan door robots.txt"],
  [
    "robots.txt that cannot be read, so that nothing is allowed",
    "een robots.txt die niet te lezen is, zodat niets is toegestaan",
  ],
  ["the crawl's time limit", "de tijdgrens van de scan"],
  ["a redirect to a page that was seen already", "een doorverwijzing naar een pagina die al gezien is"],
  ["more pages than the limit", "meer pagina's dan de grens"],
  ["more linked documents than the limit", "meer gelinkte documenten dan de grens"],
  ["more links away from the start page than the limit", "verder van de startpagina dan de grens"],
  ["more addresses than the limit", "meer adressen dan de grens"],
  ["left out by the scan's options", "weggelaten door de opties van de scan"],
  [
    "a link that would end the login, or change something",
    "een link die zou uitloggen, of iets zou veranderen",
  ],
  ["a picture, film, archive or program", "een afbeelding, film, archief of programma"],
  [
    "a page that the site shows to nobody whose login it has forgotten",
    "een pagina die de site niet toont aan wie niet meer is ingelogd",
  ],
  ["an address that holds what was filled in to log in", "een adres met wat voor het inloggen is ingevuld"],
  [
    "a finding that would tell what was filled in to log in",
    "een bevinding die zou verraden wat voor het inloggen is ingevuld",
  ],
  ["an address longer than the limit", "een adres dat langer is dan de grens"],
  [
    "on a host that the agent's policy does not list",
    "op een host die niet in het beleid van de agent staat",
  ],
  ["a sitemap that cannot be read", "een sitemap die niet te lezen is"],
  ["more sitemaps than the limit", "meer sitemaps dan de grens"],
  ["a page that the site does not give", "een pagina die de site niet geeft"],
  ["a document that the site does not give", "een document dat de site niet geeft"],
  ["neither a page nor a document", "geen pagina en geen document"],
  ["a page larger than the limit", "een pagina groter dan de grens"],
  ["an address that repeats itself", "een adres dat zichzelf herhaalt"],
  ["an address with more folders than the limit", "een adres met meer mappen dan de grens"],
  ["more variants of one page than the limit", "meer varianten van één pagina dan de grens"],
  ["more pages of a calendar than the limit", "meer pagina's van een kalender dan de grens"],
  ["more pages of one kind than the limit", "meer pagina's van één soort dan de grens"],
  // Connections.
  ["a certificate that is not valid", "een certificaat dat niet geldig is"],
  ["an answer that is not HTTP", "een antwoord dat geen HTTP is"],
  ["more redirects than the limit", "meer doorverwijzingen dan de grens"],
  ["a redirect to another site", "een doorverwijzing naar een andere site"],
  ["an encoding that cannot be read", "een codering die niet te lezen is"],
  [
    "an address inside this network, which the agent's policy does not list",
    "een adres binnen dit netwerk dat niet in het beleid van de agent staat",
  ],
  ["a cloud's metadata address", "een metadata-adres van een cloud"],
  [
    "a name whose address changed from the internet to this network",
    "een naam waarvan het adres van het internet naar dit netwerk wisselde",
  ],
  ["a port that websites do not use", "een poort die websites niet gebruiken"],
  ["a host that cannot be read", "een host die niet te lezen is"],
  ["a host whose name has no address", "een host waarvan de naam geen adres heeft"],
  ["a host that does not answer", "een host die niet antwoordt"],
  ["a host that does not answer in time", "een host die niet op tijd antwoordt"],
  ["more connections at a time than the limit", "meer verbindingen tegelijk dan de grens"],
  ["more bytes than the limit", "meer bytes dan de grens"],
  ["an address that is neither http nor https", "een adres dat geen http en geen https is"],
  ["a connection after the end of the scan", "een verbinding na het einde van de scan"],
] as const satisfies readonly Phrase[];
