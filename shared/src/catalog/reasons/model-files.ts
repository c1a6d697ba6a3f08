import type { Phrase } from "./phrase.ts";

/** What the files of a model show: data of persons, and code that runs when it is loaded. */
export const MODEL_FILE_PHRASES = [
  ["data of at least {count:n} person", "gegevens van minstens {count} persoon"],
  ["data of at least {count:n} persons", "gegevens van minstens {count} personen"],
  // Imports of a pickle.
  ["{name}, by {opcode} at byte {offset:n}", "{name}, met {opcode} op byte {offset}"],
  ["called by {opcode} with no arguments", "aangeroepen met {opcode}, zonder argumenten"],
  ["called by {opcode} with {arguments}", "aangeroepen met {opcode} en {arguments}"],
  ["referred to, not called by the file itself", "naar verwezen, niet door het bestand zelf aangeroepen"],
  ["not among what the frameworks write", "hoort niet bij wat de frameworks schrijven"],
  ["changes an imported class or function", "verandert een geïmporteerde klasse of functie"],
  ["in a file that is no pickle by its beginning", "in een bestand dat aan het begin geen pickle is"],
  ["runs commands of the operating system", "voert opdrachten van het besturingssysteem uit"],
  ["runs commands or code", "voert opdrachten of code uit"],
  ["runs Python code", "voert Python-code uit"],
  ["loads code or modules", "laadt code of modules"],
  ["loads another pickle or marshalled code", "laadt een andere pickle of verpakte code"],
  ["carries code within the pickle", "draagt code in de pickle zelf"],
  ["reads, writes or removes files", "leest, schrijft of verwijdert bestanden"],
  ["opens network connections", "opent netwerkverbindingen"],
  ["acts on the running process", "grijpt in op het draaiende proces"],
  ["reaches into other objects", "reikt in andere objecten"],
  // Configurations of Keras and Transformers.
  [
    "{name}: a function stands in the model as compiled code",
    "{name}: in het model staat een functie als gecompileerde code",
  ],
  [
    "it runs when the model is loaded or used",
    "die wordt uitgevoerd als het model wordt geladen of gebruikt",
  ],
  [
    "the function {name} is used as part of the model",
    "de functie {name} wordt als deel van het model gebruikt",
  ],
  ["{name} is used as part of the model", "{name} wordt als deel van het model gebruikt"],
  ["{name} is no part of Keras", "{name} hoort niet bij Keras"],
  [
    "a class of that name has to be loaded with the model",
    "een klasse met die naam moet met het model worden geladen",
  ],
  [
    "names {count:n} classes in Python files of the model's own",
    "noemt {count} klassen in eigen Python-bestanden van het model",
  ],
  [
    "trust_remote_code runs them when the model is loaded",
    "trust_remote_code voert ze uit als het model wordt geladen",
  ],
  ["asks that code beside the model is run", "vraagt om code naast het model uit te voeren"],
  // Graphs, archives and packages.
  [
    "operation {name} in the graph, first at byte {offset:n}",
    "bewerking {name} in de graaf, eerst op byte {offset}",
  ],
  ["operation {name} in the model", "bewerking {name} in het model"],
  [
    "operation {name}, which a library of its own must bring",
    "bewerking {name}, die een eigen bibliotheek moet meebrengen",
  ],
  [
    "operations of the domain {name}, which a library of its own must bring",
    "bewerkingen van het domein {name}, die een eigen bibliotheek moet meebrengen",
  ],
  ["reads any file", "leest willekeurige bestanden"],
  ["writes any file", "schrijft willekeurige bestanden"],
  ["lists files", "somt bestanden op"],
  ["calls Python", "roept Python aan"],
  [
    "the weights are said to be in a file outside the model's folder",
    "de gewichten zouden in een bestand buiten de map van het model staan",
  ],
  [
    "another model is said to be outside the model's folder",
    "een ander model zou buiten de map van het model staan",
  ],
  ["a file of the package is said to be outside it", "een bestand van het pakket zou erbuiten staan"],
  [
    "calls the class {name}, which the app must bring",
    "roept de klasse {name} aan, die de app moet meebrengen",
  ],
  [
    "marked as encrypted, and is not: scanners pass it over, PyTorch loads it",
    "gemarkeerd als versleuteld, maar dat is het niet: scanners slaan het over, PyTorch laadt het",
  ],
  ["the name stands in the archive more than once", "de naam staat meer dan één keer in het archief"],
  [
    "the archive's entry has a name that leads out of the folder it is unpacked in",
    "het onderdeel heeft een naam die buiten de map leidt waarin het wordt uitgepakt",
  ],
  ["directory and header give it different names", "inhoudsopgave en kop geven het verschillende namen"],
  // Code beside the model.
  ["{name} is called", "{name} wordt aangeroepen"],
  [
    "a loader that trusts the model's own code runs it",
    "een lader die de eigen code van het model vertrouwt, voert dit uit",
  ],
  ["the chat template {what:sentence}", "het chatsjabloon {what}"],
  ["reaches for Python's inner names", "grijpt naar interne namen van Python"],
  ["takes an attribute by a computed name", "leest een attribuut met een berekende naam"],
  ["reaches into a function of the template engine", "grijpt in een functie van de sjabloonmotor"],
  ["reaches for the template engine itself", "grijpt naar de sjabloonmotor zelf"],
  ["calls the operating system", "roept het besturingssysteem aan"],
  ["loads another template", "laadt een ander sjabloon"],
] as const satisfies readonly Phrase[];
