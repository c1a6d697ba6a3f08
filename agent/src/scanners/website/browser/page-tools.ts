/** What the scripts share that look at a page from within: its elements, also in open shadow roots, their words and colours. */

/** Words of buttons and links, in Dutch, English, German and French. */
export const CHOICE_WORDS = `
  const ABOUT = /cookie|consent|toestemming|einwilligung|consentement|traceur/i;
  const REJECT = /(?:do not|don.t) (?:accept|allow|agree)|without agreeing|^no,? thanks|opt.?out|nicht (?:akzeptieren|zustimmen)|^nein\\b|ne pas accepter|^non,? merci|weiger|afwijz|(?:alleen|enkel) (?:noodzakelijk|functione|essenti)|niet (?:akkoord|accepteren|toestaan)|zonder (?:te )?accepteren|^nee\\b|reject|refuse|decline|deny|disagree|only (?:necessary|essential|required)|(?:necessary|essential) only|without accepting|ablehnen|verweigern|nur (?:notwendige|erforderliche|essenzielle|technisch)|refuser|rejeter|sans accepter/i;
  const ACCEPT = /accept|akkoord|toestaan|agree|allow|^(?:ok|oké|okay|ja|yes)\\b|got it|begrepen|akzeptieren|zustimmen|einverstanden|verstanden|accepter|autoriser/i;
  const SETTINGS = /setting|preference|manage|customi[sz]e|options|more choices|configure|instelling|voorkeur|beheer|aanpassen|wijzig|zelf (?:instellen|kiezen)|meer keuzes|einstellung|anpassen|verwalten|auswahl treffen|paramètre|paramétrer|préférence|personnaliser|gérer/i;
  const SAVE = /save|confirm|submit (?:my )?choice|opslaan|bewaren|bevestig|keuze toestaan|(?:mijn|deze) keuze|selectie toestaan|speichern|bestätigen|auswahl (?:erlauben|übernehmen)|enregistrer|confirmer|valider/i;
  const CLOSE = /^(?:[x×✕✖]|close|sluit(?:en)?|schließen|fermer|dismiss)$/i;
  const PAY = /subscri|abonn|abo\\b|betaal|pay\\b|premium|without (?:ads|tracking)|zonder (?:advertenties|tracking)|werbefrei|sans publicité/i;
  const NAMED = /cookie-?(?:banner|consent|notice|bar|popup|law|wall|modal)|consent-?(?:banner|manager|popup|modal)|onetrust|CybotCookiebotDialog|didomi|cmplz|usercentrics|qc-cmp|truste|cookieyes|cky-|klaro|tarteaucitron|borlabs|sp_message|fc-consent|cc-window/i;
  const NEEDED = /necess|noodzakelijk|function|essen[tz]i|notwendig|erforderlich|nécess|required|strict|always|altijd|immer|toujours/i;
  const LEGITIMATE = /legitimate.interest|gerechtvaardigde? belang|berechtigte[sn]? interesse|intérêts? légitime|legint/i;
`;

export const PAGE_TOOLS = `
  const all = [];
  const walk = (root) => { for (const element of root.querySelectorAll("*")) {
    if (all.length >= 20000) return;
    all.push(element); if (element.shadowRoot) walk(element.shadowRoot); } };
  walk(document);
  const parentOf = (element) => element.parentElement || (element.getRootNode().host ?? null);
  const within = (element, box) => { for (let at = element; at; at = parentOf(at)) if (at === box) return true; return false; };
  const visible = (element) => { const { width, height } = element.getBoundingClientRect(); const style = getComputedStyle(element);
    return width > 0 && height > 0 && style.visibility !== "hidden" && Number(style.opacity) > 0.05; };
  const words = (element) => (element.innerText || element.value || element.getAttribute("aria-label") || element.title || "").trim().replace(/\\s+/g, " ");
  const PRESSABLE = "button, a, [role=button], input[type=button], input[type=submit]";
  const pressables = () => all.filter((element) => element.matches(PRESSABLE) && visible(element));
  const lies = (element) => { const { position } = getComputedStyle(element);
    return position === "fixed" || position === "sticky" || element.matches("dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]")
      || NAMED.test(element.id + " " + (element.getAttribute("class") || "")); };
  const textOf = (box) => [box, ...all.filter((one) => one.shadowRoot && within(one, box)).flatMap((one) => [...one.shadowRoot.children])]
    .map((one) => one.innerText || "").join(" ");
  const labelOf = (element) => [...(element.labels || [])].map((label) => label.innerText).join(" ") + " " + (element.getAttribute("aria-label") || "") + " "
    + (element.name || "") + " " + (element.id || "") + " " + ((element.closest("label, li, tr, p, [class*=toggle], [class*=purpose], [class*=categor]") || element).innerText || "").slice(0, 200);
  const toggles = (box) => all.filter((element) => within(element, box) && element.matches("input[type=checkbox], [role=switch], [role=checkbox]"));
  const isOn = (element) => element.checked === true || element.getAttribute("aria-checked") === "true";
  const isFixed = (element) => element.disabled === true || element.getAttribute("aria-disabled") === "true";
  const isShown = (element) => visible(element) || (parentOf(element) !== null && parentOf(element).getClientRects().length > 0)
    || [...(element.labels || [])].some(visible);
  const mark = (element, name) => { for (const old of all) if (old.getAttribute("data-scan-choice") === name) old.removeAttribute("data-scan-choice");
    if (element) element.setAttribute("data-scan-choice", name); };
`;

