/** Chat widgets, and whether the page says that a machine answers (art. 50(1) of Regulation (EU) 2024/1689). Pure. */
import type { ReadPage } from "./read-page.ts";

interface Chat {
  vendor: string;
  /** Of script addresses and of calls in scripts. */
  sign: RegExp;
  /** Answers by machine alone; the others have both people and machines behind them, which is not seen from outside. */
  isMachine: boolean;
}

const CHATS: readonly Chat[] = [
  {
    vendor: "Intercom",
    sign: /widget\.intercom\.io|js\.intercomcdn\.com|intercomSettings/i,
    isMachine: false,
  },
  { vendor: "Zendesk", sign: /static\.zdassets\.com|zopim\.com|zESettings/i, isMachine: false },
  { vendor: "Drift", sign: /js\.driftt\.com/i, isMachine: false },
  { vendor: "Tidio", sign: /code\.tidio\.co|tidioChatApi/i, isMachine: false },
  { vendor: "HubSpot chat", sign: /js\.usemessages\.com|HubSpotConversations/i, isMachine: false },
  { vendor: "Crisp", sign: /client\.crisp\.chat|CRISP_WEBSITE_ID/i, isMachine: false },
  { vendor: "Tawk.to", sign: /embed\.tawk\.to|Tawk_API/i, isMachine: false },
  { vendor: "LiveChat", sign: /cdn\.livechatinc\.com/i, isMachine: false },
  { vendor: "Freshchat", sign: /wchat\.freshchat\.com|fcWidget/i, isMachine: false },
  { vendor: "LivePerson", sign: /lptag\.liveperson\.net/i, isMachine: false },
  { vendor: "Trengo", sign: /static\.widget\.trengo\.eu/i, isMachine: false },
  { vendor: "Watermelon", sign: /widget\.watermelon\.co|chatwidget-prod\.web\.app/i, isMachine: true },
  {
    vendor: "Chatbase",
    sign: /chatbase\.co\/(?:embed|chatbot-iframe)|embeddedChatbotConfig/i,
    isMachine: true,
  },
  { vendor: "Botpress", sign: /cdn\.botpress\.cloud|botpressWebChat/i, isMachine: true },
  { vendor: "Voiceflow", sign: /cdn\.voiceflow\.com/i, isMachine: true },
  { vendor: "Dialogflow", sign: /dialogflow-console\/fast\/(?:df-)?messenger/i, isMachine: true },
  {
    vendor: "Copilot Studio",
    sign: /powerva\.microsoft\.com|copilotstudio\.microsoft\.com/i,
    isMachine: true,
  },
  {
    vendor: "watsonx Assistant",
    sign: /web-chat\.global\.assistant\.watson|watsonAssistantChatOptions/i,
    isMachine: true,
  },
  { vendor: "Landbot", sign: /(?:static|cdn)\.landbot\.io/i, isMachine: true },
  { vendor: "Ada", sign: /static\.ada\.support/i, isMachine: true },
  { vendor: "Kore.ai", sign: /kore\.ai\/web-kore-sdk/i, isMachine: true },
  { vendor: "Typebot", sign: /@typebot\.io\/js/i, isMachine: true },
  { vendor: "CM.com chat", sign: /(?:webchat|conversational-ai)[\w.-]{0,40}\.cm\.com/i, isMachine: false },
  { vendor: "boost.ai", sign: /\.boost\.ai\/chatPanel/i, isMachine: true },
  { vendor: "Cognigy", sign: /endpoint-[\w-]{1,60}\.cognigy\.ai|initWebchat\s*\(/i, isMachine: true },
  { vendor: "ChatKit of OpenAI", sign: /cdn\.platform\.openai\.com\/deployments\/chatkit/i, isMachine: true },
  {
    vendor: "ElevenLabs",
    sign: /@elevenlabs\/convai-widget|elevenlabs\.io\/convai-widget/i,
    isMachine: true,
  },
  { vendor: "Bot Framework", sign: /cdn\.botframework\.com\/botframework-webchat/i, isMachine: true },
  { vendor: "Gorgias", sign: /config\.gorgias\.chat/i, isMachine: false },
  { vendor: "Genesys", sign: /\/genesys-bootstrap\/genesys(?:\.min)?\.js/i, isMachine: false },
  { vendor: "Salesforce", sign: /\.my\.site\.com\/ESW[\w/.-]{1,200}bootstrap/i, isMachine: false },
  { vendor: "Userlike", sign: /userlike-cdn-widgets|userlike\.com/i, isMachine: false },
];

/** A machine calls itself so, or is called so. */
const MACHINE =
  /\b(?:chat-?bots?|virtuele? (?:assistent|medewerker)|digitale? (?:assistent|medewerker)|virtual (?:assistant|agent)|virtueller? assistent|assistante? virtuelle?|AI[ -]?(?:assistent|assistant|agent|chat|bot))\b/i;
const SAYS_SO =
  /(?:\b(?:AI|A\.I\.|KI|IA)\b|kunstmatige intelligentie|artificial intelligence|künstliche intelligenz|intelligence artificielle|geautomatiseerd|automatisch|automated|automatisiert|automatisé|chat-?bot|virtue[el]+e? (?:assistent|medewerker|assistant)|virtual (?:assistant|agent)|virtuelle? assist|digitale? (?:assistent|medewerker)|robot)/i;
/** Where a widget opens: its button, its frame, its title. */
const WIDGET = /(?:chat|bot|assist)/i;

/** What a browser reads in a frame or a shadow root; `name`: what these are called, and the frame's address. */
export interface WidgetText {
  name: string;
  text: string;
}

/** Whether there is a chat among what a browser saw asked for. */
export const hasChat = (requests: readonly string[]) => {
  const loaded = requests.join("\n");
  return CHATS.some(({ sign }) => sign.test(loaded));
};

export interface ChatSeen {
  vendor: string;
  isMachine: boolean;
  isDisclosed: boolean;
}

/** The chats of a page. `requests`: addresses that a browser saw asked for; a page's own markup is looked at in any case. */
export function chatsOn(
  page: ReadPage,
  requests: readonly string[] = [],
  widgets: readonly WidgetText[] = [],
): ChatSeen[] {
  const loaded = [...page.loads.map(({ href }) => href), ...requests].join("\n");
  const source = `${loaded}\n${page.scripts}`;
  const inPage = page.text
    .split("\n")
    .some((line) => (WIDGET.test(line) || MACHINE.test(line)) && SAYS_SO.test(line));
  return CHATS.filter(({ sign }) => sign.test(source)).map(({ vendor, isMachine, sign }) => ({
    vendor,
    isMachine,
    // Within the widget every word is of the chat.
    isDisclosed:
      inPage ||
      widgets.some(
        ({ name, text }) =>
          (sign.test(name) || WIDGET.test(name) || /messenger/i.test(name)) && SAYS_SO.test(text),
      ),
  }));
}
