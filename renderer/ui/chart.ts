import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'
import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { readColours } from '../theme/naive.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip)

/** `done` is what happened, `likely` what may come, `lost` what did not, `missed` what somebody let pass, `goal` a line across: told apart by lightness and pattern too, for whoever does not see the colours. */
export type Look = 'done' | 'likely' | 'lost' | 'missed' | 'goal'
/** What is `below` goes down from zero, though its number is told as it is. */
export type Series = Readonly<{ name: string; look: Look; values: readonly (number | null)[]; below?: boolean }>
export type Drawing = Readonly<{
  labels: readonly string[]
  series: readonly Series[]
  /** Bars that lie, for long names. */
  lying: boolean
  stacked: boolean
  write: (value: number) => string
  /** A short form for the axis. */
  mark: (value: number) => string
  pick: (place: number, series: number) => void
}>

type Type = 'bar' | 'line'

export function configurationOf(drawing: Drawing, still: boolean): ChartConfiguration<Type, (number | null)[], string> {
  const colours = readColours()
  const [ink, line] = [colours['ink-3'], colours.line]
  const amounts = { stacked: drawing.stacked, beginAtZero: true, grid: { color: line }, border: { display: false } }
  const font = { family: getComputedStyle(document.body).fontFamily }
  const ticks = { color: ink, font, maxTicksLimit: 6, callback: (value: number | string) => markOf(drawing, Number(value)) }
  const names = { stacked: drawing.stacked, grid: { display: false }, border: { color: line }, ticks: { color: ink, font } }
  const [across, along] = drawing.lying ? (['x', 'y'] as const) : (['y', 'x'] as const)
  return {
    type: 'bar',
    data: { labels: [...drawing.labels], datasets: drawing.series.map(series => datasetOf(series, drawing)) },
    options: {
      ...{ responsive: true, maintainAspectRatio: false, indexAxis: along, interaction: { mode: 'index', axis: along, intersect: false } },
      ...(still && { animation: false }),
      scales: { [across]: { ...amounts, ticks }, [along]: names },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            label: ({ dataset, datasetIndex: of, dataIndex }) => `${dataset.label}: ${drawing.write(valueAt(drawing, of, dataIndex))}`,
          },
        },
      },
      font,
      onClick: ({ native }, beside, chart) => {
        if (!native) return
        const [hit] = chart.getElementsAtEventForMode(native, 'nearest', { intersect: true }, false)
        // A low bar is hard to hit: what stands in its place counts as well.
        const meant =
          hit ?? beside.find(({ index, datasetIndex }) => isBar(drawing, datasetIndex) && valueAt(drawing, datasetIndex, index) > 0)
        if (meant && isBar(drawing, meant.datasetIndex)) drawing.pick(meant.index, meant.datasetIndex)
      },
      onHover: (event, elements) => {
        const target = event.native?.target
        if (target instanceof HTMLElement) target.style.cursor = elements.length > 0 ? 'pointer' : ''
      },
    },
  }
}

const isBar = ({ series }: Drawing, of: number) => series[of]?.look !== 'goal'
const valueAt = ({ series }: Drawing, of: number, place: number) => series[of]?.values[place] ?? 0
/** Where something goes down from zero, the axis counts from there both ways. */
const markOf = ({ series, mark }: Drawing, value: number) => mark(series.some(({ below }) => below) ? Math.abs(value) : value)

function datasetOf({ name, look, values, below }: Series, { lying }: Drawing): ChartDataset<Type, (number | null)[]> {
  const colours = readColours()
  const data = below ? values.map(value => value && -value) : [...values]
  if (look === 'goal')
    return {
      type: 'line',
      label: name,
      data,
      borderColor: colours.ink,
      borderWidth: 1.5,
      borderDash: [5, 4],
      pointRadius: 0,
      pointHoverRadius: 0,
    }
  const fill = {
    done: colours.accent,
    likely: hatched(colours.accent, colours['accent-soft']),
    lost: colours['ink-3'],
    missed: hatched(colours.red, colours.card),
  }[look]
  const edge = look === 'likely' ? colours.accent : look === 'missed' ? colours.red : null
  const border = edge ? { borderColor: edge, borderWidth: 1 } : {}
  return { type: 'bar', label: name, data, backgroundColor: fill, borderRadius: 4, maxBarThickness: lying ? 22 : 38, ...border }
}

/** Stripes, which are seen without their colour. */
function hatched(stripe: string | undefined, ground: string | undefined) {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 7
  const pen = tile.getContext('2d')
  if (!pen) return ground
  pen.fillStyle = ground ?? 'white'
  pen.fillRect(0, 0, 7, 7)
  pen.strokeStyle = stripe ?? 'black'
  pen.lineWidth = 1.6
  for (const offset of [-7, 0, 7]) {
    pen.moveTo(offset, 7)
    pen.lineTo(offset + 7, 0)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? ground
}

export { Chart }
