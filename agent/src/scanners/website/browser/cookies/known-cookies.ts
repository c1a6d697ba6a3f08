/** Cookies and storage entries that people know by name, after what their makers say of them. Pure. */

type Purpose = "necessary" | "own-analytics" | "analytics" | "advertising" | "session-replay";

interface KnownEntry {
  vendor: string;
  purpose: Purpose;
}

/**
 * `own-analytics` is analytics that the site does for itself, which says little about anyone (Tw 11.7a(3)).
 * Google Analytics is not among it: whether it is set up that mildly cannot be seen from outside.
 */
const KNOWN: readonly (readonly [RegExp, string, Purpose])[] = [
  [/^_ga(?:_[A-Z0-9]+)?$|^_gid$|^_gat(?:_.+)?$|^_dc_gtm_/, "Google Analytics", "analytics"],
  [/^__utm[abctvz]$/, "Google Analytics", "analytics"],
  [/^_gcl_(?:au|aw|dc|gb|gs|ls)$|^_gac_/, "Google Ads", "advertising"],
  [/^(?:IDE|DSID|test_cookie|__gads|__gpi|__eoi|FPGCLAW|FPGCLDC)$/, "Google Ads", "advertising"],
  [/^(?:NID|ANID|AID|1P_JAR)$/, "Google", "advertising"],
  [/^(?:VISITOR_INFO1_LIVE|VISITOR_PRIVACY_METADATA|YSC)$/, "YouTube", "advertising"],
  [/^_fb[pc]$|^fr$/, "Meta", "advertising"],
  [/^_tt_enable_cookie$|^_ttp$/, "TikTok", "advertising"],
  [/^_pin_unauth$|^_pinterest_(?:ct|sess)|^_derived_epik$/, "Pinterest", "advertising"],
  [/^(?:li_fat_id|bcookie|lidc|UserMatchHistory|AnalyticsSyncHistory|li_sugr)$/, "LinkedIn", "advertising"],
  [/^(?:MUID|_uetsid|_uetvid|_uetmsclkid|ANONCHK)$/, "Microsoft Advertising", "advertising"],
  [/^_cl(?:ck|sk)$|^CLID$/, "Microsoft Clarity", "session-replay"],
  [/^_scid(?:_r)?$|^_sctr$|^sc_at$/, "Snap", "advertising"],
  [/^(?:personalization_id|guest_id(?:_ads|_marketing)?|muc_ads)$/, "X", "advertising"],
  [/^_rdt_uuid$/, "Reddit", "advertising"],
  [/^_hj(?:Session|SessionUser|id|Incl|First|AbsoluteSession|TLD)/, "Hotjar", "session-replay"],
  [/^fs_(?:uid|lua)$/, "FullStory", "session-replay"],
  [/^_lr_(?:uf_|tabs_|hb_)/, "LogRocket", "session-replay"],
  [/^mf_(?:user|[0-9a-f-]{36})$/, "Mouseflow", "session-replay"],
  [/^_vwo_|^_vis_opt_/, "VWO", "analytics"],
  [/^_smartlook|^SL_[CL]_/, "Smartlook", "session-replay"],
  [/^_cs_(?:id|s|c|mk)$/, "Contentsquare", "session-replay"],
  [/^mp_.+_mixpanel$/, "Mixpanel", "analytics"],
  [/^AMP_|^amplitude_id/, "Amplitude", "analytics"],
  [/^ph_.+_posthog$/, "PostHog", "analytics"],
  [/^ajs_(?:anonymous|user|group)_id$/, "Segment", "analytics"],
  [/^(?:__hstc|__hssc|__hssrc|hubspotutk)$/, "HubSpot", "advertising"],
  [/^_mkto_trk$/, "Marketo", "advertising"],
  [/^(?:visitor_id\d+|pardot)/, "Salesforce Pardot", "advertising"],
  [/^(?:s_vi|s_fid|AMCV_.+|AMCVS_.+|demdex|kndctr_.+)$/, "Adobe", "analytics"],
  [/^optimizelyEndUserId$/, "Optimizely", "analytics"],
  [/^cto_(?:bundle|bidid|tld_test)|^uid$/, "Criteo", "advertising"],
  [/^t_gid$|^trc_cookie_storage$/, "Taboola", "advertising"],
  [/^(?:obuid|outbrain_cid_fetch)$/, "Outbrain", "advertising"],
  [/^(?:uuid2|anj)$/, "Xandr", "advertising"],
  [/^_kla_id$/, "Klaviyo", "advertising"],
  [/^_ym_(?:uid|d|isad)$/, "Yandex Metrica", "analytics"],
  [/^(?:_pk|mtm)_(?:id|ses|ref|cvar|hsr|testcookie|consent)/, "Matomo", "own-analytics"],
  [/^pa_(?:user|privacy)$|^_pcid$/, "Piano Analytics", "analytics"],
  [/^(?:stg_|_pp_)/, "Piwik PRO", "own-analytics"],
  [
    /^(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|laravel_session|_session_id)$/i,
    "the site",
    "necessary",
  ],
  [/csrf|xsrf|^__RequestVerificationToken/i, "the site", "necessary"],
  [
    /^(?:woocommerce_|wp_woocommerce_|wordpress_|wp-settings-|cart$|_shopify_essential)/,
    "the site",
    "necessary",
  ],
  [/^(?:__cf_bm|cf_clearance|__cflb|_cfuvid)$/, "Cloudflare", "necessary"],
  [/^(?:AWSALB|AWSALBCORS|AWSALBTG|ARRAffinity|ARRAffinitySameSite|SERVERID)$/, "the site", "necessary"],
  [
    /^(?:CookieConsent|CookieControl|OptanonConsent|OptanonAlertBoxClosed|cookieyes-consent|didomi_token|euconsent-v2)$/,
    "the banner",
    "necessary",
  ],
  [
    /^(?:cmplz_|cookielawinfo-|viewed_cookie_policy|klaro$|uc_|usprivacy$|tarteaucitron$|borlabs-cookie$|cc_cookie$)/,
    "the banner",
    "necessary",
  ],
  [/^(?:cookie[-_]?(?:consent|notice|choice|banner)|consent)/i, "the banner", "necessary"],
  [/^(?:lang|language|locale|i18n|theme|pll_language|currency)$/i, "the site", "necessary"],
  [/^__stripe_(?:mid|sid)$/, "Stripe", "necessary"],
  [/^(?:rc::[abcf]|_GRECAPTCHA)$/, "Google reCAPTCHA", "analytics"],
];

/** By its name; null where nobody knows it. */
export function knownEntry(name: string): KnownEntry | null {
  const entry = KNOWN.find(([pattern]) => pattern.test(name));
  return entry === undefined ? null : { vendor: entry[1], purpose: entry[2] };
}

/** So short a name says whose a cookie is on its maker's own domain only: anyone may call one `uid`. */
export function isAmbiguous(name: string): boolean {
  return /^[A-Za-z]{2,4}$/.test(name);
}

/** What needs consent: neither strictly necessary nor the site's own mild analytics. */
export function needsConsent({ purpose }: KnownEntry): boolean {
  return purpose !== "necessary" && purpose !== "own-analytics";
}

/** A visit's own cookie, which says who is logged in: it must be kept from scripts and other sites. */
export function isSessionCookie(name: string): boolean {
  return /^(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|laravel_session|_session_id|sid|session|sessionid)$/i.test(
    name,
  );
}
