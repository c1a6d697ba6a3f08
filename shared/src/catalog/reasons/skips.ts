import type { Phrase } from "./phrase.ts";

/** Why a file was not read, or not to its end. */
export const SKIP_PHRASES = [
  ["binary file", "binair bestand"],
  ["ignored by {file}", "genegeerd door {file}"],
  [
    "unchanged since an earlier scan that found nothing in it",
    "onveranderd sinds een eerdere scan die er niets in vond",
  ],
  ["larger than the size limit", "groter dan de grens"],
  ["symbolic link", "symbolische koppeling"],
  ["not a regular file", "geen gewoon bestand"],
  ["no permission to read", "geen leesrechten"],
  ["cannot be read", "niet te lezen"],
  ["gone before it was read", "verdwenen voordat het gelezen was"],
  ["became shorter while it was read", "werd korter tijdens het lezen"],
  ["outside the folder, through a symbolic link", "buiten de map, via een symbolische koppeling"],
  ["git submodule", "git-submodule"],
  ["not in this partial clone of the repository", "niet in deze gedeeltelijke kloon van de repository"],
  [
    "git LFS pointer: the file itself is not in the repository",
    "git-LFS-verwijzing: het bestand zelf zit niet in de repository",
  ],
  ["the scanner made no progress on it", "de scanner kwam er niet doorheen"],
  ["the scanner failed on it", "de scanner liep erop vast"],
  ["encrypted: its password is not known here", "versleuteld: het wachtwoord is hier niet bekend"],
  ["damaged, or not what it says it is", "beschadigd, of niet wat het zegt te zijn"],
  ["to be taken apart in a process of its own", "wordt in een eigen proces uitgepakt"],
  ["a format that this version does not read", "een formaat dat deze versie niet leest"],
  [
    "larger than its format can be read within the memory limit",
    "groter dan dit formaat binnen de geheugengrens kan worden gelezen",
  ],
  ["nested too deeply in other files", "te diep in andere bestanden genest"],
  ["more files within one file than the limit", "meer bestanden in één bestand dan de grens"],
  ["unpacks to more than the limit", "pakt uit tot meer dan de grens"],
  ["numbers of a model, which hold no text", "getallen van een model, waar geen tekst in staat"],
  ["picture: the image scan reads it", "afbeelding: de afbeeldingenscan leest die"],
  ["no picture", "geen afbeelding"],
  ["picture too small or too uniform to show text", "afbeelding te klein of te egaal om tekst te tonen"],
  ["picture with more pixels than the limit", "afbeelding met meer pixels dan de grens"],
  ["other reasons", "andere redenen"],
] as const satisfies readonly Phrase[];
