import type { sourceCheckEn } from "./source-check-en.ts";

export const sourceCheckNl: typeof sourceCheckEn = {
  test: "Verbinding testen",
  testing: "Bezig met testen…",
  labelled: (source) => `Verbinding testen: ${source}`,
  ok: "Kan worden gelezen, en niet beschreven.",
  okBut: (doubts) => `Kan worden gelezen, maar ${doubts}.`,
  and: "; ",
  faults: {
    unreachable:
      "Host: die antwoordt niet. Controleer host en poort, de firewall, en of de server daar draait en luistert.",
    tls: "TLS: geen verbinding zoals gevraagd. Controleer sslmode, en sslrootcert als het certificaat van een eigen autoriteit is.",
    login:
      "Aanmelding: geweigerd. Controleer de gebruiker en credentials.password, en of de server de machine van de agent toelaat.",
    "no such database": "Er is op de server geen database met die naam. Controleer het adres.",
    permission:
      "Rechten: de gebruiker mag niets. Geef CONNECT, USAGE op de schema's en SELECT op de tabellen.",
    "no tables":
      "Rechten: de gebruiker mag geen tabel lezen. Geef USAGE op de schema's en SELECT op de tabellen.",
    "too many connections":
      "De server heeft geen verbinding meer over voor deze gebruiker. Verhoog de limiet, of zet limits.connections lager.",
    "pool exhausted":
      "Scans gebruiken alle verbindingen van deze agent. Zet limits.connections hoger, of probeer het later.",
    "server busy": "De server heeft meer te doen dan limits.busySessions toestaat. Probeer het later.",
    "connection lost": "De server heeft de verbinding verbroken. Kijk in het log van de server.",
    timeout: "De server antwoordt te langzaam. Probeer het als het rustiger is.",
    locked: "Het bestand is vergrendeld door een ander programma. Probeer het later.",
    gone: "Er veranderde iets tijdens het kijken. Probeer het opnieuw.",
    encoding: "Er staat tekst in met een ongeldige codering.",
    damaged: "Het bestand is beschadigd of versleuteld, of is geen database.",
    "no driver": "Het pakket dat zo'n server leest, ontbreekt naast de agent. Installeer mssql of mongodb.",
    failed:
      "Het kon niet worden gelezen. Kijk in het log van de server, en voer dataguardian agent doctor uit.",
    credentials:
      "De agent kan de inloggegevens van deze bron niet lezen. Controleer env: of file: in agent.yaml.",
    address:
      "Het adres in agent.yaml is niet te gebruiken. Voer dataguardian agent doctor uit; die zegt waarom.",
    "not offered": "Het beleid van de agent staat deze bron niet toe.",
    closed: "Het is buiten de uren waarin de agent deze bron mag lezen.",
    busy: "De agent test andere verbindingen. Probeer het zo dadelijk opnieuw.",
  },
  doubts: {
    experimental: "het lezen van zo'n server is experimenteel",
    "not encrypted": "de verbinding is niet versleuteld (TLS); met sslmode=verify-full wel",
    superuser: "de gebruiker is beheerder van de server, en hoeft alleen te lezen",
    "may write": "de gebruiker mag schrijven, en hoeft alleen te lezen",
    "some tables": "de gebruiker mag niet alle tabellen lezen",
    "load unseen": "limits.busySessions doet niets, omdat de gebruiker niet ziet hoe druk de server is",
  },
  someTables: (readable, all) => `de gebruiker mag ${readable} van ${all} tabellen lezen`,
};
