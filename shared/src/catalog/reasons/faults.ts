import type { Phrase } from "./phrase.ts";

/** Why an agent refuses a job, why a job failed, and what to do. */
export const FAULT_PHRASES = [
  // Refused.
  [
    "The agent's policy does not allow {kind:scans} scans.",
    "Het beleid van de agent staat geen scans van {kind} toe.",
  ],
  ["This version of the agent has no {kind:scans} scan.", "Deze versie van de agent scant geen {kind}."],
  ["This version has no {kind:scans} scan.", "Deze versie scant geen {kind}."],
  ["A database is scanned as a source of the agent's.", "Een database wordt gescand als bron van de agent."],
  [
    "A model that answers at an address is scanned as a source of the agent's.",
    "Een model dat op een adres antwoordt, wordt gescand als bron van de agent.",
  ],
  ["The scan names neither a source nor a target.", "De scan noemt geen bron en geen doel."],
  ["This agent offers no source of that name.", "Deze agent biedt geen bron met die naam."],
  ["The source is for {kind:scans} scans.", "De bron is voor scans van {kind}."],
  [
    "The host is not on the list in the agent's policy.",
    "De host staat niet op de lijst in het beleid van de agent.",
  ],
  [
    "The path does not exist here, or lies outside the folders in the agent's policy.",
    "Het pad bestaat hier niet, of ligt buiten de mappen in het beleid van de agent.",
  ],
  ["The path holds control characters.", "Het pad bevat stuurtekens."],
  ["The path looks like a command-line option.", "Het pad lijkt op een optie van de opdrachtregel."],
  ["The path is not absolute.", "Het pad is niet absoluut."],
  ["Network paths are not allowed.", "Netwerkpaden zijn niet toegestaan."],
  ["The path climbs with dot segments.", "Het pad klimt omhoog met puntsegmenten."],
  [
    "The path hides separators or dots in percent codes.",
    "Het pad verbergt scheidingstekens of punten in procentcodes.",
  ],
  [
    "The address holds white space, control or non-ASCII characters.",
    "Het adres bevat witruimte, stuurtekens of tekens buiten ASCII.",
  ],
  ["The address holds a backslash.", "Het adres bevat een backslash."],
  ["The address holds white space or a backslash.", "Het adres bevat witruimte of een backslash."],
  ["The address looks like a command-line option.", "Het adres lijkt op een optie van de opdrachtregel."],
  [
    "Transport helpers such as ext:: are not allowed.",
    "Hulpprogramma's voor transport, zoals ext::, zijn niet toegestaan.",
  ],
  [
    "The address has no scheme that is allowed (https, ssh, http, git).",
    "Het adres heeft geen toegestaan schema (https, ssh, http, git).",
  ],
  [
    "Only https, ssh, http and git addresses are allowed.",
    "Alleen adressen met https, ssh, http en git zijn toegestaan.",
  ],
  ["The address has a query or a fragment.", "Het adres heeft een query of een fragment."],
  ["The address has percent-encoded characters.", "Het adres heeft tekens in procentcodes."],
  [
    "The address has no repository path, or an unusual one.",
    "Het adres heeft geen pad naar een repository, of een ongebruikelijk pad.",
  ],
  ["The path of the address holds dot segments.", "Het pad van het adres bevat puntsegmenten."],
  [
    "A part of the path looks like a command-line option.",
    "Een deel van het pad lijkt op een optie van de opdrachtregel.",
  ],
  ["The host part of the address cannot be read.", "De host in het adres is niet te lezen."],
  ["The address holds a user name or a password.", "Het adres bevat een gebruikersnaam of een wachtwoord."],
  [
    "The address holds a user name or a password: these belong in the agent's config.",
    "Het adres bevat een gebruikersnaam of een wachtwoord: die horen in de configuratie van de agent.",
  ],
  [
    "The user name in the address is unusual, or holds a password.",
    "De gebruikersnaam in het adres is ongebruikelijk, of bevat een wachtwoord.",
  ],
  ["The host name is not a plain one.", "De hostnaam is geen gewone naam."],
  [
    "The host in the address is not a plain name or address.",
    "De host in het adres is geen gewone naam en geen gewoon adres.",
  ],
  ["The port is out of range.", "De poort valt buiten het bereik."],
  [
    "A website's address begins with https:// or http://.",
    "Het adres van een website begint met https:// of http://.",
  ],
  ["The target cannot be used: {why:sentence}", "Het doel is niet te gebruiken: {why}"],
  [
    "The target is no usable file address: write file:///path.",
    "Het doel is geen bruikbaar bestandsadres: schrijf file:///pad.",
  ],
  ["The agent is about to stop.", "De agent gaat zo stoppen."],
  ["All slots of the agent are taken.", "Alle plaatsen van de agent zijn bezet."],
  [
    "It is outside the hours in which the agent's policy lets jobs run.",
    "Het is buiten de uren waarin het beleid van de agent taken toelaat.",
  ],
  ["The agent's spool is full of results.", "De tijdelijke opslag van de agent zit vol resultaten."],
  // Failed.
  [
    "The agent cannot read the credentials of the source.",
    "De agent kan de inloggegevens van de bron niet lezen.",
  ],
  [
    "The job needs more memory than maxMemoryMb in the agent's policy allows.",
    "De taak heeft meer geheugen nodig dan maxMemoryMb in het beleid van de agent toestaat.",
  ],
  ["The job took longer than it may.", "De taak duurde langer dan toegestaan."],
  ["The job's process ended without a result.", "Het proces van de taak eindigde zonder resultaat."],
  ["The job's process could not be started.", "Het proces van de taak kon niet worden gestart."],
  ["The agent's disk is full or cannot be written.", "De schijf van de agent is vol of niet te beschrijven."],
  ["The agent's user may not read the target.", "De gebruiker van de agent mag het doel niet lezen."],
  ["The scan stopped on an error in the scanner.", "De scan stopte door een fout in de scanner."],
  [
    "The agent's detection file cannot be used: dataguardian rules test says why.",
    "Het detectiebestand van de agent is niet te gebruiken: dataguardian rules test zegt waarom.",
  ],
  [
    "The scan finds too much for one job. Raise minConfidence or split it into shards.",
    "De scan vindt te veel voor één taak. Verhoog minConfidence of verdeel de scan in delen.",
  ],
  [
    "The result is larger than spoolMb in the agent's policy allows.",
    "Het resultaat is groter dan spoolMb in het beleid van de agent toestaat.",
  ],
  [
    "The scanning processes do not start: give the scan more memory, or fewer threads.",
    "De scanprocessen starten niet: geef de scan meer geheugen, of minder threads.",
  ],
  [
    "The scan took longer than --timeout allows; nothing is reported.",
    "De scan duurde langer dan --timeout toestaat; er wordt niets gemeld.",
  ],
  // The target.
  ["{path} may not be read by this user.", "{path} mag door deze gebruiker niet worden gelezen."],
  ["{path} does not exist.", "{path} bestaat niet."],
  [
    "The git repository could not be read to its end.",
    "De git-repository kon niet tot het einde worden gelezen.",
  ],
  [
    "git is not installed here; scanning a git repository needs it.",
    "git is hier niet geïnstalleerd; voor het scannen van een git-repository is het nodig.",
  ],
  [
    "{target} belongs to another user; git asks for safe.directory first.",
    "{target} is van een andere gebruiker; git vraagt eerst om safe.directory.",
  ],
  ["{target} cannot be reached.", "{target} is niet te bereiken."],
  [
    "{target} refused access: give this machine's git credentials for it.",
    "{target} weigerde toegang: geef de git-inloggegevens van deze machine ervoor.",
  ],
  ["{target} has no such branch, tag or commit.", "{target} heeft zo'n branch, tag of commit niet."],
  ["{target} is no git repository, or is not there.", "{target} is geen git-repository, of is er niet."],
  ["The disk for temporary files is full.", "De schijf voor tijdelijke bestanden is vol."],
  ["git failed on {target}.", "git liep vast op {target}."],
  ["Fetching {url} took too long.", "Het ophalen van {url} duurde te lang."],
  [
    "{target} is no git repository, so it has no {what}.",
    "{target} is geen git-repository: {what} kan daar niet.",
  ],
  [
    "{target} has no working tree, so nothing is staged there.",
    "{target} heeft geen werkmap, dus er staat niets klaar voor een commit.",
  ],
  ["--staged goes with a working tree on this machine.", "--staged hoort bij een werkmap op deze machine."],
  [
    "--staged stands alone: it looks at what the next commit will be.",
    "--staged staat alleen: het kijkt naar wat de volgende commit wordt.",
  ],
  [
    "--unreachable and --git-metadata go with --history.",
    "--unreachable en --git-metadata horen bij --history.",
  ],
] as const satisfies readonly Phrase[];
