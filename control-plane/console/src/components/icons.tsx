import type { ReactNode } from "react";

function icon(paths: ReactNode) {
  return function Icon({ size = 18 }: { size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        style={{ flex: "none" }}
      >
        {paths}
      </svg>
    );
  };
}

export const ShieldIcon = icon(
  <>
    <path d="M12 2.5 4.5 5.500v5.700c0 4.7 3.2 8.5 7.5 10.3 4.3-1.8 7.5-5.6 7.5-10.300V5.500z" />
    <path d="m8.8 11.9 2.3 2.3 4.3-4.5" />
  </>,
);
export const ScansIcon = icon(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m20 20-4.3-4.3" />
  </>,
);
export const QueueIcon = icon(<path d="M4 6h16M4 12h16M4 18h10" />);
export const RulesIcon = icon(
  <>
    <path d="M9 4H7.500a2 2 0 0 0-2 2v3.500L4 12l1.500 2.500V18a2 2 0 0 0 2 2H9M15 4h1.500a2 2 0 0 1 2 2v3.500L20 12l-1.500 2.500V18a2 2 0 0 1-2 2H15" />
  </>,
);
export const AgentsIcon = icon(
  <>
    <rect x="3.5" y="4" width="17" height="6.5" rx="1.5" />
    <rect x="3.5" y="13.5" width="17" height="6.5" rx="1.5" />
    <path d="M7.5 7.250h.01M7.5 16.750h.01" />
  </>,
);
export const CapacityIcon = icon(<path d="M4 19.5V4.500M4 19.500h16M8 15.500l4-5 3 2.500 4.500-6.500" />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const BackIcon = icon(<path d="m14.5 6-6 6 6 6" />);
export const ChevronIcon = icon(<path d="m9.5 6 6 6-6 6" />);
export const DotsIcon = icon(<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="2.6" />);
export const CopyIcon = icon(
  <>
    <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
    <path d="M15.5 8.500v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2" />
  </>,
);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.500L19 7.5" />);
export const WarningIcon = icon(
  <>
    <path d="M12 4 2.8 19.500h18.400z" />
    <path d="M12 10.500v4M12 17h.01" />
  </>,
);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5M12 8h.01" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.500V12l3 2" />
  </>,
);
