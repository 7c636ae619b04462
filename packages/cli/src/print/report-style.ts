/** Style sheet of the HTML report: screen and paper. Colours keep 4.5:1 contrast and never carry meaning alone. */
export const style = `
:root { font: 16px/1.45 system-ui, "Segoe UI", sans-serif; color: #1b1b1b; background: #fff; }
body { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; color: #154273; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; color: #154273; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.25rem; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ccc; }
thead th { border-bottom: 2px solid #154273; }
tbody th { font-weight: 600; }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.about, .note, .source { display: block; font-weight: 400; font-size: .85em; color: #4a4a4a; }
.verdict { white-space: nowrap; font-weight: 600; padding: .1rem .45rem; border: 1px solid currentColor; border-radius: .2rem; }
.met { color: #1d5e20; } .on-track { color: #154273; } .attention { color: #8a4b00; } .missed { color: #a3001b; } .unknown, .no-norm { color: #4a4a4a; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; border: 1px solid #ccc; padding: .5rem; break-inside: avoid; }
figcaption { font-weight: 600; font-size: .9rem; }
footer { margin-top: 2rem; font-size: .8rem; color: #4a4a4a; overflow-wrap: anywhere; }
@media (max-width: 40rem) { section { overflow-x: auto; } }
@media print { :root { font-size: 10pt; } body { padding: 0; max-width: none; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } h2 { break-after: avoid; } }
`;
