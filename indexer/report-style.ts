/** The look of the review page: plain, dense, printable; light and dark by the reader's setting. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#fbfaf7, #16181c);
  --card: light-dark(#ffffff, #1e2126);
  --ink: light-dark(#1c1e21, #e6e4df);
  --soft: light-dark(#5d6168, #a3a7ae);
  --line: light-dark(#dedbd3, #363a41);
  --action: light-dark(#8a5a00, #e8b04b);
  --allegation: light-dark(#a8323e, #f08a93);
  --response: light-dark(#0f6b5c, #5cc7b2);
  --background: light-dark(#6b7078, #8f959e);
  --action-wash: light-dark(#fff3d6, #3a2f16);
  --allegation-wash: light-dark(#fde7e8, #3c2226);
  --response-wash: light-dark(#dcf3ee, #173630);
  --background-wash: light-dark(#f1f0ec, #25282e);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 Georgia, 'Times New Roman', serif; }
main, .top { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
.top { padding-top: 40px; }
h1 { font-size: 34px; line-height: 1.15; margin: 0 0 8px; letter-spacing: -0.01em; }
h2 { font-size: 24px; margin: 56px 0 4px; padding-top: 16px; border-top: 3px solid var(--ink); scroll-margin-top: 64px; }
h3 { font-size: 18px; line-height: 1.3; margin: 0; }
p { margin: 0; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px; }
a:hover { text-decoration-color: currentColor; }
.lead { color: var(--soft); max-width: 70ch; }
.ui, .meta, nav, table, .tag, .when, .kind { font-family: system-ui, 'Segoe UI', Roboto, sans-serif; }
nav { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); margin-top: 24px; }
nav div { max-width: 1120px; margin: 0 auto; padding: 10px 24px; display: flex; flex-wrap: wrap; gap: 6px 20px; font-size: 14px; }
.legend { display: flex; flex-wrap: wrap; gap: 8px; margin-left: auto; }
.tag { display: inline-block; font-size: 12px; line-height: 1; padding: 4px 7px; border-radius: 4px; border: 1px solid var(--line); color: var(--soft); white-space: nowrap; }
.tag.action { color: var(--action); background: var(--action-wash); border-color: transparent; }
.tag.allegation { color: var(--allegation); background: var(--allegation-wash); border-color: transparent; }
.tag.response { color: var(--response); background: var(--response-wash); border-color: transparent; }
.tag.background { background: var(--background-wash); border-color: transparent; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 12px; margin: 24px 0 0; padding: 0; list-style: none; }
.numbers li { font-family: system-ui, sans-serif; font-size: 13px; color: var(--soft); border-top: 1px solid var(--line); padding-top: 8px; }
.numbers b { display: block; font-size: 28px; line-height: 1.1; color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
.event { display: grid; grid-template-columns: 132px minmax(0, 1fr); gap: 0 24px; padding: 24px 0; border-bottom: 1px solid var(--line); scroll-margin-top: 56px; }
.when { font-size: 14px; font-weight: 600; padding-top: 3px; }
.when span { display: block; font-weight: 400; color: var(--soft); font-size: 13px; }
.meta { font-size: 13px; color: var(--soft); line-height: 1.45; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 4px 32px; margin-top: 12px; }
.sides h4, .conflict h4 { font: 600 13px/1.4 system-ui, sans-serif; color: var(--soft); margin: 0 0 8px; }
blockquote { margin: 0 0 14px; padding: 0 0 0 12px; border-left: 3px solid var(--line); }
blockquote.action { border-color: var(--action); }
blockquote.allegation { border-color: var(--allegation); }
blockquote.response { border-color: var(--response); }
blockquote.background { border-color: var(--background); }
blockquote p { font-size: 15px; line-height: 1.5; white-space: pre-line; }
.none { color: var(--soft); font-style: italic; font-size: 15px; }
.conflict { margin-top: 16px; padding: 14px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.readings { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 16px; }
.readings > div + div { border-left: 1px solid var(--line); padding-left: 16px; }
.reading { font-size: 18px; font-weight: 600; margin-bottom: 8px; }
.document { margin-top: 32px; scroll-margin-top: 56px; }
.paragraph { margin-top: 14px; white-space: pre-line; }
.paragraph.aside { color: var(--soft); font-size: 14px; display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 16px; }
.paragraph.aside .kind { font-size: 12px; padding-top: 3px; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 24px; padding: 8px 0 8px 12px; border-left: 4px solid var(--line); margin-top: 2px; scroll-margin-top: 56px; white-space: pre-line; }
.row.action { border-color: var(--action); background: var(--action-wash); }
.row.allegation { border-color: var(--allegation); background: var(--allegation-wash); }
.row.response { border-color: var(--response); background: var(--response-wash); }
.row.background { border-color: var(--background); }
.row:target, .event:target { outline: 2px solid var(--ink); outline-offset: 2px; }
.row .meta { padding-right: 12px; white-space: normal; display: grid; gap: 3px; align-content: start; }
.row .tag { background: var(--card); }
.row .tags { display: flex; flex-wrap: wrap; gap: 6px; }
.row .meta b { color: var(--ink); font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-size: 14px; margin-top: 16px; }
th, td { text-align: left; vertical-align: top; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
footer { color: var(--soft); font: 13px/1.5 system-ui, sans-serif; padding: 48px 0 64px; }
@media (max-width: 760px) {
  .event { grid-template-columns: 1fr; gap: 8px; }
  .row { grid-template-columns: 1fr; gap: 6px; }
  .readings > div + div { border-left: 0; padding-left: 0; }
  .legend { margin-left: 0; }
}
@media print {
  nav { position: static; }
  .event, .conflict, .row { break-inside: avoid; }
}
`
