/**
 * Style sheet of the printed report. All text has a contrast of at least 4.5:1; a verdict never depends on colour
 * alone. Letters are as high as those of Segoe UI in each font, so that a wide font needs no third page.
 */
export const style = `
@page { size: A4; margin: 11mm 13mm 13mm; @bottom-left { content: string(about); font: 8pt "Segoe UI", Arial, sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Segoe UI", Arial, sans-serif; } }
:root { --ink: #1b1f24; --soft: #4d565f; --line: #c4ccd4; --blue: #154273; }
* { box-sizing: border-box; }
body { font: 9.2pt/1.28 "Fira Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif; font-size-adjust: 0.5; color: var(--ink); background: #fff; margin: 0 auto; max-width: 190mm; padding: 6mm 4mm; }
header { border-bottom: 3px solid var(--blue); padding-bottom: 6px; display: flex; justify-content: space-between; align-items: end; gap: 12px; }
h1 { font-size: 15pt; line-height: 1.15; margin: 0; color: var(--blue); }
header p { margin: 3px 0 0; color: var(--soft); }
.stamp { border: 1.5px solid #a4161a; color: #a4161a; padding: 2px 8px; font-weight: 600; white-space: nowrap; }
h2 { font-size: 11.5pt; margin: 6px 0 3px; color: var(--blue); break-after: avoid; }
.lead { margin: 6px 0 0; } .lead p { margin: 0 0 3px; }
.waiting { border: 1.5px solid #8a4b00; background: #fff3e0; padding: 3px 10px; margin: 8px 0 0; } .waiting p { margin: 2px 0; }
.tiles { display: grid; grid-template-columns: 1fr 1fr; gap: 5px; }
.tile { --c: #4d565f; --b: #f1f3f5; border: 1px solid var(--line); border-left: 5px solid var(--c); padding: 4px 8px; break-inside: avoid; display: grid; grid-template-columns: 1fr auto; column-gap: 10px; align-content: start; }
.tile h3 { font-size: 9.5pt; line-height: 1.2; margin: 0; grid-column: 1 / 3; display: flex; justify-content: space-between; align-items: start; gap: 8px; }
.tile p { margin: 0; } .tile svg { align-self: end; }
.verdict { white-space: nowrap; font-weight: 600; } .tile .verdict { color: var(--c); background: var(--b); font-size: 8.5pt; padding: 0 6px; border-radius: 3px; }
.value { font-size: 15pt; line-height: 1.1; font-weight: 650; } .small { font-size: 8pt; color: var(--soft); display: block; } .soft { font-size: 8pt; color: var(--soft); }
.sum { grid-column: 1 / 3; font-size: 7.5pt; line-height: 1.25; color: var(--soft); border-top: 1px dotted var(--line); margin-top: 4px; padding-top: 3px; }
.met { --c: #1a6b2d; --b: #e9f5ec; } .on-track { --c: #154273; --b: #e8f0f8; } .attention { --c: #8a4b00; --b: #fff3e0; } .missed { --c: #a4161a; --b: #fdecec; }
td.attention, td.missed { color: var(--c); font-weight: 600; }
ul { margin: 4px 0; padding-left: 18px; } li { margin: 1px 0; break-inside: avoid; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; } .two p { margin: 4px 0; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; margin: 3px 0 6px; } caption { text-align: left; font-weight: 600; padding: 4px 0; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th { text-align: left; font-weight: 600; padding: 1px 6px; vertical-align: top; } thead th { border-bottom: 2px solid var(--blue); } td { padding: 1px 6px; vertical-align: top; } tbody th, tbody td { border-bottom: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; } .page { break-before: page; }
figure { margin: 0; break-inside: avoid; } .charts { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; } figcaption { font-weight: 600; }
footer { border-top: 1px solid var(--line); margin-top: 8px; padding-top: 4px; font-size: 8.5pt; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 640px) { .tiles, .two, .charts { grid-template-columns: 1fr; } header { flex-direction: column; align-items: start; } .wide { overflow-x: auto; } }
@media print { body { padding: 0; max-width: none; } }
`;
