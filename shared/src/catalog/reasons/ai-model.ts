import type { Phrase } from "./phrase.ts";

/** What a model that was asked answers with, and what the AI Act asks to be written down. */
export const AI_MODEL_PHRASES = [
  // A model that was asked.
  [
    "an answer alone does not show that the model keeps this: it may be invented",
    "één antwoord toont niet dat het model dit heeft onthouden: het kan verzonnen zijn",
  ],
  ["looks made up: a filler, or digits in a row", "lijkt verzonnen: een vulwoord, of cijfers op een rij"],
  [
    "the same in {some:n} of {all:n} answers, also when words were drawn by chance",
    "hetzelfde in {some} van {all} antwoorden, ook als woorden bij toeval werden gekozen",
  ],
  ["also after {count:n} other prompts", "ook na {count} andere aanzetten"],
  [
    "the answer goes on exactly as the customer's own text does, which nobody can guess",
    "het antwoord gaat precies verder als de eigen tekst van de klant, die niemand kan raden",
  ],
  [
    "values that came back in other answers, so that they are not the whim of one",
    "waarden die in andere antwoorden terugkwamen, en dus geen gril van één antwoord zijn",
  ],
  ["{type:type}: {count:n}", "{type}: {count}"],
  ["the endpoint refuses the API key", "het endpoint weigert de API-sleutel"],
  [
    "the endpoint has no such model, or is not at this address",
    "het endpoint kent dit model niet, of is niet op dit adres",
  ],
  ["the endpoint sends the request elsewhere", "het endpoint verwijst naar een ander adres"],
  ["the endpoint is too busy", "het endpoint heeft het te druk"],
  ["the endpoint failed", "het endpoint gaf een fout"],
  ["the endpoint refuses the request", "het endpoint weigert het verzoek"],
  [
    "the answer is not that of an OpenAI-compatible endpoint",
    "het antwoord is niet dat van een OpenAI-compatibel endpoint",
  ],
  ["the answer is larger than the limit", "het antwoord is groter dan de grens"],
  ["no answer in time", "geen antwoord op tijd"],
  ["more requests than the probe's limit", "meer vragen dan de grens"],
  ["the probe's time limit", "de tijdgrens van het bevragen"],
  [
    "The model cannot be asked: {why:sentence}. {advice:sentence}",
    "Het model kan niet worden bevraagd: {why}. {advice}",
  ],
  ["Give a key that it takes.", "Geef de agent een sleutel die het aanneemt."],
  [
    "Check the model's name, and that the address ends as in {address}.",
    "Controleer de naam van het model, en of het adres eindigt zoals in {address}.",
  ],
  ["Give the address where it leads.", "Geef het adres waar het heen leidt."],
  ["Try again when it is less busy.", "Probeer het opnieuw als het minder druk is."],
  ["Look in its own log.", "Kijk in het logboek ervan."],
  ["See whether the model is loaded.", "Kijk of het model geladen is."],
  ["Check the address.", "Controleer het adres."],
  // The AI Act.
  ["the card does not say: {items:cardItems}", "de modelkaart zegt niet: {items}"],
  ["the card says nothing of bias or fairness", "de modelkaart zegt niets over bias of eerlijkheid"],
  [
    "no licence in the card and no licence file beside it",
    "geen licentie in de modelkaart en geen licentiebestand ernaast",
  ],
  ["no model card beside the model", "geen modelkaart bij het model"],
  ["no licence file either", "ook geen licentiebestand"],
  [
    "no public summary of the content used for training",
    "geen openbare samenvatting van de inhoud die voor de training is gebruikt",
  ],
  [
    "the card names data, which is not yet the summary in the template",
    "de modelkaart noemt gegevens, maar dat is nog niet de samenvatting volgens het sjabloon",
  ],
  [
    "made from another model: then only of the data that was added",
    "gemaakt uit een ander model: dan alleen van de gegevens die zijn toegevoegd",
  ],
  [
    "models marketed before {from} have until {until} (article 111(3))",
    "modellen van vóór {from} hebben tot {until} (artikel 111(3))",
  ],
  [
    "nothing says that output is marked; the system around the model may do it",
    "nergens staat dat output wordt gemarkeerd; het systeem om het model heen kan dat doen",
  ],
  ["systems marketed before {from} have until {until}", "systemen van vóór {from} hebben tot {until}"],
  [
    "indication: the stated purpose touches Annex III, point {point} ({area:area})",
    "aanwijzing: het genoemde doel raakt aan bijlage III, punt {point} ({area})",
  ],
  [
    "article {duty} of the AI Act, from {date}: {what:sentence}",
    "artikel {duty} van de AI-verordening, vanaf {date}: {what}",
  ],
  [
    "instructions for use, if the model is part of a high-risk system",
    "gebruiksinstructies, als het model deel is van een hoogrisicosysteem",
  ],
  ["documentation of a general-purpose model", "documentatie van een model voor algemene doeleinden"],
  [
    "examination for bias, if the model is part of a high-risk system",
    "onderzoek naar bias, als het model deel is van een hoogrisicosysteem",
  ],
  [
    "a policy on copyright, of general-purpose models",
    "beleid voor auteursrecht, bij modellen voor algemene doeleinden",
  ],
  [
    "technical documentation, if the model is part of a high-risk system",
    "technische documentatie, als het model deel is van een hoogrisicosysteem",
  ],
  ["the summary, of general-purpose models", "de samenvatting, bij modellen voor algemene doeleinden"],
  ["marking of output", "markering van output"],
  [
    "the duties for high-risk systems, if it is one",
    "de verplichtingen voor hoogrisicosystemen, als het er een is",
  ],
  ["the card names a task that makes content", "de modelkaart noemt een taak die inhoud maakt"],
  ["its configuration names a class that makes content", "de configuratie noemt een klasse die inhoud maakt"],
  ["its adapter is for a model that makes text", "de adapter is voor een model dat tekst maakt"],
  [
    "it is in GGUF, most models in which make text",
    "het staat in GGUF, en de meeste modellen daarin maken tekst",
  ],
  [
    "an indication from answers, no verdict: exceptions and facts are for a lawyer to weigh",
    "een aanwijzing uit antwoorden, geen oordeel: uitzonderingen en feiten weegt een jurist",
  ],
  // What was answered on its use.
  [
    "answered: a safety part of a product of Annex I; article 6(1), from {date}",
    "geantwoord: een veiligheidsonderdeel van een product van bijlage I; artikel 6(1), vanaf {date}",
  ],
  [
    "answered: {practice:practice}; article {article:article}, from {date}",
    "geantwoord: {practice}; artikel {article}, vanaf {date}",
  ],
  [
    "answered: Annex III, point {point} ({area:area}), from {date}",
    "geantwoord: bijlage III, punt {point} ({area}), vanaf {date}",
  ],
  [
    "it profiles people: then article 6(3) makes no exception",
    "het profileert mensen: dan maakt artikel 6(3) geen uitzondering",
  ],
  [
    "it decides by itself: human oversight (article 14) and GDPR 22",
    "het beslist zelf: menselijk toezicht (artikel 14) en AVG 22",
  ],
  [
    "it concerns workers: they are told before it is used (article 26(7))",
    "het gaat over werknemers: zij horen het vóór het gebruik (artikel 26(7))",
  ],
  [
    "it concerns children: risk management takes them into account (article 9(9))",
    "het gaat over kinderen: het risicobeheer houdt daar rekening mee (artikel 9(9))",
  ],
  [
    "people talk with it: they are told so (article 50(1)), from {date}",
    "mensen praten ermee: dat wordt hun gezegd (artikel 50(1)), vanaf {date}",
  ],
  [
    "it makes content: output is marked (article 50(2)), from {date}",
    "het maakt inhoud: uitvoer wordt gemarkeerd (artikel 50(2)), vanaf {date}",
  ],
  ["no answer points to a duty", "geen antwoord wijst op een verplichting"],
  [
    "it only prepares a task (article 6(3)): write down why, and register it (articles 6(4) and 49(2))",
    "het bereidt alleen een taak voor (artikel 6(3)): leg vast waarom en registreer het (artikelen 6(4) en 49(2))",
  ],
] as const satisfies readonly Phrase[];
