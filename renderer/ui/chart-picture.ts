import { readColours } from '../theme/naive.ts'

const margin = 20
const titleHeight = 28

/** What a canvas shows, below its title on the colour of the card, as a file in PNG. */
export function savePicture(canvas: HTMLCanvasElement, title: string) {
  const picture = drawn(canvas, title)
  if (picture) Object.assign(document.createElement('a'), { href: picture, download: `${fileNameOf(title)}.png` }).click()
}

/** Without what file systems do not like. */
const fileNameOf = (title: string) => title.replace(/[\\/:*?"<>|]+/g, ' -')

function drawn(canvas: HTMLCanvasElement, title: string) {
  const scale = canvas.width / canvas.clientWidth
  const whole = document.createElement('canvas')
  const [edge, head] = [margin * scale, titleHeight * scale]
  whole.width = canvas.width + 2 * edge
  whole.height = canvas.height + head + 2 * edge
  const pen = whole.getContext('2d')
  if (!pen) return null
  const { card, ink } = readColours()
  pen.fillStyle = card ?? 'white'
  pen.fillRect(0, 0, whole.width, whole.height)
  pen.fillStyle = ink ?? 'black'
  pen.font = `600 ${15 * scale}px ${getComputedStyle(document.body).fontFamily}`
  pen.textBaseline = 'top'
  pen.fillText(title, edge, edge, canvas.width)
  pen.drawImage(canvas, edge, edge + head)
  return whole.toDataURL('image/png')
}
