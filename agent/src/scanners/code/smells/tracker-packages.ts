/**
 * Software kits that follow people, by the name under which a manifest asks for them: analytics, advertising, session
 * replay, attribution. From the vendors' own installation pages.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "Google Analytics / Firebase": [
    ...["react-ga", "react-ga4", "ga-4-react", "vue-gtag", "ngx-google-analytics", "@next/third-parties"],
    ...[
      "universal-analytics",
      "firebase/analytics",
      "@react-native-firebase/analytics",
      "firebase_analytics",
    ],
    ...[
      "com.google.firebase:firebase-analytics",
      "Firebase/Analytics",
      "FirebaseAnalytics",
      "GoogleAnalytics",
    ],
    ...["com.google.android.gms:play-services-analytics", "com.google.android.gms:play-services-ads"],
    ...["Google-Mobile-Ads-SDK", "google_mobile_ads", "react-native-google-mobile-ads"],
  ],
  "Google Tag Manager": ["react-gtm-module", "@gtm-support/vue-gtm", "angular-google-tag-manager"],
  "Meta (Facebook)": [
    ...[
      "react-facebook-pixel",
      "facebook-nodejs-business-sdk",
      "react-native-fbsdk-next",
      "facebook_app_events",
    ],
    ...["com.facebook.android:facebook-android-sdk", "FBSDKCoreKit", "facebook/php-business-sdk"],
  ],
  Mixpanel: [
    "mixpanel",
    "mixpanel-browser",
    "mixpanel-react-native",
    "com.mixpanel.android:mixpanel-android",
    "mixpanel_flutter",
  ],
  Amplitude: [
    "@amplitude/analytics-browser",
    "@amplitude/analytics-node",
    "@amplitude/analytics-react-native",
    "amplitude-js",
    "com.amplitude:analytics-android",
    "amplitude-analytics",
  ],
  Segment: [
    "@segment/analytics-next",
    "@segment/analytics-node",
    "analytics-node",
    "@segment/analytics-react-native",
    "segment-analytics-python",
    "com.segment.analytics.android:analytics",
  ],
  Hotjar: ["@hotjar/browser", "react-hotjar", "ngx-hotjar"],
  FullStory: ["@fullstory/browser", "@fullstory/react-native"],
  "Microsoft Clarity": ["@microsoft/clarity", "react-native-clarity", "com.microsoft.clarity:clarity"],
  LogRocket: ["logrocket", "logrocket-react", "@logrocket/react-native"],
  PostHog: ["posthog-js", "posthog-node", "posthog-react-native", "com.posthog:posthog-android"],
  Heap: ["@heap/react-native-heap", "heap-api"],
  Smartlook: ["smartlook-client", "react-native-smartlook-analytics"],
  Mouseflow: ["react-mouseflow"],
  Adjust: ["react-native-adjust", "com.adjust.sdk:adjust-android", "adjust_sdk"],
  AppsFlyer: [
    "react-native-appsflyer",
    "com.appsflyer:af-android-sdk",
    "appsflyer_sdk",
    "AppsFlyerFramework",
  ],
  Branch: ["react-native-branch", "io.branch.sdk.android:library"],
  Braze: ["@braze/web-sdk", "@braze/react-native-sdk", "com.braze:android-sdk-ui"],
  "TikTok pixel": ["tiktok-pixel", "com.github.tiktok:tiktok-business-android-sdk"],
  "LinkedIn Insight": ["react-linkedin-insight", "nextjs-linkedin-insight-tag"],
  "Adobe Analytics": ["@adobe/alloy", "com.adobe.marketing.mobile:analytics"],
};

export const TRACKERS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([vendor, names]) => names.map((name) => [name, vendor] as const)),
);

/** Scripts that a page takes from a tracker's own server. */
export const TRACKER_SCRIPTS: readonly (readonly [pattern: RegExp, vendor: string])[] = [
  [/\bgoogletagmanager\.com\/gt(?:ag\/js|m\.js)/g, "Google Tag Manager"],
  [/\bgoogle-analytics\.com\/(?:analytics|ga)\.js/g, "Google Analytics"],
  [/\bconnect\.facebook\.net\/[a-z]{2}_[A-Z]{2}\/fbevents\.js/g, "Meta (Facebook)"],
  [/\bstatic\.hotjar\.com\/c\/hotjar-/g, "Hotjar"],
  [/\bclarity\.ms\/tag\//g, "Microsoft Clarity"],
  [/\bsnap\.licdn\.com\/li\.lms-analytics/g, "LinkedIn Insight"],
  [/\banalytics\.tiktok\.com\/i18n\/pixel/g, "TikTok pixel"],
  [/\bcdn\.segment\.com\/analytics\.js/g, "Segment"],
  [/\bcdn\.mxpnl\.com\/libs\/mixpanel/g, "Mixpanel"],
  [/\bcdn\.amplitude\.com\/(?:libs|script)\//g, "Amplitude"],
];
