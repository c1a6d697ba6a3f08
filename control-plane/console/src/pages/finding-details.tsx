import { INSTRUMENTS, PROVISIONS, ruleById } from "@dataguardian/shared/catalog";
import type { Finding, SeverityFactors } from "@dataguardian/shared/domain";
import type { Language } from "../i18n/language.ts";
import { type Text, useText } from "../i18n/text.tsx";
import styles from "./finding-details.module.css";

export function FindingDetails({ finding, id }: { finding: Finding; id: string }) {
  const { t, language, reason: said } = useText();
  const rule = ruleById(finding.rule);
  return (
    <div className={styles["details"]} id={id}>
      <div>
        <h3>{t.findings.reasons}</h3>
        <ul>
          {finding.reasons.map((reason) => (
            <li key={reason}>{said(reason)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t.findings.legal}</h3>
        <ul>
          {finding.legal.map((ref) => (
            <li key={ref}>{provisionName(language, ref)}</li>
          ))}
        </ul>
      </div>
      <div>
        {rule !== undefined && (
          <>
            <h3>{t.findings.todo}</h3>
            <p>{rule.remediation[language]}</p>
          </>
        )}
        {finding.factors !== undefined && <p className="quiet">{factorsSentence(t, finding.factors)}</p>}
        <p className="quiet">
          {t.findings.rule} <span className="code-text">{finding.rule}</span>
          {finding.location.commit !== undefined && (
            <>
              {" · "}
              {t.findings.commit} <span className="code-text">{finding.location.commit.slice(0, 10)}</span>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

/** "GDPR 32: Security of processing", with the law named as readers of the language do. */
function provisionName(language: Language, ref: string): string {
  if (!Object.hasOwn(PROVISIONS, ref)) return ref;
  const provision = PROVISIONS[ref as keyof typeof PROVISIONS];
  return `${INSTRUMENTS[provision.instrument].short[language]} ${provision.article}: ${provision.title[language]}`;
}

/** From here on the scanner stops counting. */
const MANY = 100;

function factorsSentence(
  t: Text["t"],
  { class: weight, confidence, volume, exposure, protection }: SeverityFactors,
): string {
  return t.findings.factors(
    t.severity[weight].toLowerCase(),
    Math.round(confidence * 100),
    volume >= MANY ? `${MANY}+` : String(volume),
    t.findings.exposure[exposure],
    t.findings.protection[protection],
  );
}
