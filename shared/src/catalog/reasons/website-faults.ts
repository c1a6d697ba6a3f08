import type { Phrase } from "./phrase.ts";

/** Why a site could not be scanned at all, and what to do. */
export const WEBSITE_FAULT_PHRASES = [
  [
    "Filter list {place:n} names no requests: give a list in the form of Adblock Plus, such as EasyPrivacy.",
    "Filterlijst {place} noemt geen verzoeken: geef een lijst in de vorm van Adblock Plus, zoals EasyPrivacy.",
  ],
  [
    "Filter list {place:n} cannot be read: check its path and its rights.",
    "Filterlijst {place} is niet te lezen: controleer het pad en de rechten.",
  ],
  [
    "The filter lists are larger than 32 MB together: give fewer of them.",
    "De filterlijsten zijn samen groter dan 32 MB: geef er minder.",
  ],
  ["No website may be visited here.", "Hier mag geen website worden bezocht."],
  ["The start page cannot be read: {why:sentence}.", "De startpagina is niet te lezen: {why}."],
  [
    "The site's robots.txt does not let its start page be read: scan a site of your own with --no-robots (robots: false).",
    "De robots.txt van de site staat niet toe dat de startpagina wordt gelezen: scan een eigen site met --no-robots (robots: false).",
  ],
  [
    "The site's robots.txt answers with an error ({status}), so that nothing may be read: try again later, or scan a site of your own with --no-robots (robots: false).",
    "De robots.txt van de site geeft een fout ({status}), zodat niets mag worden gelezen: probeer het later opnieuw, of scan een eigen site met --no-robots (robots: false).",
  ],
  [
    "The start page is not there (status {status}): check the address.",
    "De startpagina is er niet (status {status}): controleer het adres.",
  ],
  [
    "The site does not show its start page to this scan (status {status}): let this machine in, or give the login to use.",
    "De site toont haar startpagina niet aan deze scan (status {status}): laat deze machine toe, of geef de login die nodig is.",
  ],
  [
    "The site has no time for its start page (status {status}): try again later, with fewer pages a minute.",
    "De site heeft het te druk voor haar startpagina (status {status}): probeer het later opnieuw, met minder pagina's per minuut.",
  ],
  [
    "The start page answers with an error (status {status}): try again once it shows in a browser.",
    "De startpagina geeft een fout (status {status}): probeer het opnieuw als een browser haar toont.",
  ],
  [
    "The start page leads to {host}, which the agent's policy does not list: add it to policy.hosts.",
    "De startpagina leidt naar {host}, en die host staat niet in het beleid van de agent: voeg hem toe aan policy.hosts.",
  ],
  [
    "The start page leads to another site, {host}: give that address if it is the one that is meant.",
    "De startpagina leidt naar een andere site, {host}: geef dat adres als die bedoeld is.",
  ],
  [
    "The certificate of {host} is not valid ({why:sentences}): renew it, or have this machine trust who issued it (NODE_EXTRA_CA_CERTS, or caFile of the agent).",
    "Het certificaat van {host} is niet geldig ({why}): vernieuw het, of laat deze machine de uitgever vertrouwen (NODE_EXTRA_CA_CERTS, of caFile van de agent).",
  ],
  [
    "The certificate of {host} is not valid: renew it, or have this machine trust who issued it (NODE_EXTRA_CA_CERTS, or caFile of the agent).",
    "Het certificaat van {host} is niet geldig: vernieuw het, of laat deze machine de uitgever vertrouwen (NODE_EXTRA_CA_CERTS, of caFile van de agent).",
  ],
  [
    "{host} forgets the login before it shows its start page: check that the steps end where someone who is logged in is.",
    "{host} vergeet de login voordat de startpagina verschijnt: controleer of de stappen eindigen waar iemand is die is ingelogd.",
  ],
  [
    "{host} does not answer in time: check that the site works and that this machine may reach it.",
    "{host} antwoordt niet op tijd: controleer of de site werkt en of deze machine haar mag bereiken.",
  ],
  [
    "What answers at {host} is no website: check the address and its port.",
    "Wat op {host} antwoordt, is geen website: controleer het adres en de poort.",
  ],
  [
    "The start page redirects without end: give the address that a browser shows in the end.",
    "De startpagina verwijst eindeloos door: geef het adres dat een browser aan het eind toont.",
  ],
  [
    "Nothing answers at {host}: check the address, and that this machine may reach it.",
    "Op {host} antwoordt niets: controleer het adres, en of deze machine het mag bereiken.",
  ],
  [
    "The name {host} has no address: check its spelling, and this machine's name server.",
    "De naam {host} heeft geen adres: controleer de spelling, en de naamserver van deze machine.",
  ],
  [
    "{host} is an address inside this network: add it to policy.hosts, with its port, if it may be scanned.",
    "{host} is een adres binnen dit netwerk: voeg het met de poort toe aan policy.hosts, als het mag worden gescand.",
  ],
  [
    "{host} is a cloud's metadata address, which is not scanned under a name: give the website's address.",
    "{host} is een metadata-adres van een cloud, dat niet onder een naam wordt gescand: geef het adres van de website.",
  ],
  [
    "The name {host} changed from the internet to this network during the scan: ask who keeps the name.",
    "De naam {host} wisselde tijdens de scan van het internet naar dit netwerk: vraag het wie de naam beheert.",
  ],
  [
    "{host} has a port that websites do not use: add it to policy.hosts, with the port, if it may be scanned.",
    "{host} heeft een poort die websites niet gebruiken: voeg het met de poort toe aan policy.hosts, als het mag worden gescand.",
  ],
  [
    "The login to the site did not work ({why:sentence}): try the steps by hand, and correct them or the credentials.",
    "Het inloggen op de site lukte niet ({why}): probeer de stappen met de hand, en verbeter ze of de inloggegevens.",
  ],
  ["step {step:n}: {why:sentence}", "stap {step}: {why}"],
  ["leads to another site", "leidt naar een andere site"],
  ["leads to a page without TLS", "leidt naar een pagina zonder TLS"],
  ["the page does not load", "de pagina laadt niet"],
  ["its element is not there", "het element is er niet"],
  [
    "The folder for evidence holds that of another scan: give an empty one.",
    "De map voor bewijs bevat dat van een andere scan: geef een lege map.",
  ],
  [
    "The folder for evidence cannot be written: check that it may be made there, and that there is room.",
    "De map voor bewijs is niet te schrijven: controleer of die daar gemaakt mag worden, en of er ruimte is.",
  ],
  [
    "The evidence could not be written: make room on the disk, or give another folder.",
    "Het bewijs kon niet worden geschreven: maak ruimte op de schijf, of geef een andere map.",
  ],
] as const satisfies readonly Phrase[];
