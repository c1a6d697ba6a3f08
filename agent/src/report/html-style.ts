/** The report's whole style. Its hash stands in the content security policy, so nothing else can style the page. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2430; --soft: #5b6675; --line: #dde2e8; --panel: #f5f7f9;
  --critical: #a4133c; --high: #c8501e; --medium: #a06a00; --low: #2f6690; --info: #6b7684; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181d; --ink: #e6eaef; --soft: #9aa5b1; --line: #2d353f;
  --panel: #1c222a; --critical: #ff7090; --high: #ff9a66; --medium: #e5b454; --low: #7fb8e0; --info: #9aa5b1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-bottom: .35rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 0; }
h4 { font-size: .8rem; margin: 0 0 .2rem; color: var(--soft); font-weight: 600; }
.lead { color: var(--soft); font-size: 1.05rem; margin: 0 0 1.5rem; overflow-wrap: anywhere; }
dl.meta { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, auto)); gap: .75rem 1.5rem; margin: 0;
  padding: 1rem 1.25rem; background: var(--panel); border-radius: 8px; }
dt { color: var(--soft); font-size: .8rem; } dd { margin: 0; overflow-wrap: anywhere; }
.note { border-left: 4px solid var(--low); background: var(--panel); padding: .75rem 1rem; margin: 1.25rem 0; }
.warn { border-color: var(--critical); font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: .75rem; padding: 0; margin: 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-top: 4px solid; border-radius: 6px; padding: .6rem .9rem; }
.tiles b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles .none { border-color: var(--line); } .tiles .none, .tiles .none b { color: var(--soft); }
.critical { color: var(--critical); } .high { color: var(--high); } .medium { color: var(--medium); }
.low { color: var(--low); } .info { color: var(--info); }
.tiles span { color: var(--ink); }
.badge { border: 1px solid; border-radius: 999px; padding: 0 .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { text-align: start; color: var(--soft); font-weight: 600; font-size: .8rem; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; padding-inline-end: 1.5rem; }
.whole { white-space: nowrap; } td.mono.whole { font-size: .8em; line-height: 1.9; } th.number { width: 1%; }
td.place { overflow-wrap: anywhere; min-width: 12rem; } td.type { min-width: 8rem; }
td.why { color: var(--soft); min-width: 14rem; }
code, .mono { font: .92em/1.5 ui-monospace, SFMono-Regular, Consolas, monospace; overflow-wrap: anywhere; }
.id { color: var(--soft); font-size: .8rem; }
.rule { border: 1px solid var(--line); border-radius: 8px; padding: 1.1rem 1.25rem; margin: 1rem 0; }
.rule header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin-bottom: .75rem; }
.rule header .id { margin-inline-start: auto; }
.meaning { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2rem; margin-bottom: .9rem; }
.meaning p, .meaning ul { margin: 0; } .meaning ul { padding-inline-start: 1.1rem; }
details { margin-top: .6rem; } summary { cursor: pointer; color: var(--low); font-weight: 600; }
a { color: var(--low); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media (max-width: 44rem) { .tiles { grid-template-columns: repeat(2, 1fr); } .meaning { grid-template-columns: 1fr; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --panel: #fff;
    --critical: #a4133c; --high: #b0420f; --medium: #805400; --low: #24557a; --info: #555; }
  @page { margin: 16mm 14mm; }
  body { font-size: 10pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; }
  dl.meta { border: 1px solid var(--line); }
  h2, h3, .rule header, .meaning { break-after: avoid; } tr, .tiles li, .note { break-inside: avoid; }
  thead { display: table-header-group; } summary { color: inherit; }
  /* On paper nothing can be opened. */
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
