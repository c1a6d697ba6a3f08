import type { Rule } from "./rule.ts";

/** What an AI model's files hold, do, and leave unsaid. The rules on documentation say what is missing, never a verdict. */
export const AI_MODEL_RULES = {
  "ai.unsafe_deserialization": {
    severity: "critical",
    legal: ["AIA 15", "GDPR 32", "NIS2 21(2)(d)"],
    title: { en: "Model executes code on load", nl: "Model voert code uit bij laden" },
    remediation: {
      en: "Do not load the file. Set it apart, ask its maker where it came from, and take a copy in safetensors or another format that holds no code.",
      nl: "Laad het bestand niet. Zet het apart, vraag de maker naar de herkomst en neem een kopie in safetensors of een andere vorm zonder code.",
    },
  },
  "ai.unknown_import": {
    severity: "high",
    legal: ["AIA 15", "GDPR 32"],
    title: { en: "Unrecognised import in a model", nl: "Onbekende import in een model" },
    remediation: {
      en: "Read what the code named here does before you load the model; prefer a format that holds no code.",
      nl: "Lees wat de genoemde code doet voordat u het model laadt; kies liever een vorm zonder code.",
    },
  },
  "ai.external_data_path": {
    severity: "high",
    legal: ["AIA 15", "GDPR 32"],
    title: {
      en: "Path that leads out of the model's folder",
      nl: "Pad dat buiten de map van het model leidt",
    },
    remediation: {
      en: "Reject the file: a program that follows the path reads or writes where it should not.",
      nl: "Weiger het bestand: een programma dat het pad volgt, leest of schrijft waar dat niet hoort.",
    },
  },
  "ai.pii_in_training_data": {
    severity: "high",
    legal: ["GDPR 5(1)(b)", "GDPR 5(1)(c)", "GDPR 6(1)", "EDPB 28/2024", "AIA 10"],
    title: { en: "Personal data in training data", nl: "Persoonsgegevens in trainingsdata" },
    remediation: {
      en: "Establish a legal basis for training on it, or replace the data by pseudonyms before the model is trained.",
      nl: "Stel een grondslag voor het trainen vast, of pseudonimiseer de gegevens voordat het model wordt getraind.",
    },
  },
  "ai.pii_in_artifact": {
    severity: "high",
    legal: ["GDPR 5(1)(f)", "EDPB 28/2024"],
    title: {
      en: "Personal data in a model's files",
      nl: "Persoonsgegevens in modelbestand, tokenizer of metadata",
    },
    remediation: {
      en: "Build the file again without the data: whoever gets the model gets the data with it.",
      nl: "Maak het bestand opnieuw zonder de gegevens: wie het model krijgt, krijgt ze erbij.",
    },
  },
  "ai.memorised_data": {
    severity: "high",
    legal: ["GDPR 5(1)(f)", "GDPR 6(1)", "EDPB 28/2024", "AIA 15"],
    title: {
      en: "Model gives out what it was trained on",
      nl: "Model geeft prijs waarop het is getraind",
    },
    remediation: {
      en: "Compare the values with the training data. If they come from it, the model is no anonymous one: filter its answers now, and train it again without the data.",
      nl: "Vergelijk de waarden met de trainingsdata. Komen ze daaruit, dan is het model niet anoniem: filter nu de antwoorden en train opnieuw zonder de gegevens.",
    },
  },
  "ai.model_card_missing": {
    severity: "medium",
    legal: ["AIA 11", "AIA 13", "AIA 53"],
    title: { en: "Model card missing", nl: "Modelkaart of technische documentatie ontbreekt" },
    remediation: {
      en: "Write down what Annex IV (high-risk systems) or Annexes XI and XII (general-purpose models) of the AI Act ask for.",
      nl: "Leg vast wat bijlage IV (hoog risico) of de bijlagen XI en XII (algemene doeleinden) van de AI-verordening vragen.",
    },
  },
  "ai.model_card_incomplete": {
    severity: "low",
    legal: ["AIA 11", "AIA 13", "AIA 53"],
    title: { en: "Model card incomplete", nl: "Modelkaart onvolledig" },
    remediation: {
      en: "Add intended use, limits, a summary of the training data, metrics, bias, licence and contact.",
      nl: "Vul aan: beoogd gebruik, beperkingen, samenvatting van de trainingsdata, metingen, bias, licentie en contact.",
    },
  },
  "ai.training_summary_missing": {
    severity: "medium",
    legal: ["AIA 53"],
    title: {
      en: "Summary of training content missing (GPAI)",
      nl: "Samenvatting van de trainingsinhoud ontbreekt (GPAI)",
    },
    remediation: {
      en: "Publish the summary of article 53(1)(d) in the AI Office's template, if this is a general-purpose model that you provide.",
      nl: "Publiceer de samenvatting van artikel 53(1)(d) volgens het sjabloon van het AI-bureau, als u dit model voor algemene doeleinden aanbiedt.",
    },
  },
  "ai.bias_not_assessed": {
    severity: "medium",
    legal: ["AIA 10", "AIA 15", "GDPR 5(1)(a)"],
    title: { en: "No bias evaluation", nl: "Geen bias- of eerlijkheidsevaluatie" },
    remediation: {
      en: "Examine the data and the outcomes for bias (article 10(2)(f) and (g)) and write down how.",
      nl: "Onderzoek data en uitkomsten op bias (artikel 10(2)(f) en (g)) en leg vast hoe.",
    },
  },
  "ai.prohibited_practice_indicator": {
    severity: "critical",
    legal: ["AIA 5"],
    title: { en: "Indicator of prohibited practice", nl: "Indicatie van een verboden AI-praktijk" },
    remediation: {
      en: "Have a lawyer look at the purpose. Words in a description prove nothing by themselves.",
      nl: "Laat een jurist naar het doel kijken. Woorden in een beschrijving bewijzen op zichzelf niets.",
    },
  },
  "ai.high_risk_indicator": {
    severity: "high",
    legal: ["AIA 6", "AIA Annex III", "AIA 27", "GDPR 35"],
    title: { en: "Indicator of high-risk use", nl: "Indicatie van hoogrisico-AI (bijlage III)" },
    remediation: {
      en: "Classify the system. The duties apply from 2 December 2027 (Annex III) or 2 August 2028 (Annex I).",
      nl: "Classificeer het systeem. De verplichtingen gelden vanaf 2 december 2027 (bijlage III) of 2 augustus 2028 (bijlage I).",
    },
  },
  "ai.licence_missing": {
    severity: "low",
    legal: ["AIA 53"],
    title: { en: "Licence missing", nl: "Licentie ontbreekt" },
    remediation: {
      en: "State the licence, and the policy on copyright that article 53(1)(c) asks of a general-purpose model.",
      nl: "Vermeld de licentie, en het auteursrechtbeleid dat artikel 53(1)(c) van een model voor algemene doeleinden vraagt.",
    },
  },
  "ai.no_marking": {
    severity: "medium",
    legal: ["AIA 50"],
    title: {
      en: "Generative model without output marking",
      nl: "Generatief model zonder markering van output",
    },
    remediation: {
      en: "Mark output so that machines can recognise it (article 50(2)): from 2 August 2026, for systems already on the market from 2 December 2026.",
      nl: "Markeer output machineleesbaar (artikel 50(2)): vanaf 2 augustus 2026, voor systemen die al op de markt waren vanaf 2 december 2026.",
    },
  },
} as const satisfies Record<string, Rule>;