/**
 * Colours as the browser itself makes numbers of them, whatever way they are written. Null for what has no one colour: a picture,
 * a gradient, a filter, or something that lies over the page and lets it through.
 */
export const COLOURS = `
  const painter = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const paint = (colour, on) => { painter.clearRect(0, 0, 1, 1); painter.fillStyle = on; painter.fillStyle = colour;
    const taken = painter.fillStyle; painter.fillRect(0, 0, 1, 1); return { taken, seen: [...painter.getImageData(0, 0, 1, 1).data] }; };
  const rgba = (colour) => { if (!painter) return null;
    const one = paint(colour, "#000000"); const other = paint(colour, "#ffffff");
    // What the canvas does not take leaves what was there before.
    if (one.taken !== other.taken) return null;
    const [red, green, blue, alpha] = one.seen; return { rgb: [red, green, blue], alpha: alpha / 255 }; };
  const over = (top, alpha, under) => top.map((channel, i) => channel * alpha + under[i] * (1 - alpha));
  const isPlainStyle = (style) => style.backgroundImage === "none" && style.filter === "none" && style.mixBlendMode === "normal"
    && (style.backdropFilter || "none") === "none";
  const paintedBefore = (element) => ["::before", "::after"].some((part) => { const style = getComputedStyle(element, part);
    return style.content !== "none" && style.content !== "normal" && style.position === "absolute"
      && (style.backgroundImage !== "none" || (rgba(style.backgroundColor) || { alpha: 1 }).alpha > 0); });
  const chainOf = (element) => { const chain = []; for (let at = element; at; at = parentOf(at)) chain.push(at); return chain; };
  const behind = (element) => { const chain = chainOf(element); const layers = []; let isClosed = false;
    for (let i = 0; i < chain.length && !isClosed; i++) { const style = getComputedStyle(chain[i]);
      const seen = rgba(style.backgroundColor);
      if (seen === null || !isPlainStyle(style) || paintedBefore(chain[i])) return null;
      const alpha = seen.alpha * opacityOf(chain.slice(i));
      layers.push({ rgb: seen.rgb, alpha }); isClosed = alpha > 0.99;
      if (!isClosed && ["fixed", "sticky"].includes(style.position)) return null; }
    if (!isClosed && /dark/.test(getComputedStyle(document.documentElement).colorScheme)) return null;
    return layers.toReversed().reduce((under, { rgb, alpha }) => over(rgb, alpha, under), [255, 255, 255]); };
  const opacityOf = (chain) => chain.reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
  // The element that the letters stand in, whose colour may differ from the button's.
  const letters = (element) => { const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) if (node.data.trim() && visible(node.parentElement)) return node.parentElement;
    return element; };
  const coloursOf = (element) => { const at = letters(element); const style = getComputedStyle(at); const background = behind(at);
    if (background === null || style.textShadow !== "none" || /text/.test(style.backgroundClip)) return null;
    const ink = rgba(style.webkitTextFillColor || style.color); if (ink === null) return null;
    return { colour: over(ink.rgb, ink.alpha * opacityOf(chainOf(at)), background), background }; };
  // Nothing around it that makes a button of it.
  const isBare = (element) => { const style = getComputedStyle(element); const background = rgba(style.backgroundColor);
    const edges = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style["border" + side + "Width"]) > 0 && style["border" + side + "Style"] !== "none"
      && (rgba(style["border" + side + "Color"]) || { alpha: 1 }).alpha > 0.05);
    return style.backgroundImage === "none" && background !== null && background.alpha < 0.05 && !edges && style.boxShadow === "none"
      && element.children.length < 2 && [...element.children].every((child) => isBareChild(child)); };
  const isBareChild = (child) => { const style = getComputedStyle(child); const background = rgba(style.backgroundColor);
    return style.backgroundImage === "none" && background !== null && background.alpha < 0.05 && style.borderTopStyle === "none"; };
`;
