import type { Disagreement } from '../core/card-content.ts'

/** Both readings side by side, each with who gives it; no verdict. */
export function Disagreements({ items }: { items: Disagreement[] }) {
  return items.map(({ field, readings }) => (
    <section class="differ" key={field}>
      <h3 class="label">Sources differ · {field}</h3>
      <dl>
        {readings.map(({ value, publishers }) => (
          <div key={value}>
            <dt>{value}</dt>
            <dd>{publishers.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
